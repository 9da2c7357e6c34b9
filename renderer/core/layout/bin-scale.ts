import type { EpochMs, Span } from '../base/units.ts';

/**
 * Bins per millisecond of a span cut into bins of one width. `(time - span.start) * scale`, rounded
 * down and kept under `bins` (the product may round up at the very end), is the bin of a time.
 */
export function binScale(span: Span<EpochMs>, bins: number): number {
  return bins / (span.end - span.start);
}
