import type { EpochMs, Row, TextId } from '../base/units.ts';
import { formatIso } from '../base/zoned-time.ts';
import { inOne, phrase, type Phrase } from '../words/phrase.ts';
import { parseElbArn } from '../record/elb-arn.ts';
import { flag } from '../table/columns.ts';
import type { ElbColumns } from './elb-columns.ts';
import type { LoadBalancerLives } from './load-balancer-lives.ts';

/** What a resource stands for from row `start` on, until the next segment. */
export interface Segment {
  readonly start: Row;
  readonly loadBalancers: readonly string[];
  /** Why, beyond what the event itself names; undefined where there is no more to say. */
  readonly why: () => Phrase | undefined;
}
/** In the order of their starts; the first begins at row 0. */
export type Plan = readonly Segment[];

/** What is added to a target group whose load balancer is not known. */
export const unknownEnding = ' (load balancer unknown)';

/** Load balancers of one name or target group, and of one event, that are told apart. */
const mostTogether = 20;

interface Link {
  readonly start: Row;
  readonly time: EpochMs;
  readonly loadBalancer: string;
}

const nothing = (): undefined => undefined;

/** Makes, once for each different resource, the plan of what it stands for over the whole case. */
export class LoadBalancerPlans {
  readonly #columns: ElbColumns;
  readonly #lives: LoadBalancerLives;
  readonly #byId: (Plan | undefined)[] = [];
  readonly #byText = new Map<string, Plan>();
  readonly #links = new Map<string, Link[]>();
  /** ARNs by what a name says: `name:ACCOUNT/REGION/NAME` and its like. */
  readonly #named = new Map<string, Set<string>>();

  constructor(columns: ElbColumns, lives: LoadBalancerLives) {
    this.#columns = columns;
    this.#lives = lives;
    for (const id of lives.namedIds()) {
      for (const text of (columns.resources[id] ?? '').split('\n')) this.#addName(text);
    }
    const inTimeOrder = [...columns.links].sort((a, b) => a.time - b.time);
    for (const { time, targetGroup, loadBalancer } of inTimeOrder) {
      this.#addLink(time, this.#text(targetGroup), this.#text(loadBalancer));
    }
  }

  /** The plan of a resource id. */
  of(id: TextId): Plan {
    let plan = this.#byId[id];
    if (plan === undefined) {
      const parts = this.#text(id).split('\n').slice(0, mostTogether);
      plan = merged(parts.map((part) => this.#ofText(part)));
      this.#byId[id] = plan;
    }
    return plan;
  }

  #text(id: TextId): string {
    return this.#columns.resources[id] ?? '';
  }

  #addName(text: string): void {
    const name = nameOfArn(text);
    if (name === undefined) return;
    const arns = this.#named.get(name);
    if (arns === undefined) this.#named.set(name, new Set([text]));
    else arns.add(text);
  }

  #addLink(time: EpochMs, targetGroup: string, loadBalancer: string): void {
    this.#addName(targetGroup);
    this.#addName(loadBalancer);
    const links = this.#links.get(targetGroup) ?? [];
    if (links.length === 0) this.#links.set(targetGroup, links);
    if (links.length === mostTogether) return;
    if (links.some((link) => link.loadBalancer === loadBalancer)) return;
    links.push({ start: firstRowAt(this.#columns.time, time), time, loadBalancer });
  }

  #ofText(text: string): Plan {
    let plan = this.#byText.get(text);
    if (plan === undefined) {
      plan = this.#make(text);
      this.#byText.set(text, plan);
    }
    return plan;
  }

  #make(text: string): Plan {
    switch (parseElbArn(text)?.kind) {
      case 'load balancer':
        return always([text], undefined);
      case 'classic load balancer':
        // Made-up names, in calls that failed, must not pass for a later life of another.
        if (!text.includes(' ')) return this.#classic(text);
        break;
      case 'target group':
      case 'trust store':
        return this.#linked(text);
      case 'listener':
      case 'rule':
      case undefined:
        break;
    }
    if (text.startsWith('name:')) return this.#loadBalancerNamed(text);
    if (/^(?:targetgroup|truststore)-name:/.test(text)) return this.#otherNamed(text);
    return always([], phrase('found.noLoadBalancer', { text }));
  }

