import { describe, expect, it } from 'vitest';
import { axisStep } from '../../../../renderer/views/timeline/axis-step.ts';

const width = 1000;
const stepFor = (seconds: number) => {
  const { scale, step } = axisStep((seconds * 1000) / width);
  return `${step} ${scale}`;
};

describe('axisStep', () => {
  it('takes the closest ticks whose labels stand apart, from a second to fifty years', () => {
    const day = 86_400;
    expect(stepFor(1)).toBe('100 millisecond');
    expect(stepFor(60)).toBe('5 second');
    expect(stepFor(600)).toBe('1 minute');
    expect(stepFor(6 * 3600)).toBe('30 minute');
    expect(stepFor(day)).toBe('2 hour');
    expect(stepFor(7 * day)).toBe('12 hour');
    expect(stepFor(40 * day)).toBe('2 day');
    expect(stepFor(365 * day)).toBe('1 month');
    expect(stepFor(50 * 365 * day)).toBe('5 year');
  });

  it('grows with the time that a pixel stands for', () => {
    const lengths = {
      millisecond: 1,
      second: 1e3,
      minute: 6e4,
      hour: 36e5,
      day: 864e5,
      month: 2592e6,
      year: 31536e6,
    };
    let last = 0;
    for (let msPerPixel = 0.5; msPerPixel < 1e11; msPerPixel *= 1.3) {
      const { scale, step } = axisStep(msPerPixel);
      const length = lengths[scale] * step;
      expect(length).toBeGreaterThanOrEqual(last);
      last = length;
    }
  });
});
