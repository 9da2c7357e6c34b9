import { fanOut, fanX, fanY } from '../../layout/mark-fan.ts';
import { markPath } from '../../layout/mark-shape.ts';
import type { Marks } from '../../layout/marks.ts';
import { pixelsPerMs, xOf } from '../../layout/time-scale.ts';
import { outcomes } from '../../table/columns.ts';
import type { Outcome } from '../../table/columns.ts';
import type { FigureLayout } from './figure-layout.ts';
import type { FigureColours } from './figure-theme.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { relativePath } from './relative-path.ts';

type Density = Extract<Marks, { readonly kind: 'density' }>;
type Events = Extract<Marks, { readonly kind: 'events' }>;

/** Lanes of this height have room for a fan of three whole marks. */
const roomyLane = 32;
const cellGap = 3;
/** Height of the lowest cell, as part of the lane's. */
const lowest = 0.22;

/** The marks of the lanes, the gravest on top: however dense they lie, none rubs out a graver one. */
export function figureMarks(marks: Marks, layout: FigureLayout, colours: FigureColours): Html {
  switch (marks.kind) {
    case 'density':
      return densityCells(marks, layout, colours);
    case 'events':
      return singleMarks(marks, layout, colours);
  }
}

/** How much smaller than on the screen marks are drawn in lanes of this height. */
function markScale(laneHeight: number): number {
  return Math.max(0.72, Math.min(1, laneHeight / roomyLane));
}

/** One mark at a place, for a legend. */
export function figureMark(
  outcome: Outcome,
  hollow: boolean,
  at: { readonly x: number; readonly y: number },
  colours: FigureColours,
): Html {
  return pathOf(`M${at.x} ${at.y}${relativePath(markPath[outcome], 1)}`, outcome, hollow, colours);
}

/** Most events that one cell of the figure stands for. */
export function fullestCell({ counts }: Density): number {
  let most = 0;
  for (const count of counts) if (count > most) most = count;
  return most;
}

function singleMarks(marks: Events, layout: FigureLayout, colours: FigureColours): Html {
  const scale = markScale(layout.laneHeight);
  const shapes = outcomes.map((outcome) => relativePath(markPath[outcome], scale));
  const fan = fanOut(marks.time, marks.lane);
  const secondWidth = pixelsPerMs(layout.scale) * 1000;
  const paths = new Map<string, string>();
  const drawn = new Set<string>();
  for (let i = 0; i < marks.time.length; i++) {
    const place = fan.place[i] ?? 0;
    const size = fan.size[i] ?? 1;
    const outcome = marks.outcome[i] ?? 0;
    const hollow = marks.byService[i] === 1;
    const x = layout.plotX + xOf(layout.scale, marks.time[i] ?? 0);
    const shifted = x + fanX(place, size, secondWidth) * scale;
    const y = laneMiddle(layout, marks.lane[i] ?? 0) + fanY(place, size) * scale;
    const kind = kindKey(outcome, hollow);
    const spot = `${Math.round(shifted * 2) / 2} ${Math.round(y * 2) / 2}`;
    // Two marks of one kind on the same half pixel look like one: the second only takes room.
    if (drawn.has(`${kind} ${spot}`)) continue;
    drawn.add(`${kind} ${spot}`);
    paths.set(kind, `${paths.get(kind) ?? ''}M${spot}${shapes[outcome] ?? ''}`);
  }
  return inOrderOfGravity((outcome, place) => {
    const solid = paths.get(kindKey(place, false)) ?? '';
    const hollow = paths.get(kindKey(place, true)) ?? '';
    return html`${pathOf(solid, outcome, false, colours)}${pathOf(hollow, outcome, true, colours)}`;
  });
}

function kindKey(outcome: number, hollow: boolean): string {
  return `${outcome}${hollow ? ' hollow' : ''}`;
}

function densityCells(marks: Density, layout: FigureLayout, colours: FigureColours): Html {
  const { bins, lanes, counts, gravest } = marks;
  const most = Math.log1p(fullestCell(marks));
  const width = layout.scale.width / bins;
  const room = layout.laneHeight - 2 * cellGap;
  const cells = outcomes.map(() => '');
  for (let cell = 0; cell < lanes * bins; cell++) {
    const count = counts[cell] ?? 0;
    if (count === 0) continue;
    const lane = Math.floor(cell / bins);
    const outcome = gravest[cell] ?? 0;
    const height = room * (lowest + (1 - lowest) * (Math.log1p(count) / most));
    const x = layout.plotX + (cell - lane * bins) * width;
    const bottom = layout.plotY + (lane + 1) * layout.laneHeight - cellGap;
    const [left, side] = [short(x), short(Math.max(1, width - 0.4))];
    const shape = `M${left} ${short(bottom)}h${side}v${short(-height)}h${-side}z`;
    cells[outcome] = (cells[outcome] ?? '') + shape;
  }
  return inOrderOfGravity((outcome, place) =>
    cells[place] === ''
      ? noHtml
      : html`<path fill="${colours.outcome[outcome]}" d="${cells[place] ?? ''}" />`,
  );
}

function short(number: number): number {
  return Math.round(number * 10) / 10;
}

function inOrderOfGravity(paint: (outcome: Outcome, place: number) => Html): Html {
  return html`${outcomes.map(paint)}`;
}

function laneMiddle(layout: FigureLayout, lane: number): number {
  return layout.plotY + (lane + 0.5) * layout.laneHeight;
}

/**
 * Marks of one kind. A path is filled before it is stroked, so an edge in the surface's colour
 * would be painted over every fill of the path, and dense marks would vanish: what fails has its
 * edge in a path below, which parts it from the lesser marks that it covers.
 */
function pathOf(path: string, outcome: Outcome, hollow: boolean, colours: FigureColours): Html {
  if (path === '') return noHtml;
  const colour = colours.outcome[outcome];
  if (hollow) return html`<path d="${path}" fill="none" stroke="${colour}" stroke-width="1.3" />`;
  const edge =
    outcome === 'failed' || outcome === 'denied'
      ? html`<path d="${path}" fill="none" stroke="${colours.surface}" stroke-width="1.2" />`
      : noHtml;
  return html`${edge}<path d="${path}" fill="${colour}" />`;
}
