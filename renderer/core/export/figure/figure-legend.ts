import type { EpochMs, Span } from '../../base/units.ts';
import { gap } from '../../words/gap.ts';
import { outcomeLabel } from '../../layout/mark-shape.ts';
import { outcomes } from '../../table/columns.ts';
import type { Outcome } from '../../table/columns.ts';
import { legendRow, smallSize } from './figure-layout.ts';
import type { FigureLayout } from './figure-layout.ts';
import { hatchSwatch } from './figure-gaps.ts';
import { figureMark, fullestCell } from './figure-marks.ts';
import type { FigureColours } from './figure-theme.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html, joinHtml, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import type { ReportModel } from '../report/report-model.ts';
import { svgText } from './svg-text.ts';

const hollowLabel = 'hollow: made by an AWS service for someone';
/** Width of a character of the legend, for a font size of 1, about. */
const characterWidth = 0.55;
const gapLabel = 'coverage gap';
const besideMark = 10;
const betweenEntries = 18;

/** Shapes, or colours where cells are drawn, with their names, and what must be said of them. */
export function figureLegend(
  model: ReportModel,
  layout: FigureLayout,
  colours: FigureColours,
): Html {
  const look = { size: smallSize, fill: colours.muted };
  const cells = model.marks?.kind === 'density';
  const y = layout.legendY;
  let x = layout.labelX + 5;
  const entry = (outcome: Outcome, hollow: boolean, label: string): Html => {
    const mark = cells
      ? swatch(outcome, x, y, colours)
      : figureMark(outcome, hollow, { x, y }, colours);
    const text = svgText({ ...look, x: x + besideMark, y: y + 3.5, text: label });
    x += besideMark + label.length * smallSize * characterWidth + betweenEntries;
    return joinHtml([mark, text]);
  };
  const known = outcomes.map((outcome) => entry(outcome, false, outcomeLabel[outcome]));
  const hollow = cells ? [] : [entry('write', true, hollowLabel)];
  const gap = hasGaps(model) ? gapEntry(x, y, look, colours) : noHtml;
  if (hasGaps(model))
    x += besideMark + gapLabel.length * smallSize * characterWidth + betweenEntries;
  const pinned = hasPins(model) ? pinEntry(x, y, look, colours) : noHtml;
  const lines = explanations(model).map((text, place) =>
    svgText({ ...look, x: layout.labelX, y: y + (place + 1) * legendRow + 2, text }),
  );
  return joinHtml([...known, ...hollow, gap, pinned, ...lines]);
}

function gapEntry(
  x: number,
  y: number,
  look: { readonly size: number; readonly fill: string },
  colours: FigureColours,
): Html {
  const label = svgText({ ...look, x: x + besideMark + 4, y: y + 3.5, text: gapLabel });
  return joinHtml([hatchSwatch(x, y, colours), label]);
}

function pinEntry(
  x: number,
  y: number,
  look: { readonly size: number; readonly fill: string },
  colours: FigureColours,
): Html {
  const label = svgText({ ...look, x: x + besideMark, y: y + 3.5, text: 'pinned to the top' });
  return joinHtml([pin({ x: x - 4, y: y - 5 }, colours), label]);
}

/** The drawing pin of a row that is pinned; 9 pixels wide and 11 high from its corner on. */
export function pin(at: { readonly x: number; readonly y: number }, colours: FigureColours): Html {
  const outline = `M${at.x} ${at.y}m2.5 0h4l-.5 4l2 2.5h-7l2 -2.5zm2 6.5v4`;
  return html`<path d="${outline}" fill="none" stroke="${colours.muted}" />`;
}

function hasPins({ lanes }: ReportModel): boolean {
  return lanes.some(({ isPinned }) => isPinned);
}

function hasGaps({ coverage }: ReportModel): boolean {
  return coverage.some(({ spans }) => spans.length > 0);
}

function swatch(outcome: Outcome, x: number, y: number, colours: FigureColours): Html {
  const box = html`x="${x - 4}" y="${y - 5}" width="8" height="10"`;
  return html`<rect ${box} fill="${colours.outcome[outcome]}" />`;
}

/** What must be said of the marks of a figure, a line each. */
export function explanations(model: ReportModel): readonly string[] {
  const { marks, lanes, lanesInAll, sums } = model;
  const lines: string[] = [];
  if (marks?.kind === 'density') {
    const length = lengthOf(marks.span, marks.bins);
    const most = countOf(fullestCell(marks), 'event');
    lines.push(
      `Each cell stands for ${length}. Its colour is that of the gravest event in it.`,
      `Its height is the number of events, on a logarithmic scale up to ${most}.`,
    );
  }
  if (marks?.kind === 'events') {
    lines.push(
      'Events of the same second are set apart. Where there is no room the gravest lie on top.',
      'The counts beside the lanes are complete.',
    );
  }
  if (hasGaps(model)) {
    lines.push(
      'Hatched: an account and region that otherwise speaks is silent, a trail was off, or log files are missing.',
      gap.warning,
    );
  }
  if (lanes.length < lanesInAll) {
    // The events of an unfolded lane are in the rows below it.
    const own = lanes.filter(({ key }) => key.kind !== 'heading');
    const shown = own.reduce((sum, { count }) => sum + count, 0);
    const others = countOf(sums.count - shown, 'event');
    lines.push(
      `The ${formatCount(lanes.length)} of ${formatCount(lanesInAll)} lanes with most events; ${others} in the others.`,
    );
  }
  return lines;
}

/** The length of a cell, rounded to two digits. */
function lengthOf(span: Span<EpochMs>, bins: number): string {
  const seconds = (span.end - span.start) / bins / 1000;
  if (seconds < 90) return `${round(seconds)} seconds`;
  if (seconds < 5400) return `${round(seconds / 60)} minutes`;
  if (seconds < 129_600) return `${round(seconds / 3600)} hours`;
  return `${round(seconds / 86_400)} days`;
}

function round(number: number): string {
  return formatCount(Number(number.toPrecision(2)));
}
