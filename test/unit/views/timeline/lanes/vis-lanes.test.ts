import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createVisLanes } from '../../../../../renderer/views/timeline/lanes/vis-lanes.ts';

/*
 * jsdom lays nothing out, and vis-timeline draws nothing without a width: elements are given one.
 * That rows are laneHeight high and that marks meet the axis is checked in a real browser.
 * vis-timeline draws once a frame: here, when told to.
 */
let waiting: FrameRequestCallback[] = [];
function frame(): void {
  const now = waiting;
  waiting = [];
  for (const run of now) run(0);
}

beforeEach(() => {
  waiting = [];
  vi.stubGlobal('requestAnimationFrame', (run: FrameRequestCallback) => waiting.push(run));
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(1000);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(400);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const window = { start: Date.UTC(2026, 4, 1), end: Date.UTC(2026, 4, 2) };
const row = (value: string) => ({
  value,
  label: { head: value, tail: '', gives: 'head' as const },
  count: 1,
  denied: 0,
  hue: 10,
  current: false,
  kind: 'outer' as const,
  fold: 'none' as const,
  isPinned: false,
  mark: undefined,
});

function setUp() {
  const host = document.body.appendChild(document.createElement('div'));
  const lanes = createVisLanes(host, { window, zone: 'UTC' }, () => undefined);
  return { host, lanes };
}

describe('createVisLanes', () => {
  it('draws its window, and each one after it, though it holds no items', () => {
    const { host, lanes } = setUp();
    const days = () => [...host.querySelectorAll('.vis-major')].map((label) => label.textContent);
    frame();
    expect(days()).toContain('Fri 2026-05-01');
    expect(host.querySelector('.vis-loading-screen')).toBeNull();
    const later = 40 * 86_400_000;
    lanes.show({ start: window.start + later, end: window.end + later });
    frame();
    expect(days()).toContain('Wed 2026-06-10');
    expect(days()).not.toContain('Fri 2026-05-01');
    lanes.destroy();
  });

  it('starts with the window it was given and moves at once', () => {
    const { lanes } = setUp();
    expect(lanes.window).toEqual(window);
    const moved = { start: window.start + 1000, end: window.end - 1000 };
    lanes.show(moved);
    expect(lanes.window).toEqual(moved);
    lanes.destroy();
  });

  it('has as many labels as rows, and keeps them as their lanes change', () => {
    const { host, lanes } = setUp();
    const names = () => [...host.querySelectorAll('.lane-name')].map((name) => name.textContent);
    lanes.showRows([row('a'), row('b'), row('c')], 3);
    lanes.resize(() => undefined);
    frame();
    expect(names()).toEqual(['a', 'b', 'c']);
    const first = host.querySelector('.lane-label');
    lanes.showRows([row('b'), row('c')], 2);
    lanes.resize(() => undefined);
    frame();
    expect(names()).toEqual(['b', 'c']);
    expect(host.querySelector('.lane-label')).toBe(first);
    lanes.destroy();
  });

  it('keeps slots that are left over where there is room, out of sight', () => {
    const { host, lanes } = setUp();
    lanes.showRows([row('a'), row('b'), row('c')], 3);
    lanes.resize(() => undefined);
    frame();
    const empty = () =>
      [...host.querySelectorAll('.vis-foreground .vis-group')].map((slot) =>
        slot.classList.contains('is-empty'),
      );
    lanes.showRows([row('b')], 3);
    expect(empty()).toEqual([false, true, true]);
    expect(host.querySelectorAll('.lane-label.is-empty')).toHaveLength(2);
    lanes.showRows([row('a'), row('b'), row('c')], 3);
    expect(empty()).toEqual([false, false, false]);
    lanes.destroy();
  });

  it('leaves its rows where they are as the ticks of its axis change', () => {
    const box = new DOMRect(0, 0, 1000, 400);
    vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(box);
    const { host, lanes } = setUp();
    lanes.showRows([row('a'), row('b'), row('c')], 3);
    lanes.resize(() => undefined);
    frame();
    frame();
    const ticks = () => [...host.querySelectorAll('.vis-text')].map((label) => label.textContent);
    expect(ticks()).toContain('06:00');
    const labels = host.querySelector('.vis-labelset');
    if (labels === null) throw new Error('vis-timeline has labels');
    const moves = new MutationObserver(() => undefined);
    moves.observe(labels, { childList: true });
    lanes.show({ start: window.start, end: window.start + 60_000 });
    frame();
    expect(ticks()).toContain('00:00:30');
    expect(moves.takeRecords()).toHaveLength(0);
    lanes.destroy();
  });

  it('hands vis-timeline no markup from evidence', () => {
    const { host, lanes } = setUp();
    lanes.showRows([row('<img src=x>')], 1);
    lanes.resize(() => undefined);
    frame();
    expect(host.querySelector('img')).toBeNull();
    expect(host.querySelector('.lane-name')?.textContent).toBe('<img src=x>');
    lanes.destroy();
  });

  it('has a cursor while there is a moment for it', () => {
    const { host, lanes } = setUp();
    lanes.showCursor(window.start + 1000);
    lanes.resize(() => undefined);
    frame();
    expect(host.querySelectorAll('.vis-custom-time')).toHaveLength(1);
    lanes.showCursor(window.start + 2000);
    frame();
    expect(host.querySelectorAll('.vis-custom-time')).toHaveLength(1);
    lanes.showCursor(undefined);
    frame();
    expect(host.querySelectorAll('.vis-custom-time')).toHaveLength(0);
    lanes.destroy();
  });

  it('marks the span that is being chosen', () => {
    const { host, lanes } = setUp();
    lanes.showRegion({ start: window.start + 1000, end: window.end - 1000 });
    frame();
    expect(host.querySelectorAll('.vis-item.vis-background')).toHaveLength(1);
    lanes.showRegion(undefined);
    frame();
    expect(host.querySelectorAll('.vis-item.vis-background')).toHaveLength(0);
    lanes.destroy();
  });

  it('takes another zone without losing its place', () => {
    const { host, lanes } = setUp();
    frame();
    lanes.setZone('Pacific/Kiritimati');
    frame();
    expect(lanes.window).toEqual(window);
    const labels = [...host.querySelectorAll('.vis-major')].map((label) => label.textContent);
    expect(labels).toContain('Sat 2026-05-02');
    lanes.destroy();
  });

  it('says once it is drawn at another size, and only then', () => {
    const { lanes } = setUp();
    frame();
    let settled = 0;
    lanes.resize(() => {
      settled++;
    });
    expect(settled).toBe(0);
    frame();
    expect(settled).toBe(1);
    lanes.show({ start: window.start - 1000, end: window.end });
    frame();
    expect(settled).toBe(1);
    lanes.destroy();
  });

  it('leaves nothing behind', () => {
    const { host, lanes } = setUp();
    lanes.destroy();
    expect(host.querySelector('.vis-timeline')).toBeNull();
  });
});
