import type { EpochMs } from '../base/units.ts';
import { at } from '../decode/foreign/json-value.ts';

/** The text of this member; empty where it has none. */
export function textAt(value: unknown, name: string): string {
  const text = at(value, name);
  return typeof text === 'string' ? text : '';
}

/** The list in this member; empty where there is none. */
export function listAt(value: unknown, name: string): readonly unknown[] {
  const list = at(value, name);
  return Array.isArray(list) ? list : [];
}

/** The time in this member, in ISO 8601; undefined where there is none. */
export function timeAt(value: unknown, name: string): EpochMs | undefined {
  const text = textAt(value, name);
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? undefined : time;
}
