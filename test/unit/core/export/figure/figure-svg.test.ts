// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import type { CoverageGap } from '../../../../../renderer/core/correlate/coverage.ts';
import { timelineFigure } from '../../../../../renderer/core/export/figure/figure-svg.ts';
import type { FigureOptions } from '../../../../../renderer/core/export/figure/figure-svg.ts';
import type { ReportModel } from '../../../../../renderer/core/export/report/report-model.ts';
import { flag } from '../../../../../renderer/core/table/columns.ts';
import { hostileTexts, madeReport } from '../report/made-report.ts';
import type { MadeEvent } from '../made-table.ts';

const noon = Date.UTC(2026, 4, 1, 12);
const blue = '#0072b2';

/** The figure read as XML: whatever is not well-formed throws. */
function draw(model: ReportModel, options: Partial<FigureOptions> = {}): Element {
  const svg = timelineFigure(model, {
    ...{ width: 960, theme: 'light', caseName: 'Checkout outage', zone: 'UTC' },
    ...options,
  });
  const read = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const error = read.querySelector('parsererror');
  if (error !== null) throw new Error(error.textContent);
  expect(read.documentElement.namespaceURI).toBe('http://www.w3.org/2000/svg');
  return read.documentElement;
}

function textsOf(figure: Element): readonly string[] {
  return Array.from(figure.querySelectorAll('text'), ({ textContent }) => textContent.trim());
}

/** How many marks the paths of this colour draw, filled and hollow; the legend has one each. */
function marksOf(figure: Element, colour: string): { solid: number; hollow: number } {
  const count = (selector: string): number =>
    Array.from(figure.querySelectorAll(selector), (path) => path.getAttribute('d') ?? '')
      .join('')
      .split('M').length - 1;
  return {
    solid: count(`path[fill="${colour}"]`),
    hollow: count(`path[stroke="${colour}"][stroke-width="1.3"]`),
  };
}

/** Where a centred label of the axis stands, about. */
function boxOf(label: Element): { left: number; right: number } {
  const middle = Number(label.getAttribute('x'));
  const half = (label.textContent.length * 10 * 0.58) / 2;
  return { left: middle - half, right: middle + half };
}

function lanesOf(count: number): readonly MadeEvent[] {
  return Array.from({ length: count }, (_, i) => ({
    time: noon + i * 60_000,
    text: { sourceIp: `203.0.113.${i}` },
  }));
}

const gap = {
  ...{ kind: 'silence', account: '111122223333', region: 'eu-west-1' },
  ...{ where: 'between events', usualShare: 1, days: { compared: 2, silent: 0, length: 1 } },
  span: { start: noon + 20_000, end: noon + 40_000 },
} as const satisfies CoverageGap;

/** The events as those of the account and region that the gap is of. */
function ofRegion(events: readonly MadeEvent[]): readonly MadeEvent[] {
  const { account, region } = gap;
  return events.map((event) => ({ ...event, text: { ...event.text, account, region } }));
}

