import type { EpochMs, Span } from '../../core/base/units.ts';
import { scanDollars, dollarText } from '../../core/athena/scan-cost.ts';
import { trailTable, type TableMetadata } from '../../core/athena/trail-table.ts';
import type { Filter } from '../../core/query/filter.ts';
import type { AwsProblem } from '../../host/host.ts';
import { objectUri } from '../../core/source/object-place.ts';
import { message } from '../../messages/message.svelte.ts';
import { athenaPages } from '../../sources/athena-pages.ts';
import { storedObjects } from '../../sources/stored-objects.ts';
import { AthenaPlace } from './athena-place.svelte.ts';
import { findResult, runStatement, type AthenaResult, type ResultPlace } from './athena-query.ts';
import { AthenaQuestion } from './athena-question.svelte.ts';
import { AthenaTable } from './athena-table.svelte.ts';
import { whoAsks, whoseAnswers, type AwsLink, type AwsSource, type NextStep } from './aws-link.ts';
import type { CaseWork } from '../case/case-work.ts';
import type { Notices } from '../app/notices.svelte.ts';
import { bytesText } from '../app/number-text.ts';

interface Parts {
  readonly caseWork: CaseWork;
  readonly notices: Notices;
  /** The filter of the window. */
  readonly filter: () => Filter;
  /** The span of the case's events; undefined: there are none. */
  readonly known: () => Span<EpochMs> | undefined;
  readonly now?: () => EpochMs;
}

const ports = 2;

/** Import from Athena: choose a table, put the filter to it as SQL, run it, fetch its result. */
export class AthenaSource implements AwsSource {
  /** Where results go, where the workgroup has no place for them. */
  readonly draft = $state({ output: '' });
  readonly isOfAws = true;
  readonly #parts: Parts;
  /** Asked in place of the window's filter. */
  #wanted: Filter | undefined = $state.raw();
  #place: AthenaPlace | undefined = $state.raw();
  #isNoTrail = $state(false);
  #question: AthenaQuestion | undefined = $state.raw();
  #newTable: AthenaTable | undefined = $state.raw();
  #result: AthenaResult | undefined = $state.raw();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** What will be asked for. */
  get filter(): Filter {
    return this.#wanted ?? this.#parts.filter();
  }
  /** The case holds events, which may be among those that are found. */
  get hasEvents(): boolean {
    return this.#parts.known() !== undefined;
  }
  /** Undefined until connected. */
  get place(): AthenaPlace | undefined {
    return this.#place;
  }
  /** The chosen table is not of CloudTrail's records. */
  get isNoTrail(): boolean {
    return this.#isNoTrail;
  }
  /** Undefined until a table is chosen. */
  get question(): AthenaQuestion | undefined {
    return this.#question;
  }
  /** A table that is to be made; undefined: none is. */
  get newTable(): AthenaTable | undefined {
    return this.#newTable;
  }
  /** Of the last statement that was run. */
  get result(): AthenaResult | undefined {
    return this.#result;
  }

  /** What is asked next, in place of the window's filter; undefined: that filter. */
  want(filter: Filter | undefined): void {
    this.#wanted = filter;
  }

  check(): boolean {
    return true;
  }

