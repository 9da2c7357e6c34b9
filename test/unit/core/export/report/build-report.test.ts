import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { everything } from '../../../../../renderer/core/query/filter.ts';
import { flag } from '../../../../../renderer/core/table/columns.ts';
import { sampleFiles } from '../../../../made/sample-files.ts';
import { madeReport } from './made-report.ts';
import { madeSource } from '../made-table.ts';

const noon = Date.UTC(2026, 4, 1, 12);

describe('buildReport', () => {
  it('counts the selection, and every entity in it', () => {
    const model = madeReport([
      { time: noon, flags: flag.readOnly, text: { sourceIp: '203.0.113.7', accessKey: 'ASIA1' } },
      { time: noon + 1000, text: { sourceIp: '203.0.113.8', accessKey: 'ASIA1' } },
      { time: noon + 2000, flags: flag.failed | flag.denied, text: { sourceIp: '203.0.113.8' } },
    ]);
    expect(model.sums).toEqual({
      ...{ count: 3, writes: 1, failed: 0, denied: 1 },
      ...{ firstSeen: noon, lastSeen: noon + 2000 },
    });
    expect(model.span).toEqual({ start: noon, end: noon + 2001 });
    const of = (field: string): unknown =>
      model.entities
        .find((entities) => entities.field === field)
        ?.values.map(({ value, count, denied, firstSeen }) => [value, count, denied, firstSeen]);
    expect(of('sourceIp')).toEqual([
      ['203.0.113.8', 2, 1, noon + 1000],
      ['203.0.113.7', 1, 0, noon],
    ]);
    expect(of('accessKey')).toEqual([
      ['ASIA1', 2, 0, noon],
      ['', 1, 1, noon + 2000],
    ]);
    expect(model.entities.map(({ field, distinct }) => [field, distinct])).toEqual([
      ['sourceIp', 2],
      ['accessKey', 1],
      ['tool', 0],
      ['userAgent', 0],
      ['principal', 0],
      ['eventName', 0],
    ]);
  });

  it('keeps the first fifty of each kind of entity, and forty lanes', () => {
    const model = madeReport(
      Array.from({ length: 70 }, (_, i) => ({ time: noon + i, text: { sourceIp: `ip${i}` } })),
    );
    expect(model.entities[0]?.values).toHaveLength(50);
    expect(model.entities[0]?.distinct).toBe(70);
    expect(model.lanes).toHaveLength(40);
    expect(model.lanesInAll).toBe(70);
  });

  it('shows the lanes with most events, in the order asked for', () => {
    const rare = Array.from({ length: 50 }, (_, i) => ({
      time: noon + i,
      text: { sourceIp: `rare ${i}` },
    }));
    const busy = Array.from({ length: 100 }, (_, i) => ({
      time: noon + 1000 + i,
      text: { sourceIp: `busy ${i % 2}` },
    }));
    const { lanes, lanesInAll } = madeReport([...rare, ...busy]);
    const names = lanes.map(({ value }) => value);
    expect(names).toHaveLength(40);
    expect(names.slice(-3)).toEqual(['rare 37', 'busy 0', 'busy 1']);
    expect(names[0]).toBe('rare 0');
    expect(lanesInAll).toBe(52);
  });

  it('counts the events that come from the files of the synthetic sample', () => {
    const [file] = sampleFiles().files.filter(({ path }) => path.endsWith('.gz'));
    const sha256 = createHash('sha256')
      .update(file?.bytes ?? '')
      .digest('hex');
    const sources = [madeSource({ id: 1 }), madeSource({ id: 2, sha256 })];
    const events = [1, 2, 2].map((source, i) => ({ time: noon + i, source }));
    expect(madeReport(events, { sources }).synthetic).toBe(2);
    expect(madeReport(events, { sources, selected: Uint32Array.of(0) }).synthetic).toBe(0);
    expect(madeReport(events).synthetic).toBe(0);
  });

  it('takes the first events of the sorted selection, with file and place', () => {
    const events = [noon, noon + 1000, noon + 2000].map((time) => ({ time, source: 4 }));
    const sources = [madeSource({ id: 4, path: '/evidence/a.json' })];
    const sorted = Uint32Array.of(2, 0, 1);
    const model = madeReport(events, { sorted, sources }, { maxEvents: 2 });
    expect(model.events.map(({ time }) => time)).toEqual([noon + 2000, noon]);
    expect(model.events[0]).toMatchObject({
      ...{ outcome: 'write', byService: false, source: 4, evidencePath: '/evidence/a.json' },
      ...{ recordIndex: 2, eventId: '00000000-1111-2222-3333-444444444444' },
    });
    expect(model.sums.count).toBe(3);
  });

  it('arranges the rows of the figure as the screen has them, and keeps the pinned', () => {
    const text = (sourceIp: string, eventName: string) => ({ sourceIp, eventName });
    const rare = Array.from({ length: 50 }, (_, i) => ({
      time: noon + i,
      text: text(`rare ${i}`, 'CreateRule'),
    }));
    const busy = Array.from({ length: 9 }, (_, i) => ({
      time: noon + 1000 + i,
      text: text('busy', i < 6 ? 'DeleteRule' : 'CreateRule'),
    }));
    const fields = { field: 'sourceIp', nested: 'eventName' } as const;
    const arrangement = { pinned: ['rare 49'], folded: new Set<string>(), gathers: false };
    const all = [...rare, ...busy];
    const { lanes, lanesInAll, marks } = madeReport(all, {}, { fields, arrangement });
    expect(lanes).toHaveLength(40);
    expect(lanesInAll).toBe(50 * 2 + 3);
    expect(lanes[0]).toMatchObject({ value: 'rare 49', isPinned: true, fold: 'open' });
    const nested = lanes.slice(-3).map(({ kind, value, count }) => [kind, value, count]);
    expect(nested).toEqual([
      ['outer', 'busy', 9],
      ['inner', 'DeleteRule', 6],
      ['inner', 'CreateRule', 3],
    ]);
    expect(marks?.kind === 'events' && marks.lane.includes(38)).toBe(true);
    const gathered = madeReport(all, {}, { arrangement: { ...arrangement, gathers: true } });
    expect(gathered.lanes.map(({ kind, count }) => [kind, count])).toEqual([
      ['outer', 1],
      ['others', 58],
    ]);
  });

  it('counts the calls on each load balancer, and the events of each view', () => {
    const on = (loadBalancer: string, eventName: string) => ({
      time: noon,
      text: { loadBalancer, eventName },
    });
    const events = [on('lb-a', 'CreateRule'), on('lb-a', 'CreateRule'), on('', 'ListBuckets')];
    const view = { name: 'the others', filter: everything };
    const ofViews = [Uint32Array.of(2)];
    const model = madeReport(events, { ofViews }, { views: [view] });
    expect(model.loadBalancers.map(({ value, count }) => [value, count])).toEqual([['lb-a', 2]]);
    expect(model.loadBalancers[0]?.calls).toMatchObject([{ value: 'CreateRule', count: 2 }]);
    expect(model.views).toMatchObject([
      { ...view, sums: { count: 1 }, events: [{ text: { eventName: 'ListBuckets' } }] },
    ]);
  });

  it('leaves a margin around the marks, and a minute around a single event', () => {
    const one = madeReport([{ time: noon }]);
    expect(one.marks?.span).toEqual({ start: noon - 29_999.5, end: noon + 30_000.5 });
    expect(one.marks?.kind).toBe('events');
    const hour = madeReport([{ time: noon }, { time: noon + 3_599_999 }]);
    expect(hour.marks?.span).toEqual({ start: noon - 72_000, end: noon + 3_672_000 });
  });

  it('shows density where there are too many events to draw', () => {
    const events = Array.from({ length: 10_001 }, (_, i) => ({ time: noon + i * 1000 }));
    expect(madeReport(events).marks?.kind).toBe('density');
    expect(madeReport(events.slice(1)).marks?.kind).toBe('events');
  });

  it('has no marks and no span where nothing is selected', () => {
    const model = madeReport([]);
    expect(model.marks).toBeUndefined();
    expect(model.span).toBeUndefined();
    expect(model.events).toEqual([]);
    expect(model.lanes).toEqual([]);
  });

  it('cuts a text of a million characters wherever it stands', () => {
    const long = 'A'.repeat(1_000_000);
    const text = { tool: long, userAgent: long, resource: long, sourceIp: long };
    const model = madeReport([{ time: noon, text }]);
    expect(JSON.stringify(model).length).toBeLessThan(6000);
    expect(model.events[0]?.text.tool).toMatch(/^A{160}… \[cut: 1,000,000 characters in all\]$/u);
  });
});
