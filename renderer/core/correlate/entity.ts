import type { EpochMs, EventRef, Span } from '../base/units.ts';
import type { Sums } from '../query/facets.ts';
import type { EntityField } from '../query/filter.ts';
import type { AddressClass } from '../record/addresses.ts';
import type { KeyClass } from '../record/access-key.ts';
import type { CredentialStep } from './event-details.ts';

/** Something that acts, or is acted on: one value of one field. */
export interface Entity {
  readonly field: EntityField;
  readonly value: string;
}

/** A value seen with an entity, and when the two met first. */
export interface Companion {
  readonly value: string;
  readonly count: number;
  readonly firstSeen: EpochMs;
  /** The first event of both. */
  readonly first: EventRef;
}

export type CompanionField = Exclude<EntityField, 'userAgent'> | 'eventName';

/** The values of one field seen with an entity, the most frequent first. */
export interface Companions {
  readonly field: CompanionField;
  readonly values: readonly Companion[];
  /** How many there are, of which `values` holds the first. */
  readonly distinct: number;
}

/** Addresses, keys, principals and tools that an entity met only a while after its first event. */
export interface EntityNews {
  /** The rarest first, the latest first among those. */
  readonly values: readonly (Companion & { readonly field: CompanionField })[];
  /** How many there are, of which `values` holds the first. */
  readonly inAll: number;
}

/** How much an entity did over the whole case, in spans of equal length. */
export interface EntityActivity {
  readonly span: Span<EpochMs>;
  /** Events in each span. */
  readonly counts: Uint32Array;
  /** The gravest outcome in each, as a place in `outcomes`. */
  readonly gravest: Uint8Array;
}

/** What the case knows of an entity, over all services. */
export interface EntityCard extends Entity {
  readonly all: Sums;
  /** Of these, Elastic Load Balancing's own. */
  readonly elb: Sums;
  readonly activity: EntityActivity;
  readonly seenWith: readonly Companions[];
  /** Who and what came to it late, the rarest first. */
  readonly news: EntityNews;
  /** Of source IPs. */
  readonly addressClass: AddressClass | undefined;
  /** Of access keys. */
  readonly keyClass: KeyClass | undefined;
  /** How a key was come by, the first step first; empty where the case does not show it. */
  readonly chain: readonly CredentialStep[];
}
