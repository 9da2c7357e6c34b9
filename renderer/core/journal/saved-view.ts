import type { EpochMs, Span } from '../base/units.ts';
import type { Filter } from '../query/filter.ts';

/** What the timeline showed: a stretch of time, and lanes by one field, or by two, in one order. */
interface LaneChoice {
  readonly visible: Span<EpochMs> | undefined;
  readonly field: string;
  readonly nested: string | undefined;
  readonly sort: string;
}

/** A way of looking at the case, kept under a name. */
export interface SavedView {
  readonly name: string;
  readonly filter: Filter;
  readonly lanes: LaneChoice;
}
