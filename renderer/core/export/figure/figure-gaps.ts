import { xOf } from '../../layout/time-scale.ts';
import type { FigureLayout } from './figure-layout.ts';
import type { FigureColours } from './figure-theme.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import type { ReportModel } from '../report/report-model.ts';

/** Pixels from one slanted line to the next. */
const step = 6;

/**
 * Coverage gaps as slanted lines below the marks. Lines of their own, not a pattern: they are the
 * same in every program that shows or prints the figure.
 */
export function figureGaps(model: ReportModel, layout: FigureLayout, colours: FigureColours): Html {
  const { plotX, plotY, laneHeight, scale } = layout;
  const lines: string[] = [];
  for (const [lane, { spans }] of model.coverage.entries()) {
    const top = plotY + lane * laneHeight;
    for (const { start, end } of spans) {
      const left = plotX + Math.max(0, xOf(scale, start));
      const right = plotX + Math.min(scale.width, xOf(scale, end));
      if (right > left) lines.push(slanted({ left, right, top, bottom: top + laneHeight }));
    }
  }
  if (lines.length === 0) return noHtml;
  return html`<path d="${lines.join('')}" fill="none" stroke="${colours.hatch}" />`;
}

/** A swatch of it for the legend. */
export function hatchSwatch(x: number, y: number, colours: FigureColours): Html {
  const lines = slanted({ left: x - 5, right: x + 9, top: y - 5, bottom: y + 5 });
  return html`<path d="${lines}" fill="none" stroke="${colours.hatch}" />`;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines up to the right at 45 degrees, cut at the box's edges, and its outline at the sides. */
function slanted({ left, right, top, bottom }: Box): string {
  const height = bottom - top;
  let path = `M${short(left)} ${short(top)}V${short(bottom)}M${short(right)} ${short(top)}V${short(bottom)}`;
  // Where lines stand on the whole drawing decides, so that those of neighbouring lanes go on.
  const first = Math.ceil((left + top - height) / step) * step;
  for (let sum = first; sum - bottom < right; sum += step) {
    const from = Math.max(left, sum - bottom);
    const to = Math.min(right, sum - top);
    if (to > from) path += `M${short(from)} ${short(sum - from)}L${short(to)} ${short(sum - to)}`;
  }
  return path;
}

function short(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
