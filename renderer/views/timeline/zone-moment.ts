import { formatIso, offsetAt } from '../../core/base/zoned-time.ts';
import type { EpochMs } from '../../core/base/units.ts';

/*
 * vis-timeline walks its axis with moment objects that its `moment` option makes. Moment itself
 * knows UTC, the machine's zone and fixed offsets, no other zone: ticks would slip by an hour at
 * every change of the clocks. This is the part of moment's interface that vis-timeline 8.5 uses,
 * over the zones that Intl knows. Unlike moment, a ZonedMoment never changes: vis-timeline takes
 * the results, save on its week scale, which is off.
 */

const unitMs = { millisecond: 1, second: 1000, minute: 60_000, hour: 3_600_000 } as const;
type ClockUnit = keyof typeof unitMs;
type DateUnit = 'day' | 'week' | 'month' | 'year';
type Unit = ClockUnit | DateUnit;

/** What vis-timeline hands to its `moment` option. */
export type MomentInput = number | Date | ZonedMoment | undefined;

/** A moment of time and the clock and calendar of a zone at it. */
export class ZonedMoment {
  readonly #time: EpochMs;
  readonly #zone: string;
  /** Its UTC fields are the zone's clock and calendar. */
  readonly #wall: Date;

  constructor(time: EpochMs, zone: string) {
    this.#time = time;
    this.#zone = zone;
    this.#wall = new Date(time + offsetAt(time, zone));
  }

  valueOf(): EpochMs {
    return this.#time;
  }
  toDate(): Date {
    return new Date(this.#time);
  }
  clone(): this {
    return this;
  }
  /** Names of months and weekdays are not wanted: vis-timeline makes class names of them only. */
  locale(): this {
    return this;
  }
  format(): string {
    return formatIso(this.#time, this.#zone);
  }
  /** Without a unit: the same moment. With one, vis-timeline asks whether it is today's: no. */
  isSame(other: MomentInput, unit?: string): boolean {
    return unit === undefined && this.#time === other?.valueOf();
  }

  year(): number;
  year(value: number): ZonedMoment;
  year(value?: number): number | ZonedMoment {
    return value === undefined ? this.#wall.getUTCFullYear() : this.#inMonth(value, this.month());
  }
  /** From 0 for January, as in moment. */
  month(): number;
  month(value: number): ZonedMoment;
  month(value?: number): number | ZonedMoment {
    return value === undefined ? this.#wall.getUTCMonth() : this.#inMonth(this.year(), value);
  }
  date(): number;
  date(value: number): ZonedMoment;
  date(value?: number): number | ZonedMoment {
    return value === undefined ? this.#wall.getUTCDate() : this.#set('setUTCDate', value);
  }
  hours(): number;
  hours(value: number): ZonedMoment;
  hours(value?: number): number | ZonedMoment {
    return value === undefined ? this.#wall.getUTCHours() : this.#set('setUTCHours', value);
  }
  minutes(): number;
  minutes(value: number): ZonedMoment;
  minutes(value?: number): number | ZonedMoment {
    const now = this.#wall.getUTCMinutes();
    return value === undefined ? now : this.add(value - now, 'minute');
  }
  seconds(): number;
  seconds(value: number): ZonedMoment;
  seconds(value?: number): number | ZonedMoment {
    const now = this.#wall.getUTCSeconds();
    return value === undefined ? now : this.add(value - now, 'second');
  }
  milliseconds(): number;
  milliseconds(value: number): ZonedMoment;
  milliseconds(value?: number): number | ZonedMoment {
    const now = this.#wall.getUTCMilliseconds();
    return value === undefined ? now : this.add(value - now, 'millisecond');
  }
  weekday(): number {
    return this.#wall.getUTCDay();
  }
  isoWeekday(): number {
    return this.#wall.getUTCDay() || 7;
  }

  /** Hours and less are lengths of time; days and more keep the clock, as in moment. */
  add(amount: number, unit: string): ZonedMoment {
    const known = toUnit(unit);
    switch (known) {
      case 'day':
      case 'week':
        return this.#set('setUTCDate', this.date() + amount * (known === 'week' ? 7 : 1));
      case 'month':
        return this.#inMonth(this.year(), this.month() + amount);
      case 'year':
        return this.#inMonth(this.year() + amount, this.month());
      case 'hour':
      case 'minute':
      case 'second':
      case 'millisecond':
        return new ZonedMoment(this.#time + amount * unitMs[known], this.#zone);
    }
  }
  subtract(amount: number, unit: string): ZonedMoment {
    return this.add(-amount, unit);
  }

  /** The same day and clock in another month: the month's last day where it is shorter. */
  #inMonth(year: number, month: number): ZonedMoment {
    const wall = new Date(this.#wall);
    wall.setUTCDate(1);
    wall.setUTCFullYear(year, month);
    const last = new Date(wall);
    last.setUTCMonth(wall.getUTCMonth() + 1, 0);
    wall.setUTCDate(Math.min(this.date(), last.getUTCDate()));
    return this.#atWall(wall.getTime());
  }

  #set(setter: 'setUTCDate' | 'setUTCHours', value: number): ZonedMoment {
    const wall = new Date(this.#wall);
    wall[setter](value);
    return this.#atWall(wall.getTime());
  }

  /** Where the clocks skip that time, the moment as far after the change; where twice, the first. */
  #atWall(wall: number): ZonedMoment {
    const before = offsetAt(wall - 86_400_000, this.#zone);
    const first = wall - before;
    if (offsetAt(first, this.#zone) === before) return new ZonedMoment(first, this.#zone);
    const second = wall - offsetAt(first, this.#zone);
    const fits = offsetAt(second, this.#zone) === wall - second;
    return new ZonedMoment(fits ? second : first, this.#zone);
  }
}

/** The `moment` option of a timeline in this zone: an IANA name, or `UTC`. */
export function zoneMoment(zone: string): (input?: MomentInput) => ZonedMoment {
  return (input) =>
    input instanceof ZonedMoment ? input : new ZonedMoment(input?.valueOf() ?? Date.now(), zone);
}

function toUnit(text: string): Unit {
  const unit = text.replace(/s$/u, '');
  switch (unit) {
    case 'millisecond':
    case 'second':
    case 'minute':
    case 'hour':
    case 'day':
    case 'week':
    case 'month':
    case 'year':
      return unit;
    default:
      throw new Error(`Internal error: vis-timeline asks for the unit ${text}`);
  }
}
