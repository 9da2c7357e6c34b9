import { flushSync, mount, unmount } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import TimelineToolbar from '../../../../renderer/views/timeline/TimelineToolbar.svelte';

let mounted: Record<string, unknown> | undefined;
// jsdom lays nothing out: all has no width, and there is never room.
beforeEach(() => {
  const observe = { observe: () => undefined, unobserve: () => undefined };
  vi.stubGlobal('ResizeObserver', function ResizeObserver() {
    return observe;
  });
});
afterEach(async () => {
  vi.unstubAllGlobals();
  if (mounted !== undefined) await unmount(mounted);
  mounted = undefined;
});

function setUp(choosing = false, hasBars = true) {
  const said: string[] = [];
  mounted = mount(TimelineToolbar, {
    target: document.body,
    props: {
      field: 'tool',
      nested: undefined,
      sort: 'denied',
      choosing,
      hasBars,
      gaps: [],
      zone: 'UTC',
      onGap: () => undefined,
      onField: (field: string) => said.push(`field ${field}`),
      onNested: (field: string | undefined) => said.push(`nested ${field ?? 'none'}`),
      onSort: (sort: string) => said.push(`sort ${sort}`),
      onZoom: (factor: number) => said.push(`zoom ${factor}`),
      onFit: () => said.push('fit'),
      onChoosing: (now: boolean) => said.push(`choosing ${String(now)}`),
    },
  });
  flushSync();
  return said;
}

const selects = () => [...document.querySelectorAll('select')];
const button = (name: string) =>
  [...document.querySelectorAll('button')].find(
    (one) => one.getAttribute('aria-label') === name || one.textContent.trim() === name,
  );

describe('TimelineToolbar', () => {
  it('shows what the lanes stand for and how they are sorted', () => {
    setUp();
    expect(selects().map(({ value }) => value)).toEqual(['tool', 'none', 'denied']);
  });

  it('says what is chosen', () => {
    const said = setUp();
    const [field, nested, sort] = selects();
    if (!field || !nested || !sort) throw new Error('the toolbar has three lists');
    field.value = 'accessKey';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    for (const value of ['region', 'none']) {
      nested.value = value;
      nested.dispatchEvent(new Event('change', { bubbles: true }));
    }
    sort.value = 'firstSeen';
    sort.dispatchEvent(new Event('change', { bubbles: true }));
    expect(said).toEqual(['field accessKey', 'nested region', 'nested none', 'sort firstSeen']);
  });

  it('nests no field in itself', () => {
    setUp();
    expect([...(selects()[1]?.options ?? [])].map(({ value }) => value)).not.toContain('tool');
  });

  it('zooms, fits and turns choosing on and off', () => {
    const said = setUp(true);
    for (const name of ['Zoom in', 'Zoom out', 'Fit', 'Select span']) button(name)?.click();
    expect(said).toEqual(['zoom 0.5', 'zoom 2', 'fit', 'choosing false']);
    expect(button('Select span')?.getAttribute('aria-pressed')).toBe('true');
  });

  it('explains every outcome', () => {
    setUp();
    const legend = document.querySelector('[aria-label="Legend"]');
    for (const word of ['read', 'write', 'failed', 'denied', 'by AWS service']) {
      expect(legend?.parentElement?.textContent).toContain(word);
    }
  });

  it('explains heights only while there are bars', () => {
    setUp(false, false);
    expect(document.body.textContent).not.toContain('10,000');
  });

  it('has the legend behind a button where there is no room for it', () => {
    setUp();
    button('Legend')?.click();
    flushSync();
    const panel = document.querySelector('[aria-label="What the marks mean"]');
    for (const word of ['denied', 'by AWS service', '1 – 10,000', 'one mark per event']) {
      expect(panel?.textContent).toContain(word);
    }
    document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    flushSync();
    expect(document.querySelector('[aria-label="What the marks mean"]')).toBeNull();
  });
});
