import { regionsBeside } from '../../core/source/aws-regions.ts';
import type { EpochMs, Span } from '../../core/base/units.ts';
import type { EvidenceSource } from '../../core/source/evidence.ts';
import { historyFolder, restOfQuery } from '../../core/source/history-query.ts';
import type { AwsProblem, LookUpRequest } from '../../host/host.ts';
import { message } from '../../messages/message.svelte.ts';
import { historyPages, type RegionQuery } from '../../sources/history-pages.ts';
import { whoAsks, whoseAnswers, type AwsLink, type AwsSource, type NextStep } from './aws-link.ts';
import { answered } from './aws-task.svelte.ts';
import type { CaseWork } from '../case/case-work.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { OpenCase } from '../case/open-case.svelte.ts';
import type { QueryPort } from '../query-port.ts';

export { lookUpAttributes } from '../../host/host.ts';

export type AttributeName = NonNullable<LookUpRequest['attribute']>['name'];

/** What is typed of a question to Event history, kept while the app runs. */
export interface HistoryDraft {
  /** Empty: all management events. */
  attribute: AttributeName | '';
  value: string;
  /** Days in UTC, as `2026-03-12`; both belong to the span. */
  from: string;
  to: string;
}

interface Parts {
  readonly query: QueryPort;
  readonly openCase: OpenCase;
  readonly caseWork: CaseWork;
  readonly notices: Notices;
  /** Shows the dialog again, turned to this source. */
  readonly reopen: () => void;
  readonly now?: () => EpochMs;
}

/** A connection, and what it was told of regions. */
interface HistoryStep {
  readonly link: AwsLink;
  /** When it was connected: nothing later is asked for. */
  readonly now: EpochMs;
  readonly inCase: readonly EvidenceSource[];
}

const dayMs = 24 * 60 * 60 * 1000;
/** Event history reaches back so far. */
const mostDays = 90;

/** Import from CloudTrail's Event history, which every account has without a trail. */
export class HistorySource implements AwsSource {
  readonly draft: HistoryDraft = $state({
    ...{ attribute: 'EventSource', value: 'elasticloadbalancing.amazonaws.com', from: '', to: '' },
  });
  readonly isOfAws = true;
  readonly #parts: Parts;
  #isWrong = $state(false);
  #step: HistoryStep | undefined = $state.raw();
  #regions: readonly string[] = $state.raw([]);
  #chosen: ReadonlySet<string> = $state.raw(new Set());
  readonly #rest: readonly RegionQuery[] = $derived(this.#restOf(this.#step));

  constructor(parts: Parts) {
    this.#parts = parts;
    const today = this.#now();
    this.draft.from = dayText(today - (mostDays - 1) * dayMs);
    this.draft.to = dayText(today);
  }

  /** It was tried to connect with days, or a value, that can't be asked for. */
  get isWrong(): boolean {
    return this.#isWrong;
  }

  /** The first and the last day that can be asked for. */
  get bounds(): { readonly first: string; readonly last: string } {
    const today = this.#now();
    return { first: dayText(today - mostDays * dayMs), last: dayText(today) };
  }

  /** The regions to choose from, in order. */
  get regions(): readonly string[] {
    return this.#regions;
  }

  /** How many of the chosen regions are in the case already, and how many in part. */
  get plan(): { readonly known: number; readonly goingOn: number } {
    const whole = this.#span(this.#step?.now ?? 0);
    const isWhole = ({ start, end }: Span<EpochMs>): boolean =>
      start === whole?.start && end === whole.end;
    return {
      known: this.#chosen.size - this.#rest.length,
      goingOn: this.#rest.filter(({ span }) => !isWhole(span)).length,
    };
  }

  has(region: string): boolean {
    return this.#chosen.has(region);
  }

  choose(regions: readonly string[]): void {
    this.#chosen = new Set(regions);
  }