  begin(link: AwsLink): Promise<void> {
    this.#place = new AthenaPlace(link, (table) => {
      this.#takeTable(table);
    });
    return Promise.resolve();
  }

  reset(): void {
    this.#place = undefined;
    this.#newTable = undefined;
    this.#takeTable(undefined);
  }

  /** Shows what a table is to be made of, or no longer. */
  makeTable(wanted: boolean): void {
    const database = this.#place?.chosen('database');
    this.#newTable = wanted && database !== undefined ? new AthenaTable(database) : undefined;
  }

  /** Takes a changed statement: the result of the one before is not its own. */
  edit(sql: string | undefined): void {
    this.#question?.edit(sql);
    this.#result = undefined;
  }

  /** What was chosen differently needs another statement. */
  forgetResult(): void {
    this.#result = undefined;
  }

  get next(): NextStep | undefined {
    const place = this.#place;
    if (place === undefined) return undefined;
    const isIdle = place.link.task.work === undefined;
    if (!place.isAsked) {
      return { label: message('athena.list'), isReady: isIdle, run: () => place.list() };
    }
    const newTable = this.#newTable;
    if (newTable !== undefined) {
      const isReady = isIdle && newTable.sql !== undefined && this.#canRun(place);
      const run = (): Promise<void> => this.#make(place, newTable);
      return { label: message('athena.make'), isReady, run };
    }
    const result = this.#result;
    if (result !== undefined) {
      const label = importLabel(result);
      return { label, isReady: isIdle, run: () => this.#import(place, result) };
    }
    const question = this.#question;
    const canAsk = question !== undefined && (question.isEdited || question.isWhole);
    const isReady = isIdle && canAsk && this.#canRun(place);
    const run = (): Promise<void> =>
      question === undefined ? Promise.resolve() : this.#run(place, question.sql);
    return { label: message('athena.run'), isReady, run };
  }

  #canRun({ workGroup }: AthenaPlace): boolean {
    if (workGroup === undefined) return false;
    const { isManaged, output } = workGroup;
    return isManaged || output !== undefined || this.#output !== undefined;
  }

  /** Where a query is told to write its result; undefined: the workgroup says it. */
  #outputFor({ workGroup }: AthenaPlace): string | undefined {
    const isSaid = workGroup?.isManaged === true || workGroup?.output !== undefined;
    return isSaid ? undefined : this.#output;
  }

  get #output(): string | undefined {
    const { output } = this.draft;
    return /^s3:\/\/./u.test(output.trim()) ? `${output.trim().replace(/\/*$/u, '')}/` : undefined;
  }

  #takeTable(metadata: TableMetadata | undefined): void {
    const place = this.#place;
    const table = metadata && trailTable(metadata);
    this.#isNoTrail = metadata !== undefined && table === undefined;
    this.#result = undefined;
    const { known, now = Date.now } = this.#parts;
    this.#question =
      table && place
        ? new AthenaQuestion(table, place.place, this.filter, { known: known(), now: now() })
        : undefined;
  }

  #run(place: AthenaPlace, sql: string): Promise<void> {
    return place.link.task.run(message('athena.starting'), async (signal, tell) => {
      const ended = await runStatement(place, sql, this.#outputFor(place), signal, tell);
      const result = await findResult(place, ended, sql);
      signal.throwIfAborted();
      this.#result = result;
    });
  }

  async #make(place: AthenaPlace, { sql, draft }: AthenaTable): Promise<void> {
    if (sql === undefined) return;
    const { task } = place.link;
    const statement = { isDone: false };
    await task.run(message('athena.starting'), async (signal, tell) => {
      await runStatement(place, sql, this.#outputFor(place), signal, tell);
      statement.isDone = true;
    });
    if (!statement.isDone) return;
    this.#newTable = undefined;
    await place.chooseNewTable(draft.name.trim());
  }

  #import(place: AthenaPlace, result: AthenaResult): Promise<void> {
    const { execution, sql, scannedBytes, where } = result;
    const query = `Athena query ${execution}: ${sql}`;
    const lies =
      where.kind === 'managed'
        ? 'result kept by Athena'
        : `result ${objectUri(where.place)}, ${where.object.bytes} bytes`;
    const what = `${query}; ${scannedBytes} bytes read, ${dollarText(scanDollars(scannedBytes))} at the list price; ${lies}`;
    this.#wanted = undefined;
    return where.kind === 'managed'
      ? this.#importPages(place, { execution, query, what })
      : this.#importObject(place, where, { query, what });
  }

  #importObject(
    { link, place: { database, table } }: AthenaPlace,
    { store, place, object }: ResultPlace & { readonly kind: 'object' },
    { query, what }: { readonly query: string; readonly what: string },
  ): Promise<void> {
    const asked = { what, identity: whoAsks(link.connected.identity) };
    const openPorts = (): Promise<readonly MessagePort[]> => link.aws.openPorts(store, ports);
    const offers = storedObjects(place.bucket, [object], query);
    return link.handOver(() =>
      this.#parts.caseWork.import(offers, `${database}.${table}`, 'always', { asked, openPorts }),
    );
  }

  async #importPages(
    place: AthenaPlace,
    { execution, query, what }: Record<'execution' | 'query' | 'what', string>,
  ): Promise<void> {
    const { caseWork, notices } = this.#parts;
    const { link } = place;
    const { connection, region, identity } = link.connected;
    const stop = new AbortController();
    const problems: AwsProblem[] = [];
    const pages = athenaPages(
      {
        ...{ connection, region, execution, query },
        ...{ account: whoseAnswers(identity), workGroup: place.chosen('workGroup') },
      },
      {
        ...{ aws: link.aws, signal: stop.signal },
        failed: (problem) => {
          problems.push(problem);
        },
      },
    );
    const { database, table } = place.place;
    const asked = { what, identity: whoAsks(identity) };
    await link.handOver(async () => {
      await caseWork.import(pages, `${database}.${table}`, 'always', { asked });
      stop.abort();
    });
    for (const { reason, wayOut } of problems) {
      notices.problem({ thing: message('athena.notWhole'), reason, wayOut });
    }
  }
}

function importLabel({ where }: AthenaResult): string {
  return where.kind === 'managed'
    ? message('athena.importManaged')
    : message('athena.import', { size: bytesText(where.object.bytes) });
}
