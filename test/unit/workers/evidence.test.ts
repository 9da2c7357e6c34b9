import { unpackColumns } from '../../../renderer/core/table/packed-columns.ts';
import 'fake-indexeddb/auto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flag, type StoredTextColumn } from '../../../renderer/core/table/columns.ts';
import { StoredCase } from '../../../renderer/store/stored-case.ts';
import { evidenceFolder, filesBelow } from '../../fixtures/evidence-folder.ts';
import { importFiles } from '../../fixtures/import-files.ts';

type Counts = Readonly<Record<string, number>>;
interface Expected {
  readonly events: number;
  readonly unique_eventIDs: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly errorCode_events: number;
  readonly userIdentityType: Counts;
  readonly elb: number;
  readonly elb_eventName: Counts;
  readonly elb_apiVersion: Counts;
  readonly elb_sourceIPAddress: Counts;
  readonly elb_accessKeyId: Counts;
  readonly elb_userAgent: Counts;
  readonly elb_errorCode: Counts;
}

const expected =
  evidenceFolder === undefined
    ? {}
    : (JSON.parse(readFileSync(join(evidenceFolder, 'EXPECTED.json'), 'utf8')) as Record<
        string,
        Expected
      >);

describe('the evidence folder', () => {
  it.skipIf(evidenceFolder === undefined)('has sets to import', () => {
    expect(Object.keys(expected).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(expected))(
    '%s imports with exactly the counts expected',
    async (set, counts) => {
      const caseId = `evidence-${set}`;
      const { progress } = await importFiles(caseId, filesBelow(join(evidenceFolder ?? '', set)));
      expect(progress.sums).toMatchObject({
        read: counts.events,
        // One record is there twice, with two times: both are kept, under one id.
        kept: counts.events,
        duplicate: 0,
        rejected: 0,
        elb: counts.elb,
      });
      expect(await found(caseId)).toEqual({
        events: counts.events,
        uniqueIds: counts.unique_eventIDs,
        failed: counts.errorCode_events,
        identityType: counts.userIdentityType,
        eventName: counts.elb_eventName,
        apiVersion: counts.elb_apiVersion,
        sourceIp: counts.elb_sourceIPAddress,
        accessKey: counts.elb_accessKeyId,
        userAgent: counts.elb_userAgent,
        errorCode: counts.elb_errorCode,
        ...(counts.first === null ? {} : { first: counts.first, last: counts.last }),
      });
      // Records without an eventTime have the time of their @timestamp, which the counts leave out.
    },
  );
});

/** The same counts, taken from what was stored. */
async function found(caseId: string): Promise<Record<string, unknown>> {
  const stored = await StoredCase.open(caseId);
  const texts = await stored.dictionaries();
  const counts = new Map<string, Map<string, number>>();
  const count = (what: string, value: string): void => {
    const values = counts.get(what) ?? new Map<string, number>();
    counts.set(what, values.set(value, (values.get(value) ?? 0) + 1));
  };
  const ids = new Set<string>();
  let events = 0;
  let failed = 0;
  let first = Infinity;
  let last = -Infinity;
  let substitute = 0;
  for (const chunk of await stored.chunksAfter(0)) {
    const columns = unpackColumns([chunk.columns]);
    const text = (column: StoredTextColumn, row: number): string =>
      named(texts[column][columns.text[column][row] ?? 0]);
    for (let row = 0; row < columns.length; row++) {
      const flags = columns.flags[row] ?? 0;
      events++;
      ids.add(columns.eventId.slice(row * 4, row * 4 + 4).join());
      if ((flags & flag.failed) !== 0) failed++;
      if ((flags & flag.timeFromEnvelope) !== 0) substitute++;
      first = Math.min(first, columns.time[row] ?? NaN);
      last = Math.max(last, columns.time[row] ?? NaN);
      count('identityType', text('identityType', row));
      if ((flags & flag.elb) === 0) continue;
      for (const column of [
        'eventName',
        'sourceIp',
        'accessKey',
        'userAgent',
        'errorCode',
      ] as const) {
        count(column, text(column, row));
      }
      count('apiVersion', (flags & flag.elbClassic) !== 0 ? '2012-06-01' : '2015-12-01');
    }
  }
  stored.close();
  const iso = (time: number): string => new Date(time).toISOString().replace('.000Z', 'Z');
  const elb = ['eventName', 'apiVersion', 'sourceIp', 'accessKey', 'userAgent', 'errorCode'];
  return {
    events,
    uniqueIds: ids.size,
    failed,
    ...Object.fromEntries(
      ['identityType', ...elb].map((what) => [what, Object.fromEntries(counts.get(what) ?? [])]),
    ),
    ...(substitute === events ? {} : { first: iso(first), last: iso(last) }),
  };
}

/** The counts call the absence of a value None. */
function named(text: string | undefined): string {
  return text === undefined || text === '' ? 'None' : text;
}
