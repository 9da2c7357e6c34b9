import { wholeVisibleText } from '../../base/visible-text.ts';
import { loadBalancerLabel, targetGroupLabel } from '../../correlate/load-balancer-label.ts';
import type { LaneRow } from '../../layout/lane-rows.ts';
import type { LaneField, LaneFields } from '../../layout/marks.ts';
import type { TimeScale } from '../../layout/time-scale.ts';
import { columnsOf, shortenMiddle } from '../cut-text.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import type { ReportModel } from '../report/report-model.ts';

export const labelSize = 10.5;
export const smallSize = 10;
/** Width of a column of a fixed-width font, for a font size of 1. */
export const columnWidth = 0.605;
const padding = 12;
const axisHeight = 34;
/** From one line of the heading to the next. */
export const lineHeight = 18;
const belowHeading = 8;
export const legendRow = 16;
/** Nested labels are set in by so much, and pinned ones have their mark there. */
const indentWidth = 14;
/** Part of the figure that labels may take at most. */
const labelShare = 0.34;

/** Where everything of the figure stands, in pixels. */
export interface FigureLayout {
  readonly width: number;
  readonly height: number;
  readonly laneLabels: readonly string[];
  readonly labelX: number;
  /** How far nested labels are set in. */
  readonly indent: number;
  /** Right edge of the counts. */
  readonly countX: number;
  readonly plotX: number;
  readonly scale: TimeScale;
  /** Top of the axis' labels. */
  readonly axisY: number;
  /** Top of the first lane. */
  readonly plotY: number;
  readonly laneHeight: number;
  readonly plotBottom: number;
  readonly legendY: number;
}

/** Lays a figure of this width out, with lines of heading above it and of explanation below. */
export function layOutFigure(
  model: ReportModel,
  width: number,
  headingLines: number,
  legendRows: number,
): FigureLayout {
  const mostColumns = Math.floor((width * labelShare) / (labelSize * columnWidth));
  const indent = model.lanes.some(({ kind, isPinned }) => kind === 'inner' || isPinned)
    ? indentWidth
    : 0;
  const laneLabels = model.lanes.map((row) => laneLabel(model.fields, row, mostColumns));
  const labelWidth = widestOf([...laneLabels, 'not in this record'], labelSize);
  const counts = model.lanes.map(({ count }) => formatCount(count));
  const countWidth = widestOf([...counts, 'events'], smallSize);
  const countX = padding + indent + labelWidth + 10 + countWidth;
  const plotX = countX + 18;
  const heading = headingLines === 0 ? 0 : headingLines * lineHeight + belowHeading;
  const axisY = padding + heading;
  const plotY = axisY + axisHeight;
  const laneHeight = laneHeightFor(model.lanes.length);
  const plotBottom = plotY + Math.max(1, model.lanes.length) * laneHeight;
  const span = model.marks?.span ?? { start: 0, end: 0 };
  const legendY = plotBottom + 20;
  return {
    width,
    height: Math.ceil(legendY + (legendRows - 1) * legendRow + padding),
    laneLabels,
    labelX: padding,
    indent,
    countX,
    plotX,
    scale: { span, width: Math.max(40, width - plotX - padding) },
    axisY,
    plotY,
    laneHeight,
    plotBottom,
    legendY,
  };
}

/** Forty lanes must still fit on a page, and few need not look lost. */
function laneHeightFor(lanes: number): number {
  if (lanes <= 14) return 32;
  return lanes <= 26 ? 26 : 20;
}

/** One line for a row's value; the middle of long ones is left out. */
function laneLabel(
  { field, nested = field }: LaneFields,
  { kind, value, lanes }: LaneRow,
  mostColumns: number,
): string {
  if (kind === 'others') return `all others (${countOf(lanes, 'lane')})`;
  if (value === '') return '';
  const label = shortLabel(kind === 'inner' ? nested : field, value);
  return shortenMiddle(wholeVisibleText(label), mostColumns);
}

function shortLabel(field: LaneField, value: string): string {
  if (field === 'loadBalancer') return loadBalancerLabel(value);
  return field === 'targetGroup' ? targetGroupLabel(value) : value;
}

function widestOf(texts: readonly string[], size: number): number {
  return Math.max(...texts.map(columnsOf)) * size * columnWidth;
}
