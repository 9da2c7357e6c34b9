import { formatTime } from '../base/zoned-time.ts';
import { axisTicks } from '../layout/axis-ticks.ts';
import { xOf } from '../layout/time-scale.ts';
import type { TimeScale } from '../layout/time-scale.ts';
import { columnsOf } from './cut-text.ts';
import { columnWidth, labelSize, layOutFigure, smallSize } from './figure-layout.ts';
import type { FigureLayout } from './figure-layout.ts';
import { explanations, figureLegend } from './figure-legend.ts';
import { figureMarks } from './figure-marks.ts';
import { figureColours } from './figure-theme.ts';
import type { FigureColours, FigureTheme } from './figure-theme.ts';
import { fieldLabels } from './filter-words.ts';
import { countOf, formatCount } from './format-count.ts';
import { html, joinHtml, noHtml } from './html.ts';
import type { Html } from './html.ts';
import type { ReportModel } from './report-model.ts';
import { monoFonts, svgText } from './svg-text.ts';

/** Ticks stand this many pixels apart at least: room for a date, or a clock with seconds. */
const dateRoom = 60;
const secondsRoom = 72;
/** Pixels that the labels at the edges of the axis may stand out. */
const overhang = 8;
/** From a lane's middle to the base line of its texts. */
const baseLine = labelSize * 0.36;

export interface FigureOptions {
  /** Pixels; 480 or more. */
  readonly width: number;
  readonly theme: FigureTheme;
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
  const layout = layOutFigure(model, options.width, heading, explanations(model).length + 1);
  const { width, height } = layout;
  const title = titleOf(model);
  const parts = [
    html`<title>${title}</title>`,
    html`<rect width="${width}" height="${height}" fill="${colours.surface}" />`,
    heading ? headingOf(model, zone, layout, colours) : noHtml,
    stripes(model, layout, colours),
    axis(layout, zone, colours),
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

function titleOf(model: ReportModel): string {
  return `Timeline of ${countOf(model.sums.count, 'event')} by ${fieldLabels[model.laneField]}`;
}

function headingOf(
  model: ReportModel,
  zone: string,
  layout: FigureLayout,
  colours: FigureColours,
): Html {
  const { firstSeen, lastSeen } = model.sums;
  const times =
    firstSeen === undefined || lastSeen === undefined
      ? 'No event is selected'
      : `${formatTime(firstSeen, zone)} to ${formatTime(lastSeen, zone)}`;
  const x = layout.labelX;
  const title = titleOf(model);
  const text = `${times} · time zone ${zone}`;
  return joinHtml([
    svgText({ x, y: 22, text: title, size: 14, weight: 600, fill: colours.text }),
    svgText({ x, y: 40, text, size: labelSize, fill: colours.muted }),
  ]);
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

function axis(layout: FigureLayout, zone: string, colours: FigureColours): Html {
  const { scale, plotX, plotY, plotBottom, axisY } = layout;
  const most = Math.max(2, Math.floor(scale.width / roomOf(scale)));
  const bold = { fill: colours.text, weight: 600 } as const;
  const ticks = axisTicks(scale.span, zone, most).map(({ time, label, context }) => {
    const x = Math.round((plotX + xOf(scale, time)) * 10) / 10;
    const at = (text: string): number => centredAt(x, text, layout);
    const look = { anchor: 'middle', size: smallSize } as const;
    return joinHtml([
      html`<path d="M${x} ${plotY - 5}V${plotBottom}" stroke="${colours.line}" />`,
      svgText({ ...look, x: at(label), y: axisY + 24, text: label, fill: colours.muted }),
      context === ''
        ? noHtml
        : svgText({ ...look, ...bold, x: at(context), y: axisY + 11, text: context }),
    ]);
  });
  const right = plotX + scale.width;
  const edges = `M${plotX} ${plotY}H${right}M${plotX} ${plotBottom}H${right}`;
  return joinHtml([...ticks, html`<path d="${edges}" stroke="${colours.axis}" />`]);
}

function roomOf({ span, width }: TimeScale): number {
  const secondsShown = ((span.end - span.start) / width) * dateRoom < 60_000;
  return secondsShown ? secondsRoom : dateRoom;
}

/** The middle of a label at a tick; those at the edges of the axis are moved in a little. */
function centredAt(x: number, label: string, { plotX, scale }: FigureLayout): number {
  const half = (columnsOf(label) * smallSize * columnWidth) / 2;
  const right = plotX + scale.width + overhang - half;
  return Math.max(plotX - overhang + half, Math.min(x, right));
}

function laneTexts(model: ReportModel, layout: FigureLayout, colours: FigureColours): Html {
  const { labelX, countX } = layout;
  const small = { size: smallSize, fill: colours.muted };
  const head = layout.axisY + 24;
  const lanes = model.lanes.map(({ value, count }, lane) => {
    const y = layout.plotY + (lane + 0.5) * layout.laneHeight + baseLine;
    return joinHtml([
      laneLabel(value, layout.laneLabels[lane] ?? '', { x: labelX, y }, colours),
      svgText({ ...small, x: countX, y, text: formatCount(count), anchor: 'end' }),
    ]);
  });
  return joinHtml([
    svgText({ ...small, x: labelX, y: head, text: fieldLabels[model.laneField] }),
    svgText({ ...small, x: countX, y: head, text: 'events', anchor: 'end' }),
    ...lanes,
  ]);
}

function laneLabel(
  value: string,
  label: string,
  at: { readonly x: number; readonly y: number },
  colours: FigureColours,
): Html {
  if (value === '') {
    const look = { size: labelSize, style: 'italic', fill: colours.muted } as const;
    return svgText({ ...at, ...look, text: 'not in this record' });
  }
  const look = { size: labelSize, fonts: monoFonts, fill: colours.text };
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
