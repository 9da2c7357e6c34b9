import { axisTicks } from '../../layout/axis-ticks.ts';
import type { AxisTick } from '../../layout/axis-ticks.ts';
import { xOf } from '../../layout/time-scale.ts';
import { columnsOf } from '../cut-text.ts';
import { columnWidth, smallSize } from './figure-layout.ts';
import type { FigureLayout } from './figure-layout.ts';
import type { FigureColours } from './figure-theme.ts';
import { html, joinHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { svgText } from './svg-text.ts';

/** Pixels that the shortest label, a year, takes with the gap after it. */
const leastRoom = 34;
/** Pixels between two labels at least. */
const gap = 8;
/** Pixels that the labels at the edges of the axis may stand out. */
const overhang = 8;

/** Where the texts of a tick stand, in pixels. */
interface PlacedTick {
  readonly tick: AxisTick;
  readonly x: number;
  /** The middle of the label. */
  readonly labelX: number;
}

/** The axis above the lanes: as many round times as their labels leave room for. */
export function figureAxis(layout: FigureLayout, zone: string, colours: FigureColours): Html {
  const { scale, plotX, plotY, plotBottom, axisY } = layout;
  const look = { anchor: 'middle', size: smallSize } as const;
  const placed = ticksThatFit(layout, zone);
  const ticks = placed.map(({ tick, x, labelX }) =>
    joinHtml([
      html`<path d="M${x} ${plotY - 5}V${plotBottom}" stroke="${colours.line}" />`,
      svgText({ ...look, x: labelX, y: axisY + 24, text: tick.label, fill: colours.muted }),
    ]),
  );
  const right = plotX + scale.width;
  const edges = `M${plotX} ${plotY}H${right}M${plotX} ${plotBottom}H${right}`;
  return joinHtml([
    ...ticks,
    contexts(placed, layout, colours),
    html`<path d="${edges}" stroke="${colours.axis}" />`,
  ]);
}

function ticksThatFit(layout: FigureLayout, zone: string): readonly PlacedTick[] {
  const { span, width } = layout.scale;
  let placed: readonly PlacedTick[] = [];
  for (let most = Math.max(2, Math.floor(width / leastRoom)); most > 0; most--) {
    // A few ticks less often give the same ticks: those did not fit.
    if (placed.length > most || placed.length === 0) {
      placed = axisTicks(span, zone, most).map((tick) => place(tick, layout));
      if (areApart(placed)) break;
    }
  }
  return placed;
}

function place(tick: AxisTick, { plotX, scale }: FigureLayout): PlacedTick {
  const x = Math.round((plotX + xOf(scale, tick.time)) * 10) / 10;
  const half = widthOf(tick.label) / 2;
  const right = plotX + scale.width + overhang - half;
  return { tick, x, labelX: Math.max(plotX - overhang + half, Math.min(x, right)) };
}

function areApart(placed: readonly PlacedTick[]): boolean {
  return placed.every(({ tick, labelX }, index) => {
    const before = placed[index - 1];
    if (before === undefined) return true;
    const room = (widthOf(before.tick.label) + widthOf(tick.label)) / 2 + gap;
    return labelX - before.labelX >= room;
  });
}

/**
 * Dates and years above the labels. The last stands inside the axis, and each makes room for the
 * next: above the lanes' names there is nothing else.
 */
function contexts(
  placed: readonly PlacedTick[],
  { plotX, scale, labelX, axisY }: FigureLayout,
  colours: FigureColours,
): Html {
  let room = plotX + scale.width + overhang;
  const texts: Html[] = [];
  for (const { tick, x } of placed.toReversed()) {
    if (tick.context === '') continue;
    const half = widthOf(tick.context) / 2;
    const middle = Math.max(labelX + half, Math.min(x, room - half));
    room = middle - half - gap;
    const at = { x: middle, y: axisY + 11, text: tick.context, size: smallSize };
    texts.unshift(svgText({ ...at, anchor: 'middle', weight: 600, fill: colours.text }));
  }
  return joinHtml(texts);
}

function widthOf(text: string): number {
  return columnsOf(text) * smallSize * columnWidth;
}
