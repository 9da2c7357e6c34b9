import type { TextColumn } from '../table/columns.ts';

/** Columns of the CSV export, in their order; time and evidence reference are on every row. */
export const csvColumns = [
  'time',
  'eventName',
  'eventSource',
  'outcome',
  'errorCode',
  'loadBalancer',
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
  'eventId',
  'evidence',
] as const;

/** `evidence` stands for: file path, its SHA-256, record index, byte offset, byte length. */
export type CsvColumn = 'time' | 'outcome' | 'eventId' | 'evidence' | TextColumn;
