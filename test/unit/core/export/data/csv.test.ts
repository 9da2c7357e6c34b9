import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../../../renderer/core/base/visible-text.ts';
import { csvColumns } from '../../../../../renderer/core/export/data/csv-columns.ts';
import type { CsvColumn } from '../../../../../renderer/core/export/data/csv-columns.ts';
import { EventCsvWriter } from '../../../../../renderer/core/export/data/csv.ts';
import type { Note } from '../../../../../renderer/core/export/data/event-file.ts';
import { flag } from '../../../../../renderer/core/table/columns.ts';
import { madeSource, madeTable } from '../made-table.ts';
import type { MadeEvent } from '../made-table.ts';
import { readPlainCsv, withoutApostrophe } from './plain-csv.ts';

const noon = Date.UTC(2026, 4, 1, 12);
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function writerOf(events: readonly MadeEvent[], note?: Note): EventCsvWriter {
  return new EventCsvWriter({
    table: madeTable(events),
    sources: [madeSource({ path: '/evidence/三月, "trail".json' })],
    eventIdOf: (ref) => (ref === 0 ? '=not a GUID' : `0000000${ref}-1111-2222-3333-444444444444`),
    noteOf: (ref) => (ref === 0 ? note : undefined),
  });
}

function write(
  events: readonly MadeEvent[],
  columns: readonly CsvColumn[] = csvColumns,
  zone = 'UTC',
  note?: Note,
): readonly (readonly string[])[] {
  const rows = Uint32Array.from(events, (_, row) => row);
  const span = { start: 0, end: rows.length };
  return readPlainCsv(utf8.decode(writerOf(events, note).part({ rows, span, columns, zone })));
}

