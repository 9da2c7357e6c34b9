import type { EpochMs, Span } from '../base/units.ts';
import type { FilterField } from '../query/filter.ts';

/** Something that the investigator can star, tag and note. */
export type FindingTarget = EventTarget | EntityTarget | SpanTarget;

/**
 * An event by its place in the evidence, which stays the same when evidence is added, removed, or
 * imported into another case. The rest is for people who read the journal.
 */
export interface EventTarget {
  readonly kind: 'event';
  /** Of the evidence file, as found. */
  readonly sha256: string;
  /** Place of the record in the file, from 0. */
  readonly record: number;
  readonly time: EpochMs;
  readonly eventName: string;
  /** Path of the file when the finding was made. */
  readonly path: string;
}

export interface EntityTarget {
  readonly kind: 'entity';
  readonly field: FilterField;
  readonly value: string;
}

export interface SpanTarget extends Span<EpochMs> {
  readonly kind: 'span';
}

/** What the investigator has put to a thing. */
export interface Marking {
  readonly starred: boolean;
  /** Numbers of tags, in the order of adding. */
  readonly tags: readonly number[];
  readonly note: string;
}

/** Something with a marking. */
export interface Finding {
  readonly target: FindingTarget;
  readonly marking: Marking;
}

/** The marking of what nothing was put to. */
export const unmarked: Marking = { starred: false, tags: [], note: '' };

/** Whether nothing is put to it: such a thing is no finding. */
export function isUnmarked({ starred, tags, note }: Marking): boolean {
  return !starred && tags.length === 0 && note === '';
}

/** The same text for targets that are the same thing, and only for them. */
export function targetKey(target: FindingTarget): string {
  switch (target.kind) {
    case 'event':
      return `event ${target.sha256} ${target.record}`;
    case 'entity':
      return `entity ${target.field} ${target.value}`;
    case 'span':
      return `span ${target.start} ${target.end}`;
  }
}

/** When a thing happened, or began; undefined for entities, which are at all times. */
export function targetTime(target: FindingTarget): EpochMs | undefined {
  if (target.kind === 'entity') return undefined;
  return target.kind === 'event' ? target.time : target.start;
}

/** The colours of tags, by their names in the style sheet. */
export const tagColours = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple'] as const;
export type TagColour = (typeof tagColours)[number];

/** A word of the investigator's own. */
export interface Tag {
  readonly name: string;
  readonly colour: TagColour;
}
