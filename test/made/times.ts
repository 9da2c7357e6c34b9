import type { EpochMs } from '../../renderer/core/base/units.ts';

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** CloudTrail's own times: whole seconds, UTC. */
export function isoSeconds(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 19) + 'Z';
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Times inside request and response: `Jul 18, 2023, 4:07:39 PM`. */
export function spokenTime(at: EpochMs): string {
  const date = new Date(at);
  const hours = date.getUTCHours();
  const two = (value: number): string => String(value).padStart(2, '0');
  return (
    `${months[date.getUTCMonth()] ?? ''} ${date.getUTCDate()}, ${date.getUTCFullYear()}, ` +
    `${hours % 12 === 0 ? 12 : hours % 12}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} ` +
    (hours < 12 ? 'AM' : 'PM')
  );
}
