const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const month = 30 * day;
const year = 365 * day;

/** The distance of ticks on the axis, in vis-timeline's words. */
export interface AxisStep {
  readonly scale: 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';
  readonly step: number;
}

/** How much room a label of each scale takes with its gap, in pixels (see axis-labels.ts). */
const room: Readonly<Record<AxisStep['scale'], number>> = {
  millisecond: 44,
  second: 76,
  minute: 56,
  hour: 56,
  day: 48,
  month: 44,
  year: 52,
};

const unit: Readonly<Record<AxisStep['scale'], number>> = {
  millisecond: 1,
  second,
  minute,
  hour,
  day,
  month,
  year,
};

/** Steps that divide the next larger unit, or start anew with each month. */
const steps: readonly (readonly [AxisStep['scale'], readonly number[]])[] = [
  ['millisecond', [100, 200, 500]],
  ['second', [1, 5, 10, 15, 30]],
  ['minute', [1, 5, 10, 15, 30]],
  ['hour', [1, 2, 3, 6, 12]],
  ['day', [1, 2, 7, 14]],
  ['month', [1, 3, 6]],
  ['year', [1, 2, 5, 10, 20]],
];

/**
 * The closest ticks whose labels still stand apart. vis-timeline's own choice has gaps: from two
 * days it goes to a month, from four hours to half a day.
 */
export function axisStep(msPerPixel: number): AxisStep {
  for (const [scale, sizes] of steps) {
    const step = sizes.find((size) => (size * unit[scale]) / msPerPixel >= room[scale]);
    if (step !== undefined) return { scale, step };
  }
  return { scale: 'year', step: 50 };
}
