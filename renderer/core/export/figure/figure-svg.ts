import { formatTime } from '../../base/zoned-time.ts';
import { wholeVisibleText } from '../../base/visible-text.ts';
import { columnsOf, shortenMiddle } from '../cut-text.ts';
import { figureAxis } from './figure-axis.ts';
import { figureGaps } from './figure-gaps.ts';
import { columnWidth, labelSize, layOutFigure, lineHeight, smallSize } from './figure-layout.ts';
import type { FigureLayout } from './figure-layout.ts';
import { explanations, figureLegend, pin } from './figure-legend.ts';
import { figureMarks } from './figure-marks.ts';
import { figureColours } from './figure-theme.ts';
import type { FigureColours, FigureTheme } from './figure-theme.ts';
import { fields as fieldWords } from '../../words/fields.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html, joinHtml, noHtml } from '../html.ts';
import type { LaneRow } from '../../layout/lane-rows.ts';
import type { LaneFields } from '../../layout/marks.ts';
import type { Html } from '../html.ts';
import type { ReportModel } from '../report/report-model.ts';
import { monoFonts, svgText } from './svg-text.ts';
import { syntheticNote } from '../report/synthetic-note.ts';

const titleSize = 14;
/** Columns of a case's name in the title that is read aloud. */
const longestName = 300;
/** From a lane's middle to the base line of its texts. */
const baseLine = labelSize * 0.36;

export interface FigureOptions {
  /** Pixels; 480 or more. */
  readonly width: number;
  readonly theme: FigureTheme;
  readonly caseName: string;
  readonly zone: string;
}

/** The selection's timeline as an SVG document that needs nothing else; its height follows. */
export function timelineFigure(model: ReportModel, options: FigureOptions): string {
  const { markup } = figureMarkup(model, options, true);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup}\n`;
}

/** The figure as part of a page, with a heading of its own or without. */
export function figureMarkup(model: ReportModel, options: FigureOptions, heading: boolean): Html {
  const { theme, zone } = options;
  const colours = figureColours[theme];
  const head = heading ? headingLines(model, options) : [];
  const legendRows = explanations(model).length + 1;
  const layout = layOutFigure(model, options.width, head.length, legendRows);
  const { width, height } = layout;
  const title = titleOf(model, shortenMiddle(wholeVisibleText(options.caseName), longestName));
  const parts = [
    html`<title>${title}</title>`,
    html`<rect width="${width}" height="${height}" fill="${colours.surface}" />`,
    headingOf(head, layout, colours),
    stripes(model, layout, colours),
    figureGaps(model, layout, colours),
    figureAxis(layout, zone, colours),
    laneTexts(model, layout, colours),
    model.marks === undefined
      ? nothingSelected(layout, colours)
      : figureMarks(model.marks, layout, colours),
    figureLegend(model, layout, colours),
  ];
  const size = html`width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  const role = html`role="img" aria-label="${title}"`;
  return html`<svg xmlns="http://www.w3.org/2000/svg" ${size} ${role}>${joinHtml(parts)}</svg>`;
}

function titleOf({ sums, fields }: ReportModel, caseName: string): string {
  return `${caseName}: ${countOf(sums.count, 'event')} by ${fieldsInWords(fields)}`;
}

function fieldsInWords({ field, nested }: LaneFields): string {
  return nested === undefined ? fieldWords[field] : `${fieldWords[field]} › ${fieldWords[nested]}`;
}

/** The title, what must be said of made-up events, and the times. */
function headingLines(
  model: ReportModel,
  { width, zone, caseName }: FigureOptions,
): readonly string[] {
  const { firstSeen, lastSeen } = model.sums;
  const times =
    firstSeen === undefined || lastSeen === undefined
      ? 'No event is selected'
      : `${formatTime(firstSeen, zone)} to ${formatTime(lastSeen, zone)}`;
  const room = Math.floor((width - 24) / (titleSize * columnWidth));
  const name = shortenMiddle(wholeVisibleText(caseName), room - columnsOf(titleOf(model, '')));
  const note = syntheticNote(model);
  return [titleOf(model, name), ...(note === '' ? [] : [note]), `${times} · time zone ${zone}`];
}

function headingOf(
  lines: readonly string[],
  { labelX }: FigureLayout,
  colours: FigureColours,
): Html {
  return joinHtml(
    lines.map((text, line) => {
      const isLast = line === lines.length - 1;
      const size = line === 0 ? titleSize : labelSize;
      const look = isLast ? { fill: colours.muted } : { fill: colours.text, weight: 600 as const };
      return svgText({ x: labelX, y: 22 + line * lineHeight, text, size, ...look });
    }),
  );
}

/** Every second lane is shaded, so that the eye keeps to its line. */
function stripes(model: ReportModel, layout: FigureLayout, colours: FigureColours): Html {
  const x = layout.labelX - 4;
  const width = layout.width - 2 * x;
  const { laneHeight, plotY } = layout;
  return joinHtml(
    model.lanes.map((_, lane) => {
      if (lane % 2 === 1) return noHtml;
      const box = html`x="${x}" y="${plotY + lane * laneHeight}" width="${width}"`;
      return html`<rect ${box} height="${laneHeight}" fill="${colours.stripe}" />`;
    }),
  );
}

function laneTexts(model: ReportModel, layout: FigureLayout, colours: FigureColours): Html {
  const { labelX, countX } = layout;
  const small = { size: smallSize, fill: colours.muted };
  const head = layout.axisY + 24;
  const lanes = model.lanes.map((row, lane) => {
    const { count, kind, isPinned } = row;
    const y = layout.plotY + (lane + 0.5) * layout.laneHeight + baseLine;
    // Pinned rows have their pin where nested ones are set in.
    const x = kind === 'inner' || isPinned ? labelX + layout.indent : labelX;
    return joinHtml([
      laneLabel(row, layout.laneLabels[lane] ?? '', { x, y }, colours),
      isPinned ? pin({ x: labelX, y: y - 9 }, colours) : noHtml,
      svgText({ ...small, x: countX, y, text: formatCount(count), anchor: 'end' }),
    ]);
  });
  return joinHtml([
    svgText({ ...small, x: labelX, y: head, text: fieldsInWords(model.fields) }),
    svgText({ ...small, x: countX, y: head, text: 'events', anchor: 'end' }),
    ...lanes,
  ]);
}

function laneLabel(
  { value, kind, fold }: LaneRow,
  label: string,
  at: { readonly x: number; readonly y: number },
  colours: FigureColours,
): Html {
  if (kind === 'others') {
    return svgText({ ...at, size: labelSize, fill: colours.text, text: label });
  }
  if (value === '') {
    const look = { size: labelSize, style: 'italic', fill: colours.muted } as const;
    return svgText({ ...at, ...look, text: 'not in this record' });
  }
  const weight = fold === 'open' ? 600 : 400;
  const look = { size: labelSize, fonts: monoFonts, fill: colours.text, weight } as const;
  return svgText({ ...at, ...look, text: label, hint: label === value ? '' : value });
}

function nothingSelected(layout: FigureLayout, colours: FigureColours): Html {
  return svgText({
    x: layout.plotX + layout.scale.width / 2,
    y: layout.plotY + layout.laneHeight / 2 + baseLine,
    text: 'No event is selected',
    size: labelSize,
    fill: colours.muted,
    anchor: 'middle',
  });
}