describe('EventCsvWriter', () => {
  it('writes time, outcome, texts, event id and where the record lies', () => {
    const read = write(
      [
        {
          time: noon,
          flags: flag.failed | flag.denied,
          text: { eventName: 'CreateRule', sourceIp: '203.0.113.7', principal: '検証用ロール' },
        },
        { time: noon + 1500, flags: flag.readOnly, text: { eventName: 'DescribeRules' } },
      ],
      ['time', 'outcome', 'eventName', 'sourceIp', 'principal'],
      'Asia/Tokyo',
    );
    const sha256 = '1'.padStart(64, '0');
    const path = '/evidence/三月, "trail".json';
    expect(read).toEqual([
      [
        ...['Time', 'Outcome', 'Event name', 'Source IP', 'Principal', 'Event ID'],
        ...['Evidence file', 'Evidence SHA-256', 'Record index', 'Byte offset', 'Byte length'],
      ],
      [
        ...['2026-05-01T21:00:00+09:00', 'denied', 'CreateRule', '203.0.113.7', '検証用ロール'],
        ...['00000001-1111-2222-3333-444444444444', path, sha256, '0', '12', '1000'],
      ],
      [
        ...['2026-05-01T21:00:01.500+09:00', 'read', 'DescribeRules', '', ''],
        ...["'=not a GUID", path, sha256, '1', '1412', '1001'],
      ],
    ]);
  });

  it('has time, event id and evidence on every row, whatever columns were chosen', () => {
    const [header] = write([], ['region', 'region']);
    expect(header).toEqual([
      ...['Time', 'Region', 'Event ID', 'Evidence file', 'Evidence SHA-256'],
      ...['Record index', 'Byte offset', 'Byte length'],
    ]);
  });

  it('writes what was put to an event beside it, and neutralises formulas in that too', () => {
    const note = { starred: true, tags: ['=1+1', 'exfiltration'], text: 'Ask, "why?"\n@home' };
    const read = write([{ time: noon }, { time: noon }], ['finding'], 'UTC', note);
    expect(read.map((row) => row.slice(1, 4))).toEqual([
      ['Starred', 'Tags', 'Note'],
      ['', '', ''],
      ['yes', "'=1+1 | exfiltration", 'Ask, "why?"⟦LF⟧@home'],
    ]);
    const unstarred = write([{ time: noon }], ['finding'], 'UTC', { ...note, starred: false });
    expect(unstarred[1]?.[1]).toBe('');
  });

  it('writes only the header of an empty selection', () => {
    expect(write([])).toHaveLength(1);
  });

  it('neutralises formulas of the evidence, and of times before the year 0', () => {
    const [, row] = write(
      [{ time: -1e15, text: { userAgent: `=cmd|' /C calc'!A0` } }],
      ['time', 'userAgent'],
    );
    expect(row?.[0]).toBe("'-029719-04-05T22:13:20Z");
    expect(row?.[1]).toBe(`'=cmd|' /C calc'!A0`);
  });

  it('leaves the cell of a time that is none empty', () => {
    expect(write([{ time: NaN }])[1]?.[0]).toBe('');
  });

  it('writes rows in the order of the selection', () => {
    const events = [{ time: noon }, { time: noon + 1000 }, { time: noon + 2000 }];
    const rows = Uint32Array.of(2, 0, 1);
    const part = writerOf(events).part({
      rows,
      span: { start: 1, end: 99 },
      columns: [],
      zone: 'UTC',
    });
    expect(readPlainCsv(utf8.decode(part)).map(([time]) => time)).toEqual([
      '2026-05-01T12:00:00Z',
      '2026-05-01T12:00:01Z',
    ]);
  });

  it('gives any texts back to a plain reader, in whatever parts it is written', () => {
    const hostile = fc.string({ unit: fc.constantFrom(...Array.from('=+-@\t\r\n\'", ;a日')) });
    const event = fc.record({
      time: fc.integer({ min: 0, max: 4e12 }),
      text: fc.record({ userAgent: hostile, eventName: fc.string(), tool: hostile }),
    });
    fc.assert(
      fc.property(fc.array(event), fc.integer({ min: 1, max: 5 }), (events, step) => {
        const columns: readonly CsvColumn[] = ['time', 'userAgent', 'eventName', 'tool'];
        const rows = Uint32Array.from(events, (_, row) => row);
        const writer = writerOf(events);
        let file = '';
        for (let start = 0; start === 0 || start < rows.length; start += step) {
          const span = { start, end: start + step };
          file += utf8.decode(writer.part({ rows, span, columns, zone: 'UTC' }));
        }
        const read = readPlainCsv(file).slice(1);
        expect(read.map((row) => row.slice(0, 4).map(withoutApostrophe))).toEqual(
          events.map(({ time, text }) => [
            new Date(time).toISOString().replace('.000Z', 'Z'),
            ...[text.userAgent, text.eventName, text.tool].map(visibleText),
          ]),
        );
      }),
    );
  });

  it('names load balancers and resources as AWS does, several in one line', () => {
    const name = 'name:111122223333/eu-west-1/ledger-tcp';
    const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1';
    const text = { loadBalancer: `${arn}\n${name}`, resource: name };
    const part = writerOf([{ time: noon, text }]).part({
      rows: Uint32Array.of(0),
      span: { start: 0, end: 1 },
      columns: ['loadBalancer', 'resource'],
      zone: 'UTC',
    });
    const [, row] = readPlainCsv(utf8.decode(part));
    expect(row?.slice(1, 3)).toEqual([`${arn} | ledger-tcp`, 'ledger-tcp']);
  });

  it('writes numbers of any size in full', () => {
    const table = madeTable([{ time: noon }]);
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (offset) => {
        const writer = new EventCsvWriter({
          table: { ...table, offset: Float64Array.of(offset) },
          sources: [],
          eventIdOf: () => '',
          noteOf: () => undefined,
        });
        const span = { start: 0, end: 1 };
        const part = writer.part({ rows: Uint32Array.of(0), span, columns: [], zone: 'UTC' });
        expect(readPlainCsv(utf8.decode(part))[1]?.at(-2)).toBe(String(offset));
      }),
    );
  });
});
