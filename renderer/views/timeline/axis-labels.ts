import type { Language } from '../../messages/language.ts';
import { language, message } from '../../messages/message.svelte.ts';
import type { ZonedMoment } from './zone-moment.ts';

/** A Sunday, and the first of January. */
const firstWeekday = Date.UTC(2023, 0, 1);
const dayMs = 86_400_000;

/** Short names of weekdays from Sunday on, and of months, in the languages that were asked for. */
const namesByLanguage = new Map<Language, { weekdays: string[]; months: string[] }>();

function names(): { readonly weekdays: readonly string[]; readonly months: readonly string[] } {
  const known = namesByLanguage.get(language());
  if (known !== undefined) return known;
  const [weekday, month] = [{ weekday: 'short' } as const, { month: 'short' } as const].map(
    (part) => new Intl.DateTimeFormat(language(), { ...part, timeZone: 'UTC' }),
  );
  const made = {
    weekdays: Array.from({ length: 7 }, (_, day) =>
      String(weekday?.format(firstWeekday + day * dayMs)),
    ),
    months: Array.from({ length: 12 }, (_, place) => String(month?.format(Date.UTC(2023, place)))),
  };
  namesByLanguage.set(language(), made);
  return made;
}

/** Pixels of a character of a label at most, and of the room at either side of the text. */
const characterWidth = 7;
const wideCharacterWidth = 13;
const sideRoom = 5;

/** Whether a label that begins at `x` is whole in an axis so many pixels wide. */
export function isLabelWhole(label: string, x: number, axisWidth: number): boolean {
  const wide = label.match(/[\u3000-\uffff]/gu)?.length ?? 0;
  const width = (label.length - wide) * characterWidth + wide * wideCharacterWidth;
  return x >= -sideRoom && x + sideRoom + width <= axisWidth;
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
      return message('timeline.axisDay', { weekday: weekdayOf(moment), day: moment.date() });
    case 'month':
      return monthOf(moment);
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
      return message('timeline.axisDay', { weekday: weekdayOf(moment), day: day(moment) });
    case 'weekday':
    case 'day':
      return message('timeline.axisMonth', { month: monthOf(moment), year: moment.year() });
    case 'month':
      return String(moment.year());
    default:
      return '';
  }
}

function weekdayOf(moment: ZonedMoment): string {
  return names().weekdays[moment.weekday()] ?? '';
}

function monthOf(moment: ZonedMoment): string {
  return names().months[moment.month()] ?? '';
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
