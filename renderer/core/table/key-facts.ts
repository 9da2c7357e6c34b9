import type { EventRef, TextId } from '../base/units.ts';

/** What one event tells of an access key: that it hands the key out, or on whose behalf it is used. */
export interface KeyFact {
  /** The event's place among those stored with it; in a whole case its ref. */
  readonly event: EventRef;
  /** True: the event hands the key out. False: the key is the event's own. */
  readonly issues: boolean;
  /** Id of the `accessKey` column; 0 where what is handed out is no key. */
  readonly key: TextId;
  /** Whom the key is for: id of the `identity` column, or 0. */
  readonly identity: TextId;
  /** The source identity that its sessions carry on: id of the `identity` column, or 0. */
  readonly sourceIdentity: TextId;
  /** A hash of `sharedEventID`, which the copies of one call in several accounts share; 0: none. */
  readonly shared: number;
}

/** Few events tell of keys: their facts are kept apart from the columns, packed. */
export type KeyFacts = Uint32Array;

const words = 7;

/** Gathers facts and packs them. */
export class KeyFactList {
  #words: number[] = [];

  add(fact: KeyFact): void {
    const { event, issues, key, identity, sourceIdentity, shared } = fact;
    const high = Math.floor(shared / 2 ** 32);
    this.#words.push(event, issues ? 1 : 0, key, identity, sourceIdentity, high, shared >>> 0);
  }

  /** The facts gathered so far; gathering begins anew. */
  take(): KeyFacts {
    const taken = Uint32Array.from(this.#words);
    this.#words = [];
    return taken;
  }
}

/** How many facts these are. */
export function countFacts(facts: KeyFacts): number {
  return Math.floor(facts.length / words);
}

/** The fact at a place, in the order of gathering. */
export function keyFactAt(facts: KeyFacts, place: number): KeyFact {
  const at = place * words;
  return {
    event: facts[at] ?? 0,
    issues: facts[at + 1] === 1,
    key: facts[at + 2] ?? 0,
    identity: facts[at + 3] ?? 0,
    sourceIdentity: facts[at + 4] ?? 0,
    shared: (facts[at + 5] ?? 0) * 2 ** 32 + (facts[at + 6] ?? 0),
  };
}

/** The facts one by one, in the order of gathering. */
export function* keyFactsOf(facts: KeyFacts): Generator<KeyFact> {
  const count = countFacts(facts);
  for (let place = 0; place < count; place++) yield keyFactAt(facts, place);
}

/** Facts of a run of events. */
interface FactsOfRows {
  readonly rows: number;
  readonly keyFacts: KeyFacts;
}

/** The facts of `earlier` and of chunks stored after it, oldest first: events become refs. */
export function joinedKeyFacts(
  earlier: FactsOfRows | undefined,
  chunks: readonly FactsOfRows[],
): KeyFacts {
  const parts = earlier === undefined ? chunks : [earlier, ...chunks];
  const joined = new Uint32Array(parts.reduce((sum, { keyFacts }) => sum + keyFacts.length, 0));
  let first = 0;
  let to = 0;
  for (const { rows, keyFacts } of parts) {
    joined.set(keyFacts, to);
    for (let at = 0; at < keyFacts.length; at += words) {
      joined[to + at] = (keyFacts[at] ?? 0) + first;
    }
    first += rows;
    to += keyFacts.length;
  }
  return joined;
}