  #classic(arn: string): Plan {
    const later = this.#lives.laterLives(arn);
    const first: Segment = { start: 0, loadBalancers: [arn], why: nothing };
    const again = later.map((start, index): Segment => {
      const why = () => phrase('found.madeAgain', { time: this.#timeAt(start) });
      return { start, loadBalancers: [`${arn} #${index + 2}`], why };
    });
    return [first, ...again];
  }

  #loadBalancerNamed(text: string): Plan {
    const arns = [...(this.#named.get(text) ?? [])].slice(0, mostTogether + 1);
    if (arns.length === 0 || arns.length > mostTogether) {
      return always([text], phrase(arns.length === 0 ? 'found.noneNamed' : 'found.severalNamed'));
    }
    const lives = arns.map((arn) => ({
      arn,
      born: this.#lives.born(arn),
      died: this.#lives.died(arn),
    }));
    const starts = startsFrom(lives.flatMap(({ born, died }) => [born, died + 1]));
    return starts.map((start): Segment => {
      const alive = lives.filter(({ born, died }) => born <= start && start <= died);
      const [only] = alive;
      if (only !== undefined && alive.length === 1) {
        const why = () => phrase('found.onlyOne');
        return { start, loadBalancers: [only.arn], why };
      }
      const why = () => phrase(only === undefined ? 'found.noneThen' : 'found.severalThen');
      return { start, loadBalancers: [text], why };
    });
  }

  #otherNamed(text: string): Plan {
    const [only, ...more] = this.#named.get(text) ?? [];
    return only === undefined || more.length > 0 ? unknown(text) : this.#ofText(only);
  }

  #linked(arn: string): Plan {
    const links = this.#links.get(arn);
    if (links === undefined) return unknown(arn);
    const died = ({ loadBalancer }: Link) => this.#lives.died(loadBalancer);
    const starts = startsFrom(links.flatMap((link) => [link.start, died(link) + 1]));
    return starts.map((start): Segment => {
      const before = links.filter((link) => link.start <= start);
      const alive = before.filter((link) => died(link) >= start);
      const [next] = links;
      if (alive.length > 0) return this.#segment(start, arn, alive);
      if (before.length > 0) return this.#segment(start, arn, before, 'found.sinceDeleted');
      return this.#segment(
        start,
        arn,
        links.filter((link) => link.start === next?.start),
        'found.afterThis',
      );
    });
  }

  #segment(
    start: Row,
    arn: string,
    links: readonly Link[],
    remark?: 'found.sinceDeleted' | 'found.afterThis',
  ): Segment {
    const why = () => {
      const isStore = parseElbArn(arn)?.kind === 'trust store';
      const calls = inOne(
        'found.and',
        links.map((link) => this.#callOf(link, arn)),
      );
      if (calls === undefined) return undefined;
      const link = phrase(isStore ? 'found.storeLinked' : 'found.groupLinked', { links: calls });
      return remark === undefined ? link : phrase(remark, { link });
    };
    return { start, loadBalancers: links.map(({ loadBalancer }) => loadBalancer), why };
  }

  /** "by CreateListener at …", by the call of that time which names either side of the link. */
  #callOf({ start, time: linked, loadBalancer }: Link, arn: string): Phrase {
    const time = formatIso(linked, 'UTC');
    const { time: times, resource, flags, eventName, eventNames } = this.#columns;
    for (let row = start; times[row] === linked; row += 1) {
      const named = this.#text(resource[row] ?? 0).split('\n');
      const name = eventNames[eventName[row] ?? 0] ?? '';
      if (((flags[row] ?? 0) & (flag.elb | flag.failed)) !== flag.elb) continue;
      if (name === 'DescribeTargetGroups') return phrase('found.linkedBy', { name, time });
      if (!/Listener|Rule|TargetGroup$/.test(name)) continue;
      if (named.includes(loadBalancer) || named.includes(arn))
        return phrase('found.linkedBy', { name, time });
    }
    return phrase('found.linkedAt', { time });
  }

  #timeAt(row: Row): string {
    return formatIso(this.#columns.time[row] ?? Number.NaN, 'UTC');
  }
}

function always(loadBalancers: readonly string[], why: Phrase | undefined): Plan {
  return [{ start: 0, loadBalancers, why: () => why }];
}

function unknown(text: string): Plan {
  return always([text + unknownEnding], phrase('found.notLinked'));
}

/** The different rows in ascending order, 0 before them. */
function startsFrom(rows: readonly Row[]): readonly Row[] {
  return [...new Set([0, ...rows.filter(Number.isFinite)])].sort((a, b) => a - b);
}

function merged(plans: readonly Plan[]): Plan {
  const [first] = plans;
  if (first !== undefined && plans.length === 1) return first;
  return startsFrom(plans.flatMap((plan) => plan.map(({ start }) => start))).map((start) => {
    const at = plans.flatMap((plan) => plan.findLast((segment) => segment.start <= start) ?? []);
    const loadBalancers = new Set(at.flatMap((segment) => segment.loadBalancers));
    return {
      start,
      loadBalancers: [...loadBalancers].slice(0, mostTogether),
      why: () => inOne('found.also', different(at.flatMap(({ why }) => why() ?? []))),
    };
  });
}

/** Phrases that say the same once. */
function different(phrases: readonly Phrase[]): readonly Phrase[] {
  return [...new Map(phrases.map((one) => [JSON.stringify(one), one])).values()];
}

function nameOfArn(text: string): string | undefined {
  const arn = parseElbArn(text);
  switch (arn?.kind) {
    case 'load balancer':
      return `name:${arn.account}/${arn.region}/${arn.name}`;
    case 'target group':
      return `targetgroup-name:${arn.account}/${arn.region}/${arn.name}`;
    case 'trust store':
      return `truststore-name:${arn.account}/${arn.region}/${arn.name}`;
    case 'classic load balancer':
    case 'listener':
    case 'rule':
    case undefined:
      return undefined;
  }
}

/** The first row at or after a time; the number of rows where there is none. */
function firstRowAt(times: Float64Array, time: EpochMs): Row {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? 0) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}
