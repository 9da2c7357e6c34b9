import type { Language } from '../../messages/language.ts';
import { language, message } from '../../messages/message.svelte.ts';

const whole = formats(0);
const short = formats(1);

/** A count, grouped as the window's language does: `1,204,331`. */
export function countText(count: number): string {
  return whole[language()].format(count);
}

const units = ['KB', 'MB', 'GB', 'TB'] as const;

/** A size in bytes, in units of a thousand: `812 bytes`, `1.4 MB`. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return message('counts.bytes', { count: bytes });
  let size = bytes;
  let unit: string = units[0];
  for (const next of units) {
    if (size < 1000) break;
    size /= 1000;
    unit = next;
  }
  return `${short[language()].format(size)} ${unit}`;
}

function formats(maximumFractionDigits: number): Readonly<Record<Language, Intl.NumberFormat>> {
  return {
    en: new Intl.NumberFormat('en', { maximumFractionDigits }),
    ja: new Intl.NumberFormat('ja', { maximumFractionDigits }),
  };
}
