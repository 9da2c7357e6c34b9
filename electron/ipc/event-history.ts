import type { AnswerPage, Told } from './aws.ts';

/** What the page may ask of CloudTrail's Event history, over a connection of aws.ts. */
export interface EventHistory {
  /** The regions that are enabled in the account: ListRegions of Account Management. */
  listRegions(request: { readonly connection: number }): Promise<Told<readonly string[]>>;
  /**
   * One page of LookupEvents, newest events first. Waits as long as it takes to ask no region more
   * than twice a second, and to be heard again where it says that it was asked too often.
   */
  lookUpEvents(request: LookUpRequest): Promise<Told<AnswerPage>>;
}

/** By what LookupEvents finds events: one attribute at a time, and whole values only. */
export const lookUpAttributes = [
  'EventSource',
  'EventName',
  'AccessKeyId',
  'Username',
  'ResourceName',
  'ResourceType',
  'EventId',
  'ReadOnly',
] as const;

export interface LookUpRequest {
  readonly connection: number;
  readonly region: string;
  /** Undefined: all management events. */
  readonly attribute:
    { readonly name: (typeof lookUpAttributes)[number]; readonly value: string } | undefined;
  /** Milliseconds since 1970, in whole seconds; from `start` up to, and without, `end`. */
  readonly start: number;
  readonly end: number;
  /** Where the page before ended. */
  readonly next: string | undefined;
}
