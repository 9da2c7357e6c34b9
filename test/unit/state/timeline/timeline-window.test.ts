import { describe, expect, it } from 'vitest';
import { SettingsState } from '../../../../renderer/state/app/settings.svelte.ts';
import {
  padded,
  TimelineWindow,
} from '../../../../renderer/state/timeline/timeline-window.svelte.ts';

const hour = 3_600_000;

function windowOver(start: number, end: number): TimelineWindow {
  const timeline = new TimelineWindow(
    new SettingsState({ getItem: () => null, setItem: () => undefined }),
  );
  timeline.setWhole({ start, end });
  return timeline;
}

describe('TimelineWindow', () => {
  it('shows the whole case at first, with room on either side', () => {
    const timeline = windowOver(0, 50 * hour);
    expect(timeline.visible).toEqual({ start: -2 * hour, end: 52 * hour });
  });

  it('goes on showing the whole case while it grows, unless another stretch was chosen', () => {
    const timeline = windowOver(0, hour);
    timeline.setWhole({ start: 0, end: 2 * hour });
    expect(timeline.visible).toEqual(padded({ start: 0, end: 2 * hour }));
    timeline.show({ start: 0, end: hour });
    timeline.setWhole({ start: 0, end: 3 * hour });
    expect(timeline.visible).toEqual({ start: 0, end: hour });
  });

  it('zooms around a moment, which stays where it is', () => {
    const timeline = windowOver(0, hour);
    timeline.show({ start: 0, end: 10_000 });
    timeline.zoom(0.5, 2000);
    expect(timeline.visible).toEqual({ start: 1000, end: 6000 });
  });

  it('stops at one second, and at three times the case around it', () => {
    const timeline = windowOver(0, 20 * hour);
    for (let time = 0; time < 60; time += 1) timeline.zoom(0.5);
    const narrow = timeline.visible;
    expect(narrow && narrow.end - narrow.start).toBeCloseTo(1000);
    for (let time = 0; time < 80; time += 1) timeline.zoom(2);
    expect(timeline.visible).toEqual({ start: -20 * hour, end: 40 * hour });
  });

  it('keeps the moment it zooms out from on the screen', () => {
    const timeline = windowOver(0, 20 * hour);
    timeline.show({ start: 0, end: hour });
    for (let press = 0; press < 40; press += 1) timeline.zoom(1.5, 0.9 * hour);
    const { start, end } = timeline.visible ?? { start: 0, end: 0 };
    expect(start <= 0 && end >= 20 * hour).toBe(true);
    expect(end - start).toBeCloseTo(60 * hour);
  });

  it('does not leave the case', () => {
    const timeline = windowOver(0, 20 * hour);
    timeline.show({ start: -300 * hour, end: -298 * hour });
    expect(timeline.visible).toEqual({ start: -hour, end: hour });
  });

  it('fits the selected events, and the whole case when asked again', () => {
    const timeline = windowOver(0, 50 * hour);
    timeline.setSelected({ start: 10 * hour, end: 20 * hour });
    timeline.fit();
    expect(timeline.visible).toEqual({ start: 9.6 * hour, end: 20.4 * hour });
    timeline.fit();
    expect(timeline.visible).toEqual({ start: -2 * hour, end: 52 * hour });
    timeline.fit();
    expect(timeline.visible).toEqual({ start: 9.6 * hour, end: 20.4 * hour });
    timeline.fitWhole();
    expect(timeline.visible).toEqual({ start: -2 * hour, end: 52 * hour });
  });

  it('fits events of one moment with half a minute on either side, within the case', () => {
    const timeline = windowOver(0, 50 * hour);
    timeline.setSelected({ start: hour, end: hour + 1 });
    timeline.fit();
    expect(timeline.visible).toEqual({ start: hour - 30_000, end: hour + 30_001 });
    const short = windowOver(0, 10_000);
    short.setSelected({ start: 2000, end: 2001 });
    short.fit();
    expect(short.visible).toEqual(padded({ start: 0, end: 10_000 }));
  });

  it('moves by a share of itself', () => {
    const timeline = windowOver(0, hour);
    timeline.show({ start: 0, end: 10_000 });
    timeline.pan(0.1);
    expect(timeline.visible).toEqual({ start: 1000, end: 11_000 });
  });

  it('brings a moment into view only where it is not', () => {
    const timeline = windowOver(0, hour);
    timeline.show({ start: 0, end: 10_000 });
    timeline.reveal(9999);
    expect(timeline.visible).toEqual({ start: 0, end: 10_000 });
    timeline.reveal(20_000);
    expect(timeline.visible).toEqual({ start: 15_000, end: 25_000 });
  });

  it('has nothing to show while the case is empty', () => {
    const timeline = windowOver(0, hour);
    timeline.setWhole(undefined);
    timeline.zoom(2);
    timeline.pan(1);
    timeline.fit();
    expect(timeline.visible).toBeUndefined();
  });
});
