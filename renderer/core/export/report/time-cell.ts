import type { EpochMs } from '../../base/units.ts';
import { formatTime, notInRecord } from '../../base/zoned-time.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';

/** A time for a narrow cell: it breaks between date, clock and offset only. */
export function timeCell(time: EpochMs | undefined, zone: string): Html {
  const text = time === undefined ? notInRecord : formatTime(time, zone);
  const [clock = '', offset = ''] = text.split(/(?=[+-]\d\d:\d\d$)/u);
  return html`${clock}<wbr />${offset}`;
}
