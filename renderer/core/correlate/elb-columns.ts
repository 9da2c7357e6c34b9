import type { TargetGroupLink } from '../table/event-table.ts';

/** The columns from which the load balancer of every ELB event follows, in time order. */
export interface ElbColumns {
  readonly time: Float64Array;
  readonly flags: Uint32Array;
  readonly eventName: Uint32Array;
  readonly eventNames: readonly string[];
  /** Ids of the `resource` column; 0 for events of other services. */
  readonly resource: Uint32Array;
  readonly resources: readonly string[];
  /** Ids are those of `resources`; in any order. */
  readonly links: readonly TargetGroupLink[];
}
