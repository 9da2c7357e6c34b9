import { fanX, fanY } from '../../../core/layout/mark-fan.ts';
import type { Marks } from '../../../core/layout/marks.ts';
import { pixelsPerMs, xOf } from '../../../core/layout/time-scale.ts';
import { outcomes } from '../../../core/table/columns.ts';
import type { HeldMarks } from './held-marks.ts';
import { spritePlace } from './mark-sprites.ts';
import type { MarksContext, MarksPicture } from './marks-picture.ts';
import { paintLinks, placeOfMark } from './paint-links.ts';

type EventMarks = Extract<Marks, { readonly kind: 'events' }>;

const recededAlpha = 0.45;
const ringRadius = 7.5;

/** Paints the picture over the whole canvas. Costs one call per event, or one in all for densities. */
export function paintMarks(context: MarksContext, picture: MarksPicture): void {
  const { pixelRatio, scale, height } = picture;
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  context.clearRect(0, 0, scale.width, height);
  dimOutside(context, picture);
  markCurrentLane(context, picture);
  hatchGaps(context, picture);
  paintLinks(context, picture);
  const { held, texture } = picture;
  if (held?.marks.kind === 'events') paintEvents(context, picture, held, held.marks);
  else if (held !== undefined && texture !== undefined) {
    stretchTexture(context, picture, held, texture);
  }
  ringSelected(context, picture);
}

function dimOutside(
  context: MarksContext,
  { scale, height, caseSpan, palette }: MarksPicture,
): void {
  if (caseSpan === undefined) return;
  context.fillStyle = palette.sunken;
  context.globalAlpha = 0.6;
  const before = Math.min(scale.width, xOf(scale, caseSpan.start));
  const after = Math.max(0, xOf(scale, caseSpan.end));
  if (before > 0) context.fillRect(0, 0, before, height);
  if (after < scale.width) context.fillRect(after, 0, scale.width - after, height);
  context.globalAlpha = 1;
}

function markCurrentLane(context: MarksContext, picture: MarksPicture): void {
  const { currentLane, firstLane, laneHeight, scale, palette } = picture;
  if (currentLane === undefined) return;
  context.fillStyle = palette.hover;
  context.globalAlpha = 0.6;
  context.fillRect(0, (currentLane - firstLane) * laneHeight, scale.width, laneHeight - 1);
  context.globalAlpha = 1;
}

/** A gap that is narrower than this, in pixels, is drawn so wide. */
const leastHatch = 3;

function hatchGaps(context: MarksContext, picture: MarksPicture): void {
  const { coverage, hatch, scale, firstLane, laneHeight, height } = picture;
  if (coverage === undefined || hatch === undefined) return;
  context.fillStyle = hatch;
  for (const [lane, spans] of coverage.spans.entries()) {
    const top = (coverage.lanes.first + lane - firstLane) * laneHeight;
    if (top + laneHeight <= 0 || top >= height) continue;
    for (const { start, end } of spans) {
      const left = Math.max(0, xOf(scale, start));
      const right = Math.min(scale.width, Math.max(xOf(scale, end), left + leastHatch));
      if (right > left) context.fillRect(left, top, right - left, laneHeight - 1);
    }
  }
}

function stretchTexture(
  context: MarksContext,
  picture: MarksPicture,
  held: HeldMarks,
  texture: CanvasImageSource,
): void {
  const left = xOf(picture.scale, held.span.start);
  const right = xOf(picture.scale, held.span.end);
  const top = (held.lanes.first - picture.firstLane) * picture.laneHeight;
  context.imageSmoothingEnabled = false;
  context.drawImage(texture, left, top, right - left, held.lanes.count * picture.laneHeight);
}

/** Graver marks are painted later, over lighter ones; receding ones under all others. */
function paintEvents(
  context: MarksContext,
  picture: MarksPicture,
  held: HeldMarks,
  marks: EventMarks,
): void {
  if (picture.tied === undefined) {
    paintByGravity(context, picture, held, marks, undefined);
    return;
  }
  context.globalAlpha = recededAlpha;
  paintByGravity(context, picture, held, marks, false);
  context.globalAlpha = 1;
  paintByGravity(context, picture, held, marks, true);
}

function paintByGravity(
  context: MarksContext,
  picture: MarksPicture,
  held: HeldMarks,
  marks: EventMarks,
  onlyTied: boolean | undefined,
): void {
  for (let outcome = 0; outcome < outcomes.length; outcome++) {
    paintOutcome(context, picture, held, marks, outcome, onlyTied);
  }
}

function paintOutcome(
  context: MarksContext,
  { scale, height, firstLane, laneHeight, sprites, tied }: MarksPicture,
  { lanes, fan }: HeldMarks,
  marks: EventMarks,
  outcome: number,
  onlyTied: boolean | undefined,
): void {
  const perMs = pixelsPerMs(scale);
  const { side, shown, image } = sprites;
  const half = shown / 2;
  const topOfFirst = (lanes.first - firstLane) * laneHeight + laneHeight / 2;
  for (let i = 0; i < marks.time.length; i++) {
    if (marks.outcome[i] !== outcome) continue;
    if (onlyTied !== undefined && onlyTied !== (tied?.[i] ?? 0) > 0) continue;
    const size = fan.size[i] ?? 1;
    const place = fan.place[i] ?? 0;
    const x = ((marks.time[i] ?? 0) - scale.span.start) * perMs + fanX(place, size, perMs * 1000);
    if (x < -half || x > scale.width + half) continue;
    const y = topOfFirst + (marks.lane[i] ?? 0) * laneHeight + fanY(place, size);
    if (y < -half || y > height + half) continue;
    const from = spritePlace(outcome, marks.byService[i] === 1) * side;
    context.drawImage(image, from, 0, side, side, x - half, y - half, shown, shown);
  }
}

function ringSelected(context: MarksContext, picture: MarksPicture): void {
  const { selected, palette } = picture;
  if (selected?.lane === undefined) return;
  const { x, y } = placeOfMark(picture, { ...selected, lane: selected.lane });
  context.lineWidth = 2;
  context.strokeStyle = palette.accent;
  context.beginPath();
  context.arc(x, y, ringRadius, 0, 2 * Math.PI);
  context.stroke();
}
