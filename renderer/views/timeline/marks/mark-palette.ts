import type { Outcome } from '../../../core/table/columns.ts';

/** The colours that the canvases paint with, as CSS texts. */
export interface MarkPalette {
  readonly marks: Readonly<Record<Outcome, string>>;
  readonly surface: string;
  readonly hover: string;
  readonly sunken: string;
  readonly line: string;
  readonly text: string;
  readonly accent: string;
  readonly hatch: string;
}

/** Reads the theme's custom properties at an element. Forces a style computation. */
export function readPalette(element: Element): MarkPalette {
  const style = getComputedStyle(element);
  const colour = (name: string, otherwise: string) =>
    style.getPropertyValue(name).trim() || otherwise;
  return {
    marks: {
      read: colour('--mark-read', '#737a83'),
      write: colour('--mark-write', '#0072b2'),
      failed: colour('--mark-failed', '#ad5587'),
      denied: colour('--mark-denied', '#cf5200'),
    },
    surface: colour('--surface', '#ffffff'),
    hover: colour('--hover', '#e9edf2'),
    sunken: colour('--surface-sunken', '#eceef1'),
    line: colour('--line', '#d9dde2'),
    text: colour('--text', '#1c2126'),
    accent: colour('--accent', '#0062a3'),
    hatch: colour('--hatch', '#8a7437'),
  };
}

/** Calls `onChange` with the palette whenever the window's theme changes; returns what ends it. */
export function watchPalette(
  element: Element,
  onChange: (palette: MarkPalette) => void,
): () => void {
  const watching = new MutationObserver(() => {
    onChange(readPalette(element));
  });
  watching.observe(document.documentElement, { attributeFilter: ['data-theme', 'data-contrast'] });
  return () => {
    watching.disconnect();
  };
}

/** A colour as the 32-bit word that a canvas holds for an opaque pixel of it. */
export function pixelOf(colour: string): number {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d');
  if (context === null) return 0;
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  return new Uint32Array(context.getImageData(0, 0, 1, 1).data.buffer)[0] ?? 0;
}
