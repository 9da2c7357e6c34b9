import type { EpochMs, EventRef, TextId } from '../../base/units.ts';
import type { CredentialStep } from '../event-details.ts';
import type { Sums } from '../../query/facets.ts';
import type { Outcome } from '../../table/columns.ts';

/** What an actor can be flagged for, by the name of the rule. */
export type FlagRule =
  | 'root'
  | 'rootAttempt'
  | 'noMfa'
  | 'consoleInCli'
  | 'severalNetworks'
  | 'severalSystems'
  | 'sharedAddress'
  | 'movedToken'
  | 'movedInstance'
  | 'newTool'
  | 'newAddress'
  | 'persistence'
  | 'persistenceUsed'
  | 'persistenceAttempt'
  | 'roleChain'
  | 'crossAccount'
  | 'attackTool'
  | 'oddCommand';

/** How grave a flag is, the gravest first. */
export const flagLevels = ['high', 'medium', 'info'] as const;
export type FlagLevel = (typeof flagLevels)[number];

/** An event that made a flag. */
export interface FlaggedEvent {
  readonly ref: EventRef;
  readonly time: EpochMs;
  readonly eventName: string;
  readonly sourceIp: string;
  readonly accessKey: string;
  readonly tool: string;
  readonly outcome: Outcome;
}

/** Something about an actor that is worth a look. */
export interface ActorFlag {
  readonly rule: FlagRule;
  readonly level: FlagLevel;
  /** What it is about: an address, a key, a tool; empty where it is the actor itself. */
  readonly about: string;
  /** How many events made it. */
  readonly count: number;
  /** Of these the most telling ones (see telling-events.ts), in time order. */
  readonly events: readonly FlaggedEvent[];
  /** When the first of all of them happened. */
  readonly first: EpochMs;
  /** When the last of them happened. */
  readonly last: EpochMs;
}

/** Values of one kind that an actor used, the most frequent first. */
export interface ActorValues {
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** How many there are, of which `values` has the first. */
  readonly distinct: number;
}

/** Whoever stands behind keys that belong together, by principal or by chains of credentials. */
export interface Actor {
  readonly id: TextId;
  /** The principal it all began with; empty where the records name nobody. */
  readonly name: string;
  /** An AWS service, or a role that only one uses. */
  readonly isService: boolean;
  readonly sums: Sums;
  readonly elbEvents: number;
  readonly keys: ActorValues;
  readonly principals: ActorValues;
  readonly addresses: ActorValues;
  readonly tools: ActorValues;
  /** Each key that was come by in steps, with its steps, the first one first. */
  readonly chains: readonly { readonly key: string; readonly steps: readonly CredentialStep[] }[];
  /** The gravest first. */
  readonly flags: readonly ActorFlag[];
}
