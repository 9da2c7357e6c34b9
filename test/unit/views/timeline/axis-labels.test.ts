import { afterEach, describe, expect, it } from 'vitest';
import { speak } from '../../../../renderer/messages/message.svelte.ts';
import {
  isLabelWhole,
  majorLabel,
  minorLabel,
} from '../../../../renderer/views/timeline/axis-labels.ts';
import { ZonedMoment } from '../../../../renderer/views/timeline/zone-moment.ts';

const moment = new ZonedMoment(Date.parse('2026-05-01T09:05:07.040Z'), 'UTC');

afterEach(() => {
  speak('en');
});

describe('minorLabel and majorLabel', () => {
  it.each([
    ['millisecond', '.040', '2026-05-01 09:05:07'],
    ['second', '09:05:07', '2026-05-01 09:05'],
    ['minute', '09:05', 'Fri 2026-05-01'],
    ['hour', '09:05', 'Fri 2026-05-01'],
    ['day', 'Fri 1', 'May 2026'],
    ['month', 'May', '2026'],
    ['year', '2026', ''],
  ])('say a moment on the scale of a %s', (scale, minor, major) => {
    expect(minorLabel(moment, scale)).toBe(minor);
    expect(majorLabel(moment, scale)).toBe(major);
  });

  it('name weekdays and months in the language of the window', () => {
    speak('ja');
    expect(minorLabel(moment, 'day')).toBe('1 (金)');
    expect(majorLabel(moment, 'hour')).toBe('2026-05-01 (金)');
    expect(majorLabel(moment, 'day')).toBe('2026年5月');
    expect(minorLabel(moment, 'month')).toBe('5月');
    expect(isLabelWhole('5月', 780, 800)).toBe(false);
  });

  it('are in the zone of the moment', () => {
    const tokyo = new ZonedMoment(Date.parse('2026-04-30T23:00:00Z'), 'Asia/Tokyo');
    expect(minorLabel(tokyo, 'hour')).toBe('08:00');
    expect(majorLabel(tokyo, 'hour')).toBe('Fri 2026-05-01');
  });
});

describe('isLabelWhole', () => {
  it('holds where neither edge cuts the label', () => {
    expect(isLabelWhole('09:05', 0, 800)).toBe(true);
    expect(isLabelWhole('09:05', 755, 800)).toBe(true);
    expect(isLabelWhole('09:05', 770, 800)).toBe(false);
    expect(isLabelWhole('09:05', -12, 800)).toBe(false);
  });
});
