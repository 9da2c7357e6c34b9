import type { Arrangement } from '../../layout/lane-rows.ts';
import type { LaneFields, LaneSort } from '../../layout/marks.ts';
import type { Filter, Sort } from '../../query/filter.ts';
import type { NotedTarget } from '../data/finding-lines.ts';

/** A selection under a name, such as a saved view. */
export interface NamedSelection {
  readonly name: string;
  readonly filter: Filter;
}

/** What a report is asked to be of. */
export interface ReportRequest {
  readonly filter: Filter;
  readonly sort: Sort;
  readonly fields: LaneFields;
  readonly laneSort: LaneSort;
  readonly arrangement: Arrangement;
  /** Events of the event table, and of that of each view. */
  readonly maxEvents: number;
  /** In the order of the story. */
  readonly findings: readonly NotedTarget[];
  /** Each gets a table of its events. */
  readonly views: readonly NamedSelection[];
}
