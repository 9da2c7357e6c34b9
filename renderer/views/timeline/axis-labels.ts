import type { ZonedMoment } from './zone-moment.ts';

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** Pixels of a character of a label at most, and of the room at either side of the text. */
const characterWidth = 7;
const sideRoom = 5;

/** Whether a label that begins at `x` is whole in an axis so many pixels wide. */
export function isLabelWhole(label: string, x: number, axisWidth: number): boolean {
  return x >= -sideRoom && x + sideRoom + label.length * characterWidth <= axisWidth;
}

/** The label of a tick, by vis-timeline's name of the scale. */
export function minorLabel(moment: ZonedMoment, scale: string): string {
  switch (scale) {
    case 'millisecond':
      return `.${padded(moment.milliseconds(), 3)}`;
    case 'second':
      return clock(moment, true);
    case 'minute':
    case 'hour':
      return clock(moment, false);
    case 'weekday':
    case 'day':
      return `${weekdays[moment.weekday()] ?? ''} ${moment.date()}`;
    case 'month':
      return months[moment.month()] ?? '';
    default:
      return String(moment.year());
  }
}

/** The label of the larger stretch that the ticks lie in; empty where the ticks say it all. */
export function majorLabel(moment: ZonedMoment, scale: string): string {
  switch (scale) {
    case 'millisecond':
      return `${day(moment)} ${clock(moment, true)}`;
    case 'second':
      return `${day(moment)} ${clock(moment, false)}`;
    case 'minute':
    case 'hour':
      return `${weekdays[moment.weekday()] ?? ''} ${day(moment)}`;
    case 'weekday':
    case 'day':
      return `${months[moment.month()] ?? ''} ${moment.year()}`;
    case 'month':
      return String(moment.year());
    default:
      return '';
  }
}

function clock(moment: ZonedMoment, withSeconds: boolean): string {
  const minutes = `${padded(moment.hours(), 2)}:${padded(moment.minutes(), 2)}`;
  return withSeconds ? `${minutes}:${padded(moment.seconds(), 2)}` : minutes;
}

function day(moment: ZonedMoment): string {
  return `${padded(moment.year(), 4)}-${padded(moment.month() + 1, 2)}-${padded(moment.date(), 2)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, '0');
}
