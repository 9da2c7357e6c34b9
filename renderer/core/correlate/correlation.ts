import type { Sums } from '../query/facets.ts';
import type { FacetValue } from '../query/facets.ts';
import type { Novelty } from './novelty.ts';

/** The three ties that join events: the same address, the same credential, the same tool. */
export const ties = ['sourceIp', 'accessKey', 'userAgent'] as const;
export type Tie = (typeof ties)[number];

/** Bit of a tie in what `tied` answers (see ties.ts). */
export const tieBit: Readonly<Record<Tie, number>> = { sourceIp: 1, accessKey: 2, userAgent: 4 };

/** The events that share one tie with the chosen event, and what else was seen with it. */
export interface TieSums {
  readonly tie: Tie;
  /** The shared value; empty: the record does not have it, and nothing is tied by it. */
  readonly value: string;
  /** Over all services, the chosen event among them. */
  readonly all: Sums;
  /** Of these, Elastic Load Balancing's own. */
  readonly elb: Sums;
  /** The other two ties' values, principals and load balancers seen with this value, by count. */
  readonly seenWith: readonly {
    readonly field: SeenField;
    readonly values: readonly FacetValue[];
    readonly distinct: number;
  }[];
}
export type SeenField = Tie | 'principal' | 'loadBalancer' | 'eventName';

/** Events that share ties with one event. */
export interface Correlation {
  readonly ties: readonly TieSums[];
  /** Events, all services, that share exactly these many of the ties, the chosen one left out. */
  readonly sharing: { readonly one: number; readonly two: number; readonly three: number };
  /** Events that share all three ties, the chosen one among them. */
  readonly allThree: Sums;
  /** What is new in the case with the chosen event. */
  readonly novelty: readonly Novelty[];
}
