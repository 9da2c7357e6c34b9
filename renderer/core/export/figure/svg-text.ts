import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';

/** Fonts that are on the reader's machine; the last ones for Japanese, Chinese and Korean. */
const sansFonts =
  "system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', 'DejaVu Sans', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif";
export const monoFonts =
  "ui-monospace, 'SF Mono', 'Cascadia Mono', 'DejaVu Sans Mono', Consolas, 'Liberation Mono', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans Mono CJK JP', 'Noto Sans CJK JP', monospace";

/** The same for paper: first the fonts that are narrow, since tables must be dense. */
export const paperFonts =
  "'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', Roboto, 'Noto Sans', 'DejaVu Sans', 'Hiragino Sans', 'Yu Gothic', 'Noto Sans CJK JP', sans-serif";

/** A text of a figure, and how it looks; sizes and places in pixels. */
export interface SvgText {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly fill: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly weight?: 400 | 600;
  readonly style?: 'normal' | 'italic';
  readonly fonts?: string;
  /** Shown where the pointer rests; empty: nothing. */
  readonly hint?: string;
}

export function svgText(look: SvgText): Html {
  const { anchor = 'start', weight = 400, style = 'normal', fonts = sansFonts, hint = '' } = look;
  const title = hint === '' ? noHtml : html`<title>${hint}</title>`;
  const place = html`x="${round(look.x)}" y="${round(look.y)}" text-anchor="${anchor}"`;
  const font = html`font-family="${fonts}" font-size="${look.size}" font-weight="${weight}"`;
  const colour = html`font-style="${style}" fill="${look.fill}"`;
  return html`<text ${place} ${font} ${colour}>${look.text}${title}</text>`;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
