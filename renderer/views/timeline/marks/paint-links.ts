import type { EpochMs, EventRef } from '../../../core/base/units.ts';
import { fanX, fanY } from '../../../core/layout/mark-fan.ts';
import { pixelsPerMs, xOf } from '../../../core/layout/time-scale.ts';
import type { MarksContext, MarksPicture } from './marks-picture.ts';

const lineAlpha = 0.45;
/** Lines into one lane that end nearer to each other than this, in pixels, are one. */
const apart = 6;
/** How far a line within one lane bends up, in pixels. */
const bend = 10;
const arrowLength = 7;
const arrowHalf = 4;

/** Where a mark stands, in pixels: beside its time where others of its second are. */
export function placeOfMark(
  { scale, held, firstLane, laneHeight }: MarksPicture,
  mark: { readonly ref: EventRef; readonly time: EpochMs; readonly lane: number },
): { readonly x: number; readonly y: number } {
  const at = held?.marks.kind === 'events' ? held.marks.ref.indexOf(mark.ref) : -1;
  const size = held?.fan.size[at] ?? 1;
  const place = held?.fan.place[at] ?? 0;
  return {
    x: xOf(scale, mark.time) + fanX(place, size, pixelsPerMs(scale) * 1000),
    y: (mark.lane - firstLane + 0.5) * laneHeight + fanY(place, size),
  };
}

/**
 * Thin lines from the selected event to those that share something with it, and a dashed one with
 * an arrow to the first use of the key that it hands out. Costs a search for each of them.
 */
export function paintLinks(context: MarksContext, picture: MarksPicture): void {
  const { links, selected, palette } = picture;
  if (links === undefined || selected?.lane === undefined || links.from !== selected.ref) return;
  const from = placeOfMark(picture, { ...selected, lane: selected.lane });
  context.strokeStyle = palette.accent;
  context.globalAlpha = lineAlpha;
  context.lineWidth = 1;
  context.beginPath();
  const drawn = new Set<string>();
  for (const end of links.tied) {
    const to = placeOfMark(picture, end);
    const spot = `${end.lane} ${Math.round(to.x / apart)}`;
    if (drawn.has(spot)) continue;
    drawn.add(spot);
    context.moveTo(from.x, from.y);
    const lift = end.lane === selected.lane ? bend : 0;
    context.quadraticCurveTo((from.x + to.x) / 2, (from.y + to.y) / 2 - lift, to.x, to.y);
  }
  context.stroke();
  context.globalAlpha = 1;
  if (links.firstUse !== undefined) {
    paintFirstUse(context, picture, from, placeOfMark(picture, links.firstUse));
  }
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function paintFirstUse(
  context: MarksContext,
  { palette }: MarksPicture,
  from: Place,
  to: Place,
): void {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const [alongX, alongY] = [(to.x - from.x) / length, (to.y - from.y) / length];
  // The arrow ends at the mark's edge, not under it.
  const tip = { x: to.x - alongX * 6, y: to.y - alongY * 6 };
  const back = { x: tip.x - alongX * arrowLength, y: tip.y - alongY * arrowLength };
  context.lineWidth = 1.5;
  context.setLineDash([5, 3]);
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(back.x, back.y);
  context.stroke();
  context.setLineDash([]);
  context.fillStyle = palette.accent;
  context.beginPath();
  context.moveTo(tip.x, tip.y);
  context.lineTo(back.x - alongY * arrowHalf, back.y + alongX * arrowHalf);
  context.lineTo(back.x + alongY * arrowHalf, back.y - alongX * arrowHalf);
  context.closePath();
  context.fill();
}
