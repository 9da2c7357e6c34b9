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
      isOutside: false,
      failure: undefined,
      onFit: () => undefined,
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

  it('says what to do where the filter leaves nothing', () => {
    expect(textWith({ lanes: 0 })).toContain('No event passes the filter');
  });

  it('offers the way back from times without evidence', () => {
    let fitted = 0;
    textWith({
      isOutside: true,
      onFit: () => {
        fitted++;
      },
    });
    document.querySelector('button')?.click();
    expect(fitted).toBe(1);
  });

  it('reads out why nothing could be drawn', () => {
    expect(textWith({ failure: 'the worker is gone' })).toContain('the worker is gone');
    expect(document.querySelector('[role=alert]')).not.toBeNull();
  });
});
