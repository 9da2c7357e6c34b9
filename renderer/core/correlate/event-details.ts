import type { EpochMs, EventRef, SourceId } from '../base/units.ts';
import type { Outcome, ResourceRule, TextColumn } from '../table/columns.ts';
import type { Phrase } from '../words/phrase.ts';

/** One step of a chain of credentials: who handed out which key. */
export interface CredentialStep {
  readonly ref: EventRef;
  readonly time: EpochMs;
  readonly eventName: string;
  /** Whose call it was. Texts are empty where the record does not say. */
  readonly principal: string;
  readonly accessKey: string;
  readonly sourceIp: string;
  /** What was handed out, and to whom. */
  readonly key: string;
  readonly identity: string;
  /** Whom the identity is a session of, as the `principal` column names it; empty where it says nobody. */
  readonly recipient: string;
}

/** A key that an event hands out, and when it is used first. */
export interface HandedOut {
  readonly key: string;
  readonly identity: string;
  readonly firstUse: { readonly ref: EventRef; readonly time: EpochMs } | undefined;
}

/** Everything the columns know of one event. What only the raw record has is not here. */
export interface EventDetails {
  readonly ref: EventRef;
  readonly time: EpochMs;
  readonly text: Readonly<Record<TextColumn, string>>;
  readonly flags: number;
  readonly outcome: Outcome;
  readonly resourceRule: ResourceRule;
  /** How the load balancer was found; undefined for events of other services. */
  readonly loadBalancerReason: Phrase | undefined;
  /** The event that handed out this event's access key; undefined where none in the case did. */
  readonly keyFrom: CredentialStep | undefined;
  /** The key that this event hands out; undefined where it hands out none. */
  readonly handsOut: HandedOut | undefined;
  /** What the caller's sessions are known by; empty where none is known. */
  readonly sourceIdentity: string;
  /** What the file is that the event was read from, e.g. "Event history CSV". */
  readonly shape: string;
  /** Fields, in CloudTrail's names, that no record of such a file can have. */
  readonly lacks: readonly string[];
  readonly source: SourceId;
  readonly recordIndex: number;
  readonly offset: number;
  readonly byteLength: number;
}
