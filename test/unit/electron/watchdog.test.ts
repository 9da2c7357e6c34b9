import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Watchdog } from '../../../electron/watchdog.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('Watchdog', () => {
  it('calls once after silence, and not while something moves', () => {
    const onSilence = vi.fn();
    const watchdog = new Watchdog(1000, onSilence);
    watchdog.touch();
    vi.advanceTimersByTime(900);
    watchdog.touch();
    vi.advanceTimersByTime(900);
    expect(onSilence).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5000);
    expect(onSilence).toHaveBeenCalledTimes(1);
  });

  it('is silent before the first touch and after the stop', () => {
    const onSilence = vi.fn();
    const watchdog = new Watchdog(1000, onSilence);
    vi.advanceTimersByTime(5000);
    watchdog.touch();
    watchdog.stop();
    vi.advanceTimersByTime(5000);
    expect(onSilence).not.toHaveBeenCalled();
  });
});
