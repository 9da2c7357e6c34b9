import type { EpochMs, EventRef, SourceId } from '../base/units.ts';
import type { Outcome, ResourceRule, TextColumn } from '../table/columns.ts';

/** Everything the columns know of one event. What only the raw record has is not here. */
export interface EventDetails {
  readonly ref: EventRef;
  readonly time: EpochMs;
  readonly text: Readonly<Record<TextColumn, string>>;
  readonly flags: number;
  readonly outcome: Outcome;
  readonly resourceRule: ResourceRule;
  /** How the load balancer was found, in words; empty for events of other services. */
  readonly loadBalancerReason: string;
  readonly source: SourceId;
  readonly recordIndex: number;
  readonly offset: number;
  readonly byteLength: number;
}