describe('timelineFigure', () => {
  it('names what it shows: lanes with counts, time axis, zone, legend', () => {
    const texts = textsOf(draw(madeReport(lanesOf(3)), { zone: 'Asia/Tokyo' }));
    expect(texts).toEqual(
      expect.arrayContaining([
        'Checkout outage: 3 events by Source IP',
        '2026-05-01 21:00:00+09:00 to 2026-05-01 21:02:00+09:00 · time zone Asia/Tokyo',
        ...['203.0.113.0', '203.0.113.1', '203.0.113.2'],
        ...['2026-05-01', '21:00:00', '21:01:00', '21:02:00'],
        ...['read', 'write', 'failed', 'denied'],
      ]),
    );
  });

  it('draws each event by its outcome, hollow where a service made the call', () => {
    const figure = draw(
      madeReport([
        { time: noon },
        { time: noon + 20_000 },
        { time: noon + 40_000, flags: flag.byService },
        { time: noon + 60_000, flags: flag.failed | flag.denied },
      ]),
    );
    // One of each stands in the legend.
    expect(marksOf(figure, blue)).toEqual({ solid: 3, hollow: 2 });
    expect(marksOf(figure, '#cf5200')).toEqual({ solid: 2, hollow: 0 });
    expect(marksOf(figure, '#737a83')).toEqual({ solid: 1, hollow: 0 });
  });

  it('lets no mark rub out another of its kind, however dense they lie', () => {
    const figure = draw(
      madeReport(
        Array.from({ length: 180 }, (_, i) => ({
          time: noon + Math.floor(i / 9),
          flags: i % 2 === 0 ? flag.failed | flag.denied : flag.readOnly,
        })),
      ),
    );
    const paths = Array.from(figure.querySelectorAll('path'));
    const edges = paths.filter((path) => path.getAttribute('stroke') === '#ffffff');
    expect(edges.length).toBeGreaterThan(0);
    for (const edge of edges) {
      expect(edge.getAttribute('fill')).toBe('none');
      expect(edge.nextElementSibling?.getAttribute('d')).toBe(edge.getAttribute('d'));
      expect(edge.nextElementSibling?.getAttribute('fill')).toMatch(/^#(?:cf5200|ad5587)$/u);
    }
    const fills = paths.map((path) => path.getAttribute('fill'));
    expect(fills).not.toContain('#ffffff');
    expect(fills.indexOf('#cf5200')).toBeGreaterThan(fills.indexOf('#737a83'));
  });

  it('says which events are of the synthetic sample', () => {
    const model = madeReport(lanesOf(3));
    const [, all] = textsOf(draw({ ...model, synthetic: 3 }));
    expect(all).toBe('Synthetic sample: every event is made up.');
    const [, some] = textsOf(draw({ ...model, synthetic: 2 }));
    expect(some).toBe('2 of 3 events come from the synthetic sample: they are made up.');
    expect(textsOf(draw(model)).join()).not.toContain('synthetic');
  });

  it('sets nested rows in, marks pinned ones, and names the row of all others', () => {
    const events = ['a', 'a', 'b', 'c'].map((sourceIp, i) => ({
      time: noon + i,
      text: { sourceIp, eventName: i === 1 ? 'DeleteRule' : 'CreateRule' },
    }));
    const fields = { field: 'sourceIp', nested: 'eventName' } as const;
    const arrangement = { pinned: ['a'], folded: new Set<string>(), gathers: true };
    const figure = draw(madeReport(events, {}, { fields, arrangement }));
    const texts = textsOf(figure);
    const others = 'all others (2 lanes)';
    for (const text of ['a', 'CreateRule', 'DeleteRule', others, 'pinned to the top']) {
      expect(texts).toContain(text);
    }
    expect(texts.some((text) => text.endsWith('by Source IP › Event name'))).toBe(true);
    const x = (text: string): number => {
      const found = Array.from(figure.querySelectorAll('text'));
      const label = found.find(({ textContent }) => textContent.trim() === text);
      return Number(label?.getAttribute('x'));
    };
    expect(x('CreateRule')).toBeGreaterThan(x(others));
  });

  it('shortens the name of a case that is too long for its title', () => {
    const caseName = `Case ${'x'.repeat(10_000)}`;
    const [title] = textsOf(draw(madeReport(lanesOf(3)), { caseName, width: 480 }));
    expect(title).toMatch(/^Case x+…x+: 3 events by Source IP$/u);
    expect(title?.length).toBeLessThan(55);
  });

  it('spreads the events of one moment, so that none hides another', () => {
    const figure = draw(madeReport(Array.from({ length: 9 }, () => ({ time: noon }))));
    expect(marksOf(figure, blue).solid).toBe(1 + 9);
  });

  it('keeps its explanations within its width on paper', () => {
    for (const count of [3, 55]) {
      const events = ofRegion(lanesOf(count));
      const figure = draw(madeReport(events, { gaps: [gap] }), { width: 700 });
      const all = Array.from(figure.querySelectorAll('text'));
      for (const { textContent } of all) expect(textContent.length * 10 * 0.55).toBeLessThan(676);
    }
  });

  it('keeps every mark inside its plot', () => {
    const events = [0, 5, 30, 59].map((minute) => ({ time: noon + minute * 60_000 }));
    const figure = draw(madeReport(events));
    const width = Number(figure.getAttribute('width'));
    for (const path of figure.querySelectorAll('path')) {
      const starts = (path.getAttribute('d') ?? '').matchAll(/M([\d.-]+)/gu);
      for (const [, x] of starts) {
        expect(Number(x)).toBeGreaterThan(5);
        expect(Number(x)).toBeLessThan(width - 5);
      }
    }
  });

  it('keeps the labels of the axis apart, however long the span', () => {
    for (const minutes of [0, 1, 3, 20, 59, 300, 1500, 5600, 9000, 50_000, 400_000, 4_000_000])
      for (const [width, zone] of [
        ...[480, 700, 960, 1400].map((pixels) => [pixels, 'UTC'] as const),
        ...[480, 700, 960, 1400].map((pixels) => [pixels, 'Asia/Tokyo'] as const),
      ]) {
        const end = noon + minutes * 60_000;
        const figure = draw(madeReport([{ time: noon }, { time: end }]), { width, zone });
        const labels = Array.from(figure.querySelectorAll('text[text-anchor="middle"]'));
        const rows = new Set(labels.map((label) => label.getAttribute('y')));
        for (const y of rows) {
          const places = labels.filter((label) => label.getAttribute('y') === y).map(boxOf);
          for (const [place, box] of places.entries())
            expect(box.left).toBeGreaterThan(places[place - 1]?.right ?? 0);
        }
        expect(labels.length).toBeGreaterThan(0);
      }
  });

  it('has as many ticks as there is room for, also on paper', () => {
    const ticksOf = (days: number): readonly string[] => {
      const events = [{ time: noon }, { time: noon + days * 86_400_000 }];
      const figure = draw(madeReport(events), { width: 700 });
      const y = Array.from(figure.querySelectorAll('text')).find(
        ({ textContent }) => textContent.trim() === 'Source IP',
      );
      return Array.from(figure.querySelectorAll('text[text-anchor="middle"]'))
        .filter((text) => text.getAttribute('y') === y?.getAttribute('y'))
        .map(({ textContent }) => textContent.trim());
    };
    expect(ticksOf(3.5)).toEqual([
      '12:00',
      '00:00',
      '12:00',
      '00:00',
      '12:00',
      '00:00',
      '12:00',
      '00:00',
    ]);
    expect(ticksOf(3650)).toHaveLength(10);
  });

  it('draws cells where there are many events, and says what one stands for', () => {
    const events = Array.from({ length: 12_000 }, (_, i) => ({ time: noon + i * 1000 }));
    const figure = draw(madeReport(events));
    const cells = figure.querySelector(`path[fill="${blue}"]`)?.getAttribute('d') ?? '';
    expect(cells.split('M').length - 1).toBeGreaterThan(140);
    expect(textsOf(figure).slice(-2)).toEqual([
      'Each cell stands for 78 seconds. Its colour is that of the gravest event in it.',
      'Its height is the number of events, on a logarithmic scale up to 78 events.',
    ]);
  });

  it('says when there are more lanes than it draws', () => {
    const texts = textsOf(draw(madeReport(lanesOf(55))));
    expect(texts.at(-1)).toBe('The 40 of 55 lanes with most events; 15 events in the others.');
  });

  it('says that nothing is selected', () => {
    expect(textsOf(draw(madeReport([])))).toContain('No event is selected');
  });

  it('stays well-formed and harmless whatever the evidence holds', () => {
    const events = hostileTexts.map((sourceIp, i) => ({
      time: noon + i * 1000,
      text: { sourceIp },
    }));
    const figure = draw(madeReport(events), { theme: 'dark', width: 600 });
    expect(figure.querySelectorAll('script, image, a, foreignObject, style, use')).toHaveLength(0);
    for (const element of figure.querySelectorAll('*'))
      for (const name of element.getAttributeNames()) expect(name).not.toMatch(/^on|href/iu);
    expect(figure.outerHTML.length).toBeLessThan(30_000);
    expect(figure.textContent).toContain('user⟦U+202E⟧txt.exe');
    expect(textsOf(figure)).toContain('検証用ロール・負荷分散');
  });

  it('has a word for lanes without a value', () => {
    expect(textsOf(draw(madeReport([{ time: noon }])))).toContain('not in this record');
  });

  it('draws the same figure from the same model', () => {
    const model = madeReport(lanesOf(12));
    expect(draw(model).outerHTML).toBe(draw(model).outerHTML);
  });

  it('hatches coverage gaps in the lanes that they concern, below the marks, and says what they are', () => {
    const events = ofRegion(lanesOf(3));
    const hatch = (figure: Element) => [...figure.querySelectorAll('path[stroke="#c4b27c"]')];
    const figure = draw(madeReport(events, { gaps: [gap] }));
    const [lines, swatch, ...more] = hatch(figure);
    expect([lines === undefined, swatch === undefined, more.length]).toEqual([false, false, 0]);
    expect(lines?.compareDocumentPosition(figure.querySelector(`[fill="${blue}"]`) ?? figure)).toBe(
      Node.DOCUMENT_POSITION_FOLLOWING,
    );
    expect(textsOf(figure)).toContain('coverage gap');
    expect(textsOf(figure).join(' ')).toContain('Absence of events is not absence of action.');
    expect(hatch(draw(madeReport(events)))).toEqual([]);
    const elsewhere = { ...gap, account: '444455556666' };
    expect(hatch(draw(madeReport(events, { gaps: [elsewhere] })))).toEqual([]);
  });
});
