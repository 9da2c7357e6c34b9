import type { Outcome } from '../table/columns.ts';

/**
 * The outline of each mark around the point 0, 0, in pixels, as SVG path data: a canvas takes it
 * as `Path2D`, a legend or a report as `<path d>`. Shape tells outcomes apart without colour.
 */
export const markPath: Readonly<Record<Outcome, string>> = {
  read: 'M-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0Z',
  write: 'M-3.25 -3.25H3.25V3.25H-3.25Z',
  failed: 'M0 -4.25L4.25 3.25H-4.25Z',
  denied: 'M0 -4.75L4.75 0L0 4.75L-4.75 0Z',
};

/** Half the side of the square that every mark and its outline fit in, in pixels. */
export const markReach = 6;

/** How each outcome is called where a mark is explained. */
export const outcomeLabel: Readonly<Record<Outcome, string>> = {
  read: 'read',
  write: 'write',
  failed: 'failed',
  denied: 'denied',
};
