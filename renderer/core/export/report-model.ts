import type { EpochMs, Span } from '../base/units.ts';
import type { Lane, LaneField, Marks } from '../layout/marks.ts';
import type { FacetValue, Sums } from '../query/facets.ts';
import type { Filter, FilterField } from '../query/filter.ts';
import type { EvidenceSource, ImportSums } from '../source/evidence.ts';
import type { Outcome, TextColumn } from '../table/columns.ts';

/** An entity of the report: a value with when and how often it was seen. */
export interface ReportEntity extends Sums {
  readonly value: string;
}

export interface ReportEvent {
  readonly time: EpochMs;
  readonly outcome: Outcome;
  readonly text: Readonly<Record<TextColumn, string>>;
  readonly eventId: string;
  readonly evidencePath: string;
  readonly recordIndex: number;
}

/** Everything the report says, before it is laid out. */
export interface ReportModel {
  readonly filter: Filter;
  readonly sums: Sums;
  readonly span: Span<EpochMs> | undefined;
  readonly laneField: LaneField;
  /** The figure's lanes, at most 40, and how many there are in all. */
  readonly lanes: readonly Lane[];
  readonly lanesInAll: number;
  readonly marks: Marks | undefined;
  readonly entities: readonly {
    readonly field: FilterField;
    readonly values: readonly ReportEntity[];
    readonly distinct: number;
  }[];
  /** The first events of the selection; `sums.count` says how many there are. */
  readonly events: readonly ReportEvent[];
  readonly sources: readonly EvidenceSource[];
  readonly importSums: ImportSums;
}

export type { FacetValue };
