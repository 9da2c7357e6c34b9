import { flushSync, mount, unmount } from 'svelte';
import { afterEach, describe, expect, it } from 'vitest';
import TimelineMessage from '../../../../renderer/views/timeline/TimelineMessage.svelte';

let mounted: Record<string, unknown> | undefined;
afterEach(async () => {
  if (mounted !== undefined) await unmount(mounted);
});

function textWith(props: Partial<Parameters<typeof TimelineMessage>[1]>): string {
  mounted = mount(TimelineMessage, {
    target: document.body,
    props: {
      lanes: 3,
      busy: false,
      gap: undefined,
      zone: 'UTC',
      failure: undefined,
      onGo: () => undefined,
      ...props,
    },
  });
  flushSync();
  return document.body.textContent.trim();
}

describe('TimelineMessage', () => {
  it('is silent while there is something to see', () => {
    expect(textWith({})).toBe('');
  });

  it('tells waiting for lanes from having none', () => {
    expect(textWith({ lanes: 0, busy: true })).toContain('Looking for events');
  });

  it('says that the filter leaves nothing, and leaves the advice to the table', () => {
    expect(textWith({ lanes: 0 })).toBe('No event matches the filter.');
  });

  const window = { start: Date.UTC(2026, 4, 1, 10), end: Date.UTC(2026, 4, 1, 10, 20) };
  const before = { time: window.start - 3 * 3_600_000, lane: 'a' };
  const after = { time: window.end + 12 * 60_000, lane: 'b' };
  const buttons = () => [...document.querySelectorAll('button')];

  it('leads from a silence to the nearest event on either side', () => {
    const went: unknown[] = [];
    const around = { count: 0, first: undefined, before, after };
    const onGo = (event: unknown) => went.push(event);
    const text = textWith({ gap: { window, around }, onGo });
    expect(text).toContain('No events between 2026-05-01 10:00:00Z and 2026-05-01 10:20:00Z');
    expect(buttons().map((button) => button.textContent)).toEqual(['← 3 h', '12 m →']);
    for (const button of buttons()) button.click();
    expect(went).toEqual([before, after]);
  });

  it('offers one way only at the ends of the case', () => {
    const around = { count: 0, first: undefined, before: undefined, after };
    textWith({ gap: { window, around } });
    expect(buttons()).toHaveLength(1);
  });

  it('tells events in lanes out of view from none', () => {
    const went: unknown[] = [];
    const around = { count: 1204, first: { time: window.start, lane: 'z' }, before, after };
    const onGo = (event: unknown) => went.push(event);
    expect(textWith({ gap: { window, around }, onGo })).toContain('1,204 events between');
    buttons()[1]?.click();
    expect(went).toEqual([around.first]);
  });

  it('reads out why nothing could be drawn', () => {
    expect(textWith({ failure: 'the worker is gone' })).toContain('the worker is gone');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
  });
});