  check(): boolean {
    this.#isWrong = this.#span(this.#now()) === undefined || this.#attribute === 'none';
    return !this.#isWrong;
  }

  async begin(link: AwsLink): Promise<void> {
    const { query, openCase } = this.#parts;
    const inCase = openCase.info === undefined ? [] : await query.ask('sources', {});
    this.#regions = regionsBeside(link.connected.region);
    this.#chosen = new Set(this.#regions);
    this.#step = { link, now: this.#now(), inCase };
  }

  reset(): void {
    this.#step = undefined;
  }

  get next(): NextStep | undefined {
    const step = this.#step;
    if (step === undefined) return undefined;
    const queries = this.#rest;
    const label = message('aws.lookUp', { count: queries.length });
    const isReady = queries.length > 0 && step.link.task.work === undefined;
    return { label, isReady, run: () => this.#import(step, queries) };
  }

  /** Asks which regions are enabled in the account: those are then to choose from. */
  async listRegions(): Promise<void> {
    const link = this.#step?.link;
    await link?.task.run(message('aws.listingRegions'), async (signal) => {
      const { connection } = link.connected;
      const regions = answered(await link.aws.listRegions({ connection }));
      signal.throwIfAborted();
      this.#regions = regions;
      this.#chosen = new Set(regions);
    });
  }

  async #import({ link }: HistoryStep, queries: readonly RegionQuery[]): Promise<void> {
    const { caseWork, notices } = this.#parts;
    const { aws, connected } = link;
    const stop = new AbortController();
    const problems: AwsProblem[] = [];
    const pages = historyPages(queries, {
      ...{ aws, connection: connected.connection, signal: stop.signal },
      failed: (_, problem) => {
        problems.push(problem);
      },
    });
    const what = `LookupEvents: ${queries.map(historyFolder).join(', ')}`;
    const asked = { what, identity: whoAsks(connected.identity) };
    await link.handOver(async () => {
      await caseWork.import(pages, `Event history ${dayText(this.#now())}`, 'always', { asked });
      stop.abort();
    });
    const problem = problems.find(({ scope }) => scope === 'connection') ?? problems[0];
    if (problem === undefined) return;
    const thing = message('aws.historyNotWhole', { count: problems.length });
    const { reason, wayOut } = problem;
    const goOn = { label: message('aws.goOn'), run: this.#parts.reopen };
    notices.problem({ thing, reason, wayOut }, goOn);
  }

  #restOf(step: HistoryStep | undefined): readonly RegionQuery[] {
    const attribute = this.#attribute;
    if (step === undefined || attribute === 'none') return [];
    const span = this.#span(step.now);
    if (span === undefined) return [];
    const account = whoseAnswers(step.link.connected.identity);
    return this.#regions
      .filter((region) => this.has(region))
      .flatMap((region) => {
        const rest = restOfQuery({ account, region, attribute, span }, step.inCase);
        return rest === undefined ? [] : [{ ...rest, attribute }];
      });
  }

  /** `none`: an attribute without a value. */
  get #attribute(): RegionQuery['attribute'] | 'none' {
    const { attribute: name, value } = this.draft;
    if (name === '') return undefined;
    return value.trim() === '' ? 'none' : { name, value: value.trim() };
  }

  /** What of the days Event history can have; undefined where that is nothing. */
  #span(now: EpochMs): Span<EpochMs> | undefined {
    const { from, to } = this.draft;
    const second = Math.floor(now / 1000) * 1000;
    const start = Math.max(Date.parse(`${from}T00:00:00Z`), second - mostDays * dayMs);
    const end = Math.min(Date.parse(`${to}T00:00:00Z`) + dayMs, second);
    return start < end ? { start, end } : undefined;
  }

  #now(): EpochMs {
    return (this.#parts.now ?? Date.now)();
  }
}

function dayText(at: EpochMs): string {
  return new Date(at).toISOString().slice(0, 10);
}
