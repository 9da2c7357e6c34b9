import type { EpochMs, Span } from '../../renderer/core/base/units.ts';
import type { Outcome } from '../../renderer/core/table/columns.ts';
import type { Incident } from './incident.ts';
import type { MadeEvent, NamedBy } from './record.ts';

/** Counts by name. A list of pairs, so that it can be written as JSON. */
export type Tally = readonly (readonly [string, number])[];

/** What the generator planted: what any honest reader of the trail must find. */
export interface Truth {
  /** Different events. */
  readonly events: number;
  /** Records in the files: events and their second deliveries. */
  readonly records: number;
  readonly duplicates: number;
  readonly files: number;
  readonly elb: number;
  readonly byOutcome: Readonly<Record<Outcome, number>>;
  readonly elbByOutcome: Readonly<Record<Outcome, number>>;
  /** From the first event to the last, the last one's second included. */
  readonly span: Span<EpochMs>;
  readonly bySourceIp: Tally;
  /** Events with a key only. */
  readonly byKey: Tally;
  readonly byUserAgent: Tally;
  readonly byAccount: Tally;
  readonly byRegion: Tally;
  readonly byEventName: Tally;
  /** ELB events by the ARN of their load balancer, whatever the record calls it by. */
  readonly byLoadBalancer: Tally;
  /** ELB events that name their load balancer, by how they do it. */
  readonly bySubject: readonly (readonly [NamedBy, number])[];
  readonly incident: Incident;
  /** Events of the intruder. */
  readonly planted: number;
}

class Counter<K extends string> {
  readonly #counts = new Map<K, number>();

  add(name: K): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  /** The most frequent first. */
  pairs(): readonly (readonly [K, number])[] {
    return [...this.#counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  }
}

function perOutcome(counter: Counter<Outcome>): Record<Outcome, number> {
  const counts = new Map(counter.pairs());
  const of = (outcome: Outcome): number => counts.get(outcome) ?? 0;
  return { read: of('read'), write: of('write'), failed: of('failed'), denied: of('denied') };
}

/** Sums up events as they are planted. */
export class TruthKeeper {
  #events = 0;
  #elb = 0;
  #planted = 0;
  #first = Infinity;
  #last = -Infinity;
  readonly #outcomes = new Counter<Outcome>();
  readonly #elbOutcomes = new Counter<Outcome>();
  readonly #sourceIps = new Counter<string>();
  readonly #keys = new Counter<string>();
  readonly #userAgents = new Counter<string>();
  readonly #accounts = new Counter<string>();
  readonly #regions = new Counter<string>();
  readonly #names = new Counter<string>();
  readonly #loadBalancers = new Counter<string>();
  readonly #subjects = new Counter<NamedBy>();

  get events(): number {
    return this.#events;
  }

  get elb(): number {
    return this.#elb;
  }

  add(event: MadeEvent): void {
    this.#events++;
    this.#first = Math.min(this.#first, event.at);
    this.#last = Math.max(this.#last, event.at);
    this.#outcomes.add(event.outcome);
    this.#sourceIps.add(event.sourceIp);
    if (event.key !== '') this.#keys.add(event.key);
    this.#userAgents.add(event.userAgent);
    this.#accounts.add(event.account);
    this.#regions.add(event.region);
    this.#names.add(event.name);
    if (event.planted) this.#planted++;
    if (!event.elb) return;
    this.#elb++;
    this.#elbOutcomes.add(event.outcome);
    if (!event.subject) return;
    this.#loadBalancers.add(event.subject.loadBalancer);
    this.#subjects.add(event.subject.by);
  }

  /** The sums, given what became of the events on the way. */
  truth(delivered: {
    readonly duplicates: number;
    readonly files: number;
    readonly incident: Incident;
  }): Truth {
    return {
      events: this.#events,
      records: this.#events + delivered.duplicates,
      duplicates: delivered.duplicates,
      files: delivered.files,
      elb: this.#elb,
      byOutcome: perOutcome(this.#outcomes),
      elbByOutcome: perOutcome(this.#elbOutcomes),
      span: { start: this.#first, end: this.#last + 1000 },
      bySourceIp: this.#sourceIps.pairs(),
      byKey: this.#keys.pairs(),
      byUserAgent: this.#userAgents.pairs(),
      byAccount: this.#accounts.pairs(),
      byRegion: this.#regions.pairs(),
      byEventName: this.#names.pairs(),
      byLoadBalancer: this.#loadBalancers.pairs(),
      bySubject: this.#subjects.pairs(),
      incident: delivered.incident,
      planted: this.#planted,
    };
  }
}
