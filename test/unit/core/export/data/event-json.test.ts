import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EventJsonWriter } from '../../../../../renderer/core/export/data/event-json.ts';
import type { EventJsonForm } from '../../../../../renderer/core/export/data/event-json.ts';
import type { Note } from '../../../../../renderer/core/export/data/event-file.ts';
import { flag } from '../../../../../renderer/core/table/columns.ts';
import { madeSource, madeTable, type MadeEvent } from '../made-table.ts';
import { hostileTexts } from '../report/made-report.ts';

const noon = Date.UTC(2026, 4, 1, 12);
const hidden = /[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]|(?!\n)[\p{Cc}]/u;

function linesOf(
  events: readonly MadeEvent[],
  form: EventJsonForm = 'ndjson',
  note?: Note,
): readonly string[] {
  const from = {
    table: madeTable(events),
    sources: [madeSource({ path: '/evidence/三月.json' })],
    eventIdOf: (ref: number) => (ref === 0 ? '' : `id "${ref}"`),
    noteOf: (ref: number) => (ref === 0 ? note : undefined),
  };
  const writer = new EventJsonWriter(from, form, 'Asia/Tokyo', () => '');
  const rows = Uint32Array.from(events, (_, row) => row);
  const text = new TextDecoder('utf-8', { fatal: true }).decode(
    writer.part(rows, { start: 0, end: rows.length }),
  );
  return text.split('\n').slice(0, -1);
}

describe('EventJsonWriter', () => {
  const arn = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/1';
  const text = {
    ...{ eventName: 'DeleteListener', eventSource: 'elasticloadbalancing.amazonaws.com' },
    ...{ errorCode: 'AccessDenied', sourceIp: '203.0.113.7', principal: 'role Ops' },
    loadBalancer: `${arn}\nname:111122223333/eu-west-1/ledger-tcp`,
  };
  const event = { time: noon + 500, flags: flag.failed | flag.denied | flag.byService, text };

  it('writes what the record has, and where it lies', () => {
    const [line = '', bare = ''] = linesOf([event, { time: Number.NaN }]);
    expect(JSON.parse(line)).toEqual({
      ...{ time: '2026-05-01T21:00:00.500+09:00', outcome: 'denied', ...text },
      loadBalancers: [arn, 'ledger-tcp'],
      loadBalancer: undefined,
      ...{ byService: true, eventId: 'id "1"' },
      evidence: {
        ...{ file: '/evidence/三月.json', sha256: '1'.padStart(64, '0') },
        ...{ recordIndex: 0, byteOffset: 12, byteLength: 1000 },
      },
    });
    expect(JSON.parse(bare)).toEqual({
      ...{ time: null, outcome: 'write' },
      evidence: expect.objectContaining({ recordIndex: 1 }) as object,
    });
  });

  it('writes what Timesketch requires, and loses no event without a time', () => {
    const note = { starred: true, tags: ['exfil', '"x"'], text: 'seen' };
    const [line = '', bare = ''] = linesOf([event, { time: Number.NaN }], 'timesketch', note);
    expect(JSON.parse(line)).toMatchObject({
      message:
        'DeleteListener (elasticloadbalancing.amazonaws.com): denied with AccessDenied on ' +
        `${arn}, ledger-tcp by role Ops from 203.0.113.7`,
      datetime: '2026-05-01T12:00:00.500+00:00',
      timestamp: (noon + 500) * 1000,
      timestamp_desc: 'CloudTrail event time',
      sourceIp: '203.0.113.7',
    });
    expect(JSON.parse(bare)).toMatchObject({
      ...{ datetime: '1970-01-01T00:00:00+00:00', timestamp_desc: 'No time: the record has none' },
      ...{ tag: ['starred', 'exfil', '"x"'], note: 'seen' },
    });
  });

  it('hides nothing, and gives every text back as it was', () => {
    for (const hostile of hostileTexts) {
      const texts = { userAgent: hostile, eventName: hostile, principal: hostile };
      for (const form of ['ndjson', 'timesketch'] as const) {
        const [line = ''] = linesOf([{ time: noon, text: texts }], form);
        expect(line).not.toMatch(hidden);
        expect(JSON.parse(line)).toMatchObject(texts);
        const { message = '' } = JSON.parse(line) as { message?: string };
        expect(message).not.toMatch(hidden);
      }
    }
  });

  it('writes a line for each event, whatever their texts', () => {
    const one = fc.record({
      time: fc.integer({ min: 0, max: 4e12 }),
      text: fc.record({ userAgent: fc.string({ unit: 'binary' }), tool: fc.string() }),
    });
    fc.assert(
      fc.property(fc.array(one), (events) => {
        const read = linesOf(events).map((line) => JSON.parse(line) as Record<string, unknown>);
        expect(read.map(({ userAgent = '', tool = '' }) => ({ userAgent, tool }))).toEqual(
          events.map(({ text: texts }) => texts),
        );
      }),
      { numRuns: 50 },
    );
  });
});
