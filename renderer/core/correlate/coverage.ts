import type { EpochMs, EventRef, Span } from '../base/units.ts';

/** A trail's recording was reduced: no events at all, or only those that read or that write. */
export type Missing = 'all events' | 'reads' | 'writes';

/**
 * A stretch of time from which events may be missing. It says nothing of what was done: the absence
 * of events is not the absence of action.
 */
export type CoverageGap = {
  readonly span: Span<EpochMs>;
  readonly account: string;
} & (
  | {
      /** No event of an account and region that otherwise speaks (see silences.ts). */
      readonly kind: 'silence';
      readonly region: string;
      readonly where: 'between events' | 'before the first event' | 'after the last event';
      /** Share of the ten-minute stretches outside the gap that have events. */
      readonly usualShare: number;
      /**
       * How many other spans of so many days were compared, and how many were silent: of a gap of up to
       * a day, the same hours of other days.
       */
      readonly days: {
        readonly compared: number;
        readonly silent: number;
        readonly length: number;
      };
    }
  | {
      /** Log files that a digest names are not among the evidence (see missing-files.ts). */
      readonly kind: 'missing files';
      readonly region: string;
      readonly files: number;
      /** Of the first of them, in its bucket. */
      readonly key: string;
    }
  | {
      /** A trail recorded less than before (see trail-outages.ts). */
      readonly kind: 'trail';
      readonly trail: string;
      readonly missing: Missing;
      readonly began: { readonly ref: EventRef; readonly eventName: string };
      /** The call that ended it; undefined where the case has none: `span` goes on to the case's end then. */
      readonly ended: { readonly ref: EventRef; readonly eventName: string } | undefined;
      /** The last moment for which the case shows it: the end, or the last event of the account and region. */
      readonly seenUntil: EpochMs;
    }
);
