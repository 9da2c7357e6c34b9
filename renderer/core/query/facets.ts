import type { EpochMs } from '../base/units.ts';
import type { EventField, FilterField } from './filter.ts';

/** Fields whose values are listed and set side by side: what is reached for first stands on top. */
export const facetFields = [
  'sourceIp',
  'accessKey',
  'tool',
  'principal',
  'loadBalancer',
  'targetGroup',
  'eventName',
  'outcome',
  'access',
  'errorCode',
  'eventSource',
  'region',
  'account',
  'identityType',
] as const satisfies readonly EventField[];

/** One value of a field among the selected events. */
export interface FacetValue {
  /** The whole text; empty: not in the record. */
  readonly value: string;
  readonly count: number;
}

/** The values of one field, most frequent first, counted over the filter without its own terms. */
export interface Facet<F extends FilterField = FilterField> {
  readonly field: F;
  readonly values: readonly FacetValue[];
  /** How many different values there are, of which `values` holds the first. */
  readonly distinct: number;
}

/**
 * First and last event, and counts, of a set of events. Each event counts for its outcome only:
 * what is left of `count` are reads that succeeded.
 */
export interface Sums {
  readonly count: number;
  /** Changes that succeeded. */
  readonly writes: number;
  /** Failures other than refusals. */
  readonly failed: number;
  readonly denied: number;
  /** Undefined where the set is empty. */
  readonly firstSeen: EpochMs | undefined;
  readonly lastSeen: EpochMs | undefined;
}
