import { describe, expect, it } from 'vitest';
import { byTime, elbOnly, everything } from '../../../../renderer/core/query/filter.ts';
import type { ExportFile } from '../../../../renderer/core/export/data/export-file.ts';
import type { ReportRequest } from '../../../../renderer/core/export/report/report-request.ts';
import { flag } from '../../../../renderer/core/table/columns.ts';
import type { PlainEvent } from '../../../fixtures/events.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { events, opened, serverOf } from './opened-case.ts';

const all = { filter: everything, sort: byTime };
const asked: ReportRequest = {
  ...all,
  ...{ fields: { field: 'sourceIp' }, laneSort: 'firstSeen', maxEvents: 10 },
  ...{ arrangement: { pinned: [], folded: new Set(), gathers: false }, findings: [], views: [] },
};

describe('QueryServer: exports', () => {
  const file = {
    ...all,
    kind: 'events',
    format: 'csv',
    columns: ['time', 'eventName'],
    findings: [],
    zone: 'UTC',
  } as const;
  const ndjson = {
    ...all,
    kind: 'events',
    format: 'ndjson',
    records: 'none',
    findings: [],
    zone: 'UTC',
  } as const;

  type Ask = Awaited<ReturnType<typeof opened>>['ask'];
  const nextOf = async (ask: Ask, mostRows: number): Promise<string> =>
    new TextDecoder().decode((await ask('nextPart', { mostRows })).bytes);
  const wholeOf = async (ask: Ask, of: ExportFile, mostRows = 100): Promise<string> => {
    const { rows } = await ask('beginFile', { file: of });
    let text = '';
    for (let done = -1; done < rows;) {
      const part = await ask('nextPart', { mostRows });
      text += new TextDecoder().decode(part.bytes);
      expect(part.done).toBeGreaterThan(Math.min(done, rows - 1));
      done = part.done;
    }
    return text;
  };

  it('writes a file in parts, the header in the first', async () => {
    const { ask } = await opened();
    const whole = await wholeOf(ask, file);
    expect(whole.trimEnd().split('\r\n')).toHaveLength(5);
    expect(await wholeOf(ask, file, 3)).toBe(whole);
    expect(await wholeOf(ask, file, 1)).toBe(whole);
    expect(await ask('beginFile', { file })).toEqual({ rows: 4 });
  });

  it('writes all of the case as it was when the file was begun', async () => {
    const early: PlainEvent = { time: 0, text: { eventName: 'ConsoleLogin' } };
    const reader = new MemoryCase([...events, early]).store(4);
    const { ask } = serverOf({ case: reader });
    await ask('open', { caseId: 'case' });
    expect(await ask('beginFile', { file })).toEqual({ rows: 4 });
    const first = await nextOf(ask, 2);
    reader.store();
    await ask('refresh', {});
    const second = await nextOf(ask, 9);
    for (const { text } of events) expect(first + second).toContain(text?.eventName);
    expect(first + second).not.toContain('ConsoleLogin');
    expect(await wholeOf(ask, file)).toContain('ConsoleLogin');
  });

  it('ends a file whose case was closed, and goes on with no other', async () => {
    const { ask } = serverOf({
      first: new MemoryCase(events).store(),
      second: new MemoryCase(events).store(),
    });
    await ask('open', { caseId: 'first' });
    await ask('beginFile', { file });
    await ask('open', { caseId: 'second' });
    await expect(ask('nextPart', { mostRows: 2 })).rejects.toThrow('closed');
  });

  it('writes raw records beside the events, whole or without their secrets', async () => {
    const { reader, ask } = await opened(events.slice(0, 1));
    reader.records.set(0, '{ "eventName" : "DeleteLB", "sessionToken": "IQoJb3Jp" }');
    const lineOf = async (records: 'none' | 'whole' | 'redacted'): Promise<unknown> =>
      JSON.parse(await wholeOf(ask, { ...ndjson, records }));
    const record = { eventName: 'DeleteLB', sessionToken: 'IQoJb3Jp' };
    expect(await lineOf('whole')).toMatchObject({ eventName: 'DeleteLB', record });
    expect(await lineOf('redacted')).toMatchObject({
      redactedValues: 1,
      record: { ...record, sessionToken: '[redacted]' },
    });
    expect(await lineOf('none')).not.toHaveProperty('record');
    reader.records.set(0, 'DeleteLB,IQoJb3Jp');
    expect(await lineOf('whole')).toMatchObject({ recordText: 'DeleteLB,IQoJb3Jp' });
    expect(await lineOf('redacted')).toMatchObject({ recordLeftOut: expect.any(String) as string });
    reader.records.clear();
    expect(await lineOf('whole')).toMatchObject({ recordLeftOut: expect.any(String) as string });
  });

  it('puts findings to their events, and lists them with what the case has of them', async () => {
    const { ask } = await opened();
    const [target] = await ask('targets', { refs: [0] });
    if (target === undefined) throw new Error('no such event');
    const note = { starred: true, tags: ['exfiltration'], text: 'Here it ends' };
    const key = { kind: 'entity', field: 'accessKey', value: 'AKIA1' } as const;
    const span = { kind: 'span', start: 1000, end: 3000 } as const;
    const gone = { ...target, record: 77 };
    const findings = [target, key, span, gone].map((one) => ({ target: one, note }));
    const lines = (await wholeOf(ask, { ...ndjson, findings })).trimEnd().split('\n');
    expect(lines.map((line) => 'tags' in (JSON.parse(line) as object))).toEqual([
      ...[false, false, true, false],
    ]);
    const csv = await wholeOf(ask, { ...file, columns: ['finding'], findings });
    const rows = csv.trimEnd().split('\r\n').slice(1);
    expect(rows.map((row) => row.includes(',yes,exfiltration,Here it ends,'))).toEqual([
      ...[false, false, true, false],
    ]);
    const of = { kind: 'findings', format: 'ndjson', findings, zone: 'UTC' } as const;
    const listed = (await wholeOf(ask, of)).trimEnd().split('\n');
    const found = listed.map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    expect(found.map(({ kind, events: count }) => [kind, count])).toEqual([
      ...[
        ['event', 1],
        ['entity', 3],
        ['span', 2],
        ['event', 0],
      ],
    ]);
    expect(found[0]).toMatchObject({ outcome: 'denied', starred: true, note: 'Here it ends' });
    expect(found[3]).not.toHaveProperty('outcome');
  });

  it('reads ids that are no GUIDs from their records', async () => {
    const ids: readonly PlainEvent[] = [
      { time: 1, recordIndex: 0, eventId: [0x01234567, 0x89abcdef, 0, 1] },
      { time: 2, recordIndex: 1, flags: flag.idIsHashed },
      { time: 3, recordIndex: 2, flags: flag.idIsHashed },
      { time: 4, recordIndex: 3, source: 2, flags: flag.idIsHashed },
      { time: 5, recordIndex: 4, flags: flag.idMissing },
    ];
    const { reader, ask } = await opened(ids);
    reader.records.set(100, '{"eventID":"d92efEXAMPLE"}');
    reader.records.set(200, JSON.stringify('{"eventID":"in-a-literal"}'));
    const csv = await wholeOf(ask, { ...file, columns: ['eventId'] });
    const cells = csv
      .trimEnd()
      .split('\r\n')
      .map((line) => line.split(',')[1]);
    expect(cells.slice(1)).toEqual([
      '01234567-89ab-cdef-0000-000000000001',
      'd92efEXAMPLE',
      'in-a-literal',
      '(in the record only)',
      '',
    ]);
    const report = await ask('report', { ...asked, maxEvents: 2 });
    expect(report.events.map(({ eventId }) => eventId)).toEqual(cells.slice(1, 3));
  });

  it('makes the report of a selection', async () => {
    const { ask } = await opened();
    const report = await ask('report', {
      ...{ ...asked, filter: elbOnly, fields: { field: 'accessKey' } },
      views: [{ name: 'all', filter: everything }],
    });
    expect(report).toMatchObject({
      filter: elbOnly,
      sums: { count: 2, denied: 1 },
      lanes: [{ value: 'AKIA1', count: 2 }],
      events: [{ text: { eventName: 'DescribeLBs' } }, { text: { eventName: 'DeleteLB' } }],
      importSums: { files: 1 },
      views: [{ name: 'all', sums: { count: 4 } }],
      actors: [{ elbEvents: 2 }],
    });
  });
});
