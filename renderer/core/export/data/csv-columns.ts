import type { TextColumn } from '../../table/columns.ts';
import { fields as fieldWords } from '../../words/fields.ts';

/** Columns of the CSV export, in their order; time and evidence reference are on every row. */
export const csvColumns = [
  'time',
  'eventName',
  'eventSource',
  'outcome',
  'errorCode',
  'loadBalancer',
  'targetGroup',
  'resource',
  'sourceIp',
  'accessKey',
  'principal',
  'identity',
  'identityType',
  'tool',
  'userAgent',
  'region',
  'account',
  'finding',
  'eventId',
  'evidence',
] as const;

/**
 * `finding` stands for: star, tags, note; `evidence` for: file path, its SHA-256, record index, byte
 * offset, byte length.
 */
export type CsvColumn = 'time' | 'outcome' | 'finding' | 'eventId' | 'evidence' | TextColumn;

/**
 * The header of each column. Lasting: scripts read them. Times are ISO 8601 with their zone; the
 * outcome is `read`, `write`, `failed` or `denied`; an empty cell means that the record does not
 * have the field; record index, offset and length count from 0 in the inflated evidence file. Load
 * balancer, target group and resource are ARNs or, where the record has none, names, several with ` | ` between,
 * as between tags. `Starred` is `yes` or empty.
 */
export const csvHeaders: Readonly<Record<CsvColumn, readonly string[]>> = {
  time: ['Time'],
  outcome: ['Outcome'],
  finding: ['Starred', 'Tags', 'Note'],
  eventId: ['Event ID'],
  evidence: ['Evidence file', 'Evidence SHA-256', 'Record index', 'Byte offset', 'Byte length'],
  eventSource: [fieldWords.eventSource],
  eventName: [fieldWords.eventName],
  region: [fieldWords.region],
  account: [fieldWords.account],
  sourceIp: [fieldWords.sourceIp],
  accessKey: [fieldWords.accessKey],
  userAgent: [fieldWords.userAgent],
  identity: [fieldWords.identity],
  identityType: [fieldWords.identityType],
  errorCode: [fieldWords.errorCode],
  resource: [fieldWords.resource],
  tool: [fieldWords.tool],
  principal: [fieldWords.principal],
  loadBalancer: [fieldWords.loadBalancer],
  targetGroup: [fieldWords.targetGroup],
};

/**
 * The columns of a file, each once: the chosen ones in their order, and those that every row has
 * whatever was chosen (time first; event id and evidence reference last).
 */
export function completeCsvColumns(chosen: readonly CsvColumn[]): readonly CsvColumn[] {
  const columns = new Set(chosen);
  const first: readonly CsvColumn[] = columns.has('time') ? [] : ['time'];
  return [...first, ...columns.add('eventId').add('evidence')];
}
