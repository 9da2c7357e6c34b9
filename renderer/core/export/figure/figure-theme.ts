import type { Outcome } from '../../table/columns.ts';

/** Colours of a figure: those of the window's themes. */
export interface FigureColours {
  readonly surface: string;
  readonly stripe: string;
  readonly line: string;
  readonly axis: string;
  readonly text: string;
  readonly muted: string;
  /** Of coverage gaps. */
  readonly hatch: string;
  readonly outcome: Readonly<Record<Outcome, string>>;
}

export type FigureTheme = 'light' | 'dark';

/**
 * Text at 4.5 : 1 and marks at 3 : 1 or more; the marks' colours are those of Okabe and Ito, which
 * colour-blind eyes tell apart, darkened or lightened to that.
 */
export const figureColours: Readonly<Record<FigureTheme, FigureColours>> = {
  light: {
    surface: '#ffffff',
    stripe: '#f5f6f8',
    line: '#d9dde2',
    axis: '#858d97',
    text: '#1c2126',
    muted: '#59616b',
    hatch: '#c4b27c',
    outcome: { read: '#737a83', write: '#0072b2', failed: '#ad5587', denied: '#cf5200' },
  },
  dark: {
    surface: '#16191d',
    stripe: '#1d2126',
    line: '#30363e',
    axis: '#737c87',
    text: '#e4e7eb',
    muted: '#a0a8b2',
    hatch: '#6f6138',
    outcome: { read: '#8d959f', write: '#56b4e9', failed: '#d98fbb', denied: '#f0792e' },
  },
};
