import type { EpochMs, Span, TextId } from '../base/units.ts';
import { entityFields } from '../query/filter.ts';

/** Fields that lanes can stand for. */
export const laneFields = [...entityFields, 'eventName', 'account', 'region'] as const;
export type LaneField = (typeof laneFields)[number];

export const laneSorts = ['firstSeen', 'lastSeen', 'count', 'writes', 'denied', 'name'] as const;
export type LaneSort = (typeof laneSorts)[number];

/** The fields that lanes stand for: of each value of the first, the values of the other. */
export interface LaneFields {
  readonly field: LaneField;
  /** Undefined: one level only. */
  readonly nested?: LaneField | undefined;
}

/**
 * Which events a row of the timeline holds. An event is in one row only: in that of its nested
 * value, else in that of its value, else in the one for all others.
 */
export type LaneKey =
  | { readonly kind: 'value'; readonly id: TextId }
  | { readonly kind: 'nested'; readonly id: TextId; readonly inner: TextId }
  /** The events of all values but these. */
  | { readonly kind: 'others'; readonly except: readonly TextId[] }
  /** None: they are in the rows below. */
  | { readonly kind: 'heading'; readonly id: TextId };

/** What a timeline asks for: the selected events of these lanes in this span. */
export interface MarksRequest extends LaneFields {
  /** The lanes in view, top first: at most 50. */
  readonly lanes: readonly LaneKey[];
  readonly span: Span<EpochMs>;
  /** Columns of the density texture. */
  readonly bins: number;
  /** At or under this many events in the span, the events themselves are sent. */
  readonly maxEvents: number;
}

/**
 * Far: per lane and bin the number of events and the gravest outcome. Cell `lane * bins + bin`.
 * Near: the events themselves, in time order.
 */
export type Marks =
  | {
      readonly kind: 'density';
      readonly span: Span<EpochMs>;
      readonly bins: number;
      readonly lanes: number;
      readonly counts: Uint32Array;
      /** Place in `outcomes` of the gravest event of the cell. */
      readonly gravest: Uint8Array;
    }
  | {
      readonly kind: 'events';
      readonly span: Span<EpochMs>;
      readonly time: Float64Array;
      /** Place of the event's lane in the request. */
      readonly lane: Uint16Array;
      /** Place in `outcomes`. */
      readonly outcome: Uint8Array;
      /** 1: made by an AWS service on someone's behalf. */
      readonly byService: Uint8Array;
      readonly ref: Uint32Array;
    };

/** Events per bin of a span, by outcome: cell `outcome * bins + bin`. */
export interface Histogram {
  readonly span: Span<EpochMs>;
  readonly bins: number;
  readonly counts: Uint32Array;
}
