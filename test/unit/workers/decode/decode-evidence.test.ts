import { gzipSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { loadEvidence } from '../../../../renderer/workers/decode/decode-evidence.ts';
import { decodeFiles, decodeOne, record } from '../../../fixtures/decode-files.ts';

const records = (count: number): Record<string, unknown>[] =>
  Array.from({ length: count }, (_, i) => record({ eventName: `Describe${i}` }));

/** Every shape of the same three records. */
const three = records(3);
const shapes: Readonly<Record<string, string>> = {
  'a trail file': JSON.stringify({ Records: three }),
  'a trail file, indented': JSON.stringify({ Records: three }, null, 2),
  'an array': JSON.stringify(three),
  'lines of JSON': three.map((one) => JSON.stringify(one)).join('\n'),
  'lines of JSON with CRLF and an empty end': three
    .map((one) => `${JSON.stringify(one)}\r\n`)
    .join(''),
  'objects in a row': three.map((one) => JSON.stringify(one)).join(''),
  'with a byte order mark': `\ufeff${JSON.stringify({ Records: three })}`,
  'lines of trail files': three.map((one) => JSON.stringify({ Records: [one] })).join('\n'),
  'lookup-events output': JSON.stringify({
    NextToken: 'x',
    Events: three.map((one) => ({ EventId: '1', CloudTrailEvent: JSON.stringify(one) })),
  }),
  'EventBridge envelopes': three
    .map((one) => JSON.stringify({ version: '0', 'detail-type': 'x', detail: one }))
    .join('\n'),
  'a CloudWatch Logs subscription': JSON.stringify({
    messageType: 'DATA_MESSAGE',
    logGroup: 'trail',
    subscriptionFilters: ['all'],
    logEvents: three.map((one) => ({ id: '1', timestamp: 1, message: JSON.stringify(one) })),
  }),
  'filter-log-events output': JSON.stringify({
    events: three.map((one) => ({ timestamp: 1, message: JSON.stringify(one) })),
    searchedLogStreams: [],
  }),
  'a CloudWatch Logs export': three
    .map((one) => `2026-05-01T10:31:48.000Z ${JSON.stringify(one)}\n`)
    .join(''),
  'Splunk results': three
    .map((one) => JSON.stringify({ preview: false, result: { _raw: JSON.stringify(one) } }))
    .join('\n'),
  'Elastic hits': three
    .map((one) => JSON.stringify({ _source: { event: { original: JSON.stringify(one) } } }))
    .join('\n'),
};

describe('EvidenceDecoder', () => {
  it.each(Object.entries(shapes))('reads %s', async (_name, text) => {
    const file = await decodeOne(text);
    expect(file).toMatchObject({ outcome: 'events', read: 3, rejected: 0, issues: [] });
    expect(file.built?.columns.length).toBe(3);
    const names = file.built?.newTexts.find(({ column }) => column === 'eventName')?.texts;
    expect(names).toEqual(['Describe0', 'Describe1', 'Describe2']);
  });

  it.each(Object.entries(shapes))('finds each record of %s where it says', async (_name, text) => {
    const bytes = new TextEncoder().encode(text);
    const { built } = await decodeOne(text);
    three.forEach((expected, row) => {
      const start = built?.columns.offset[row] ?? 0;
      const json = new TextDecoder().decode(
        bytes.slice(start, start + (built?.columns.byteLength[row] ?? 0)),
      );
      const value: unknown = JSON.parse(json);
      expect(typeof value === 'string' ? JSON.parse(value) : value).toEqual(expected);
    });
  });

  it('reads gzip of one member, of several, and with bytes behind it', async () => {
    const [first, second] = three
      .slice(0, 2)
      .map((one) => gzipSync(strToU8(`${JSON.stringify(one)}\n`)));
    const joined = (...parts: (Uint8Array | undefined)[]): Uint8Array<ArrayBuffer> =>
      new Uint8Array(Buffer.concat(parts.map((part) => part ?? new Uint8Array(0))));
    expect(await decodeOne(joined(first))).toMatchObject({
      read: 1,
      layers: ['gzip'],
      issues: [],
    });
    expect(await decodeOne(joined(first, second))).toMatchObject({ read: 2, issues: [] });
    const trailing = await decodeOne(joined(first, strToU8('junk that is no gzip')));
    expect(trailing).toMatchObject({ outcome: 'events', read: 1, rejected: 0 });
    expect(trailing.issues).toHaveLength(1);
  });

  it('gives all whole records before the place where a file was cut', async () => {
    const text = JSON.stringify({ Records: records(20) });
    for (const cut of [200, 3_000, 7_777, text.length - 2, text.length - 1]) {
      const whole = text.slice(0, cut).split('"eventVersion"').length - 1;
      const file = await decodeOne(text.slice(0, cut));
      const kept = file.built?.columns.length ?? 0;
      expect(kept).toBeGreaterThanOrEqual(whole - 1);
      expect(file.read).toBe(kept + file.rejected);
      expect(file.issues.length).toBeGreaterThan(0);
    }
  });

  it('gives the records of a gzip file, and says that it was cut, wherever it was', async () => {
    const zipped = gzipSync(strToU8(JSON.stringify({ Records: records(500) })));
    for (let cut = 1; cut <= 200; cut++) {
      const file = await decodeOne(new Uint8Array(zipped.slice(0, zipped.length - cut)));
      expect(file.outcome).toBe('events');
      expect(file.built?.columns.length).toBeGreaterThan(100);
      const reasons = file.issues.map(({ reason }) => reason);
      expect(
        reasons.filter((reason) => reason.startsWith('the gzip stream is cut off')),
      ).toHaveLength(1);
    }
  });

  it('loses one bad line and no other', async () => {
    const lines = three.map((one) => JSON.stringify(one));
    lines.splice(1, 0, '{"eventVersion":"1.08","eventName":oops}');
    const file = await decodeOne(lines.join('\n'));
    expect(file).toMatchObject({ outcome: 'events', read: 4, rejected: 1 });
    expect(file.issues[0]).toMatchObject({ recordIndex: 1, offset: (lines[0]?.length ?? 0) + 1 });
  });

  it('loses one damaged record of a trail file and no other', async () => {
    const [one, two, last] = three.map((each) => JSON.stringify(each));
    const file = await decodeOne(
      `{"Records":[${one ?? ''},${(two ?? '').replace(':', '')},${last ?? ''}]}`,
    );
    expect(file).toMatchObject({ outcome: 'events', read: 3, rejected: 1 });
  });

  it('rejects a record without a time, and says which', async () => {
    const file = await decodeOne(JSON.stringify([record(), record({ eventTime: 'soon' })]));
    expect(file).toMatchObject({ read: 2, rejected: 1 });
    expect(file.issues[0]).toMatchObject({
      recordIndex: 1,
      reason: 'eventTime is no time: "soon"',
    });
  });

  it('takes the time of the envelope where the record has none, and marks it', async () => {
    const timeless = record({ eventTime: undefined });
    const file = await decodeOne(
      JSON.stringify({ time: '2026-05-01T00:00:00Z', detail: timeless }),
    );
    expect(file.built?.columns.time[0]).toBe(Date.UTC(2026, 4, 1));
    expect((file.built?.columns.flags[0] ?? 0) & flag.timeFromEnvelope).not.toBe(0);
  });

  it('reads all records where several envelopes are mixed', async () => {
    const [one, two, last] = three;
    const rest = record();
    const mixed = [
      { detail: one, Records: [two, last], message: JSON.stringify(rest) },
      { Records: [one, two], detail: last, events: [[rest]] },
      { version: '0', Records: [[one, [two]], [last]], message: 'sent by hand', detail: rest },
      { message: JSON.stringify(one), Records: [two, last, rest] },
    ];
    for (const value of mixed.slice(0, 1)) {
      expect((await decodeOne(JSON.stringify(value))).built?.columns.length).toBe(4);
    }
    expect((await decodeOne(JSON.stringify(mixed[3]))).built?.columns.length).toBe(4);
    expect((await decodeOne(JSON.stringify([[one, [two]], last]))).read).toBe(3);
    for (const value of mixed.slice(1, 3)) {
      const file = await decodeOne(JSON.stringify(value));
      const kept = file.built?.columns.length ?? 0;
      // What is behind the list is either read, or said to be unread.
      expect(kept + file.rejected).toBe(4);
    }
  });

  it('says what stands beside a list of records and may be some', async () => {
    const file = await decodeOne(
      JSON.stringify({ More: [record()], Records: three, Rest: record() }),
    );
    expect(file).toMatchObject({ read: 5, rejected: 2 });
    expect(file.issues.map(({ reason }) => reason)).toEqual([
      'stands beside the list of records: not read',
      'stands beside the list of records: not read',
    ]);
  });

  it('reads a text once that stands in two members', async () => {
    const text = JSON.stringify(record());
    const file = await decodeOne(JSON.stringify({ message: text, event: { original: text } }));
    expect(file).toMatchObject({ read: 1, rejected: 0 });
  });

  it.each([
    ['lower-case letters', { eventTime: '2026-05-01t00:00:00z' }, {}, false],
    ['null, and @timestamp', { eventTime: null, '@timestamp': '2026-05-01T00:00:00Z' }, {}, true],
    [
      'a word, and @timestamp',
      { eventTime: 'soon', '@timestamp': '2026-05-01T00:00:00Z' },
      {},
      true,
    ],
    [
      'a word, and an envelope with a time',
      { eventTime: '' },
      { time: '2026-05-01T00:00:00Z' },
      true,
    ],
    [
      'null, and an envelope with a bad time and a good one',
      { eventTime: null },
      { time: 'soon', '@timestamp': '2026-05-01T00:00:00Z' },
      true,
    ],
  ])('tells the time of a record with %s', async (_name, time, envelope, isMarked) => {
    const file = await decodeOne(JSON.stringify({ ...envelope, detail: record(time) }));
    expect(file.built?.columns.time[0]).toBe(Date.UTC(2026, 4, 1));
    const flags = file.built?.columns.flags[0] ?? 0;
    expect((flags & flag.timeFromEnvelope) !== 0).toBe(isMarked);
  });

  it('takes a packed file without bytes, or with the first few only, for one that was cut', async () => {
    const whole = gzipSync(strToU8(JSON.stringify({ Records: three })));
    const cut = [
      new Uint8Array(0),
      new Uint8Array(whole.slice(0, 10)),
      new Uint8Array(whole.slice(0, 18)),
    ];
    for (const bytes of cut) {
      const [file] = await decodeFiles([{ path: 'log.json.gz', blob: new Blob([bytes]) }]);
      expect(file?.outcome).toBe('unreadable');
      expect(file?.reason).toMatch(/cut off|damaged/);
    }
    const empty = new Uint8Array(gzipSync(new Uint8Array(0)));
    const [file] = await decodeFiles([{ path: 'empty.json.gz', blob: new Blob([empty]) }]);
    expect(file).toMatchObject({ outcome: 'skipped', reason: 'empty file' });
  });

  it('says what to do about a file that could not be had', async () => {
    const failed = await loadEvidence(Promise.reject(new TypeError('Failed to fetch')));
    expect(failed).toMatchObject({
      ...{ kind: 'refused', outcome: 'unreadable' },
      reason: expect.stringMatching(/moved, changed or deleted.*import it again/) as unknown,
    });
  });

  it.each([
    ['plain text', 'not a log at all', 'neither JSON nor a table of CloudTrail events'],
    ['a PNG', '\u0089PNG\r\n\u001a\n', 'neither JSON nor a table of CloudTrail events'],
    ['nothing', '', 'empty file'],
    ['other JSON', '{"hello":"world"}', 'no eventName and eventSource: not a CloudTrail record'],
    [
      'an S3 notification',
      '{"Records":[{"eventVersion":"2.1","eventSource":"aws:s3","eventName":"ObjectCreated:Put","eventTime":"2026-05-01T00:00:00Z"}]}',
      'a notification, not a CloudTrail record',
    ],
  ])('skips %s with the reason', async (_name, text, reason) => {
    expect(await decodeOne(text)).toMatchObject({
      outcome: 'skipped',
      reason,
      read: 0,
      rejected: 0,
    });
  });

  it('opens a zip and gives each file in it a verdict of its own', async () => {
    const zip = zipSync({
      'AWSLogs/a.json': strToU8(JSON.stringify({ Records: three })),
      'AWSLogs/b.json.gz': gzipSync(strToU8(JSON.stringify({ Records: [record()] }))),
      'notes.txt': strToU8('hello'),
      'inner.zip': zipSync({ x: strToU8('1') }),
    });
    const files = await decodeFiles([{ path: 'case.zip', blob: new Blob([new Uint8Array(zip)]) }]);
    expect(files.map(({ path, outcome, read }) => [path, outcome, read])).toEqual([
      ['case.zip', 'archive', 0],
      ['case.zip » AWSLogs/a.json', 'events', 3],
      ['case.zip » AWSLogs/b.json.gz', 'events', 1],
      ['case.zip » notes.txt', 'skipped', 0],
      ['case.zip » inner.zip', 'archive', 0],
      ['case.zip » inner.zip » x', 'skipped', 0],
    ]);
  });

  it('says what is wrong with a zip that is cut', async () => {
    const zip = zipSync({ 'a.json': strToU8(JSON.stringify({ Records: records(50) })) });
    const cut = new Blob([new Uint8Array(zip.slice(0, zip.length / 2))]);
    const files = await decodeFiles([{ path: 'cut.zip', blob: cut }]);
    expect(files.map(({ outcome }) => outcome)).toEqual(['archive', 'unreadable']);
  });

  it('never throws, and its counts add up, whatever the bytes', async () => {
    const text = JSON.stringify({ Records: records(4) });
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 6 }),
        fc.nat(bytes.length),
        async (changes, length) => {
          const changed = bytes.slice();
          for (const [at, byte] of changes) changed[at] = byte;
          const file = await decodeOne(changed.slice(0, length));
          expect(file.read).toBe((file.built?.columns.length ?? 0) + file.rejected);
        },
      ),
      { numRuns: 300 },
    );
  });
});
