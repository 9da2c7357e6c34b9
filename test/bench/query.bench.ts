import { filterFields, type Filter } from '../../renderer/core/query/filter.ts';
import type { Sums } from '../../renderer/core/query/facets.ts';
import type { QueryCall, QueryRequest } from '../../renderer/workers/query/query.ts';
import type { Truth } from '../made/truth.ts';
import { AppDriver } from './app-driver.ts';
import { columnsOnlySql, DuckDb } from './duckdb.ts';
import type { Figures, Target } from './figures.ts';
import { importedCase } from './imported-case.ts';
import { selections } from './questions.ts';

const name = 'query';
const runs = 9;
const openRuns = 5;
const searched = { bound: 'most', value: 8000 } as const;
const firstFound = { bound: 'most', value: 1000 } as const;
/** What opening may take a million events, in milliseconds. */
const openPerMillion = 600;
/** What an answer may take in a case of so many events, in milliseconds. */
const answerTargets = [
  { events: 1_000_000, value: 10 },
  { events: 5_000_000, value: 50 },
] as const;

/**
 * Questions to the real query worker, on the case that the app imported, timed within the worker;
 * beside them the same questions to DuckDB over a table, and both must count the same.
 */
export async function benchQuery(figures: Figures, events = 1_000_000): Promise<void> {
  const { profile, trail } = await importedCase(events, figures);
  await timeOpening(figures, profile, events);
  const driver = await AppDriver.start(profile);
  await timeRecordSearch(figures, driver, trail.truth);
  const worker = new Asker(figures, driver);
  await worker.open();
  const database = await DuckDb.create(name);
  figures.say('reading the same files into DuckDB …');
  await database.run(columnsOnlySql(trail.folder));
  await database.run(
    'CREATE TABLE unique_events AS SELECT DISTINCT ON (id, account) * FROM events ORDER BY time',
  );
  await timeSelections(figures, worker, database, trail.truth);
  await timeSums(figures, worker, database, trail.truth);
  await database.close();
  await driver.close();
}

/** Free text over the raw records, in the window. */
async function timeRecordSearch(
  figures: Figures,
  driver: AppDriver,
  { events }: Truth,
): Promise<void> {
  await driver.openRecentCase();
  await driver.showAllServices();
  const runs = [];
  // Every record has these, and no column: the most that can be found. A text is searched for once.
  for (const text of ['"requestParameters":', 'requestParameters":', 'requestParameters"']) {
    runs.push(await driver.searchRecords(text));
  }
  for (const { count } of runs) {
    if (count !== events) throw new Error(`${count} records have parameters, of ${events}`);
  }
  const [first, all] = [runs.map((run) => run.first), runs.map((run) => run.all)];
  figures.add(name, 'text in whole records: until some are shown', 'ms', first, firstFound);
  figures.add(name, 'text in whole records: until all are searched', 'ms', all, searched);
}

/** Asks the same thing several times, never so that a kept answer would do. */
class Asker {
  readonly #figures: Figures;
  readonly #driver: AppDriver;
  #asked = 0;

  constructor(figures: Figures, driver: AppDriver) {
    this.#figures = figures;
    this.#driver = driver;
  }

  async open(): Promise<void> {
    await this.#driver.startWorker();
    await this.#driver.ask('open', [{ caseId: await this.#driver.caseId() }]);
  }

  /** The same selection in other words: its span begins a little earlier, before any event. */
  fresh(filter: Filter, { span }: Truth): Filter {
    this.#asked++;
    const { start, end } = filter.span ?? { start: span.start - 1000, end: span.end + 1000 };
    // Events have whole seconds, so that less than one changes nothing.
    const early = (this.#asked % 900) + 1;
    return { ...filter, span: { start: start - early, end } };
  }

  /** Times a call; answers the last reply. */
  async time<C extends QueryCall>(
    label: string,
    call: C,
    request: () => QueryRequest<C>,
    target?: Target,
  ): Promise<unknown> {
    const requests = Array.from({ length: runs }, request);
    const answers = await this.#driver.ask(call, requests);
    const times = answers.map((answer) => answer.worker);
    this.#figures.add(name, label, 'ms', times, target);
    return answers.at(-1)?.reply;
  }
}

async function timeOpening(figures: Figures, profile: string, events: number): Promise<void> {
  const quick: Target = { bound: 'most', value: (openPerMillion * events) / 1_000_000 };
  const inWindow: number[] = [];
  const inWorker: number[] = [];
  for (let run = 0; run < openRuns; run++) {
    const driver = await AppDriver.start(profile);
    inWindow.push(await driver.openRecentCase());
    const caseId = await driver.caseId();
    await driver.startWorker();
    const [answer] = await driver.ask('open', [{ caseId }]);
    inWorker.push(answer?.page ?? NaN);
    await driver.close();
  }
  figures.add(name, 'open the case: from the click to the timeline', 'ms', inWindow, quick);
  figures.add(name, 'open the case: a new worker, to its answer', 'ms', inWorker, quick);
}

async function timeSelections(
  figures: Figures,
  worker: Asker,
  database: DuckDb,
  truth: Truth,
): Promise<void> {
  const value = answerTargets.find((one) => truth.events <= one.events)?.value;
  const fast: Target | undefined = value === undefined ? undefined : { bound: 'most', value };
  for (const selection of selections(truth)) {
    const reply = await worker.time(
      `filter: ${selection.name}`,
      'find',
      () => ({ filter: worker.fresh(selection.filter, truth) }),
      fast,
    );
    const sql = `SELECT count(*), count(*) FILTER (NOT read_only), count(error), min(time), max(time)
      FROM unique_events WHERE ${selection.where}`;
    const times = await timeSql(database, sql);
    figures.add(name, `  DuckDB: ${selection.name}`, 'ms', times);
    // The worker's answer to `find`, as QueryCalls has it.
    const { count } = reply as Sums;
    const found = await database.number(sql);
    if (count !== found) {
      throw new Error(`${selection.name}: ${count} events, by DuckDB ${found}`);
    }
  }
}

async function timeSql(database: DuckDb, sql: string): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await database.time(sql));
  return times;
}

/** What the window shows beside the list: facets, lanes, marks, histogram, table, ties. */
async function timeSums(
  figures: Figures,
  worker: Asker,
  database: DuckDb,
  truth: Truth,
): Promise<void> {
  const all: Filter = { scope: 'all', span: undefined, terms: [], text: '' };
  const elb: Filter = { ...all, scope: 'elb' };
  const compare = async (label: string, sql: string): Promise<void> => {
    figures.add(name, `  DuckDB: ${label}`, 'ms', await timeSql(database, sql));
  };
  for (const [scope, filter] of [
    ['ELB', elb],
    ['all services', all],
  ] as const) {
    await worker.time(`facets, all fields, ${scope}`, 'facets', () => ({
      filter: worker.fresh(filter, truth),
      fields: filterFields,
      limit: 50,
      containing: '',
    }));
  }
  const columns = [
    'ip',
    'key',
    'agent',
    'identity',
    'kind',
    'name',
    'source',
    'error',
    'region',
    'account',
  ];
  const facetOf = (column: string): string =>
    `(SELECT ${column}::VARCHAR, count(*) AS n FROM unique_events GROUP BY 1 ORDER BY n DESC LIMIT 50)`;
  await compare('facets, ten columns, all services', columns.map(facetOf).join(' UNION ALL '));

  const lanes = await worker.time('lanes by source IP, all services', 'lanes', () => ({
    filter: worker.fresh(all, truth),
    fields: { field: 'sourceIp' },
    sort: 'firstSeen',
  }));
  await worker.time('lanes by access key, all services', 'lanes', () => ({
    filter: worker.fresh(all, truth),
    fields: { field: 'accessKey' },
    sort: 'count',
  }));
  await worker.time('lanes by source IP › access key, all services', 'lanes', () => ({
    filter: worker.fresh(all, truth),
    fields: { field: 'sourceIp', nested: 'accessKey' },
    sort: 'count',
  }));
  const laneSql = (column: string): string =>
    `SELECT ${column}, count(*), count(*) FILTER (NOT read_only), count(error), min(time), max(time)
     FROM unique_events GROUP BY 1`;
  await compare('lanes by source IP', laneSql('ip'));
  await compare('lanes by access key', laneSql('key'));

  await worker.time('histogram, 1,000 bins', 'histogram', () => ({
    filter: worker.fresh(all, truth),
    span: truth.span,
    bins: 1000,
  }));
  const bin = `floor((epoch_ms(time) - ${truth.span.start}) * 1000.0 / ${truth.span.end - truth.span.start})`;
  await compare(
    'histogram, 1,000 bins',
    `SELECT ${bin}, read_only, error IS NULL, count(*) FROM unique_events GROUP BY ALL`,
  );

  // Of the worker's answer to `lanes` the first 50 ids.
  const keys = (lanes as readonly number[]).map((id) => ({ kind: 'value' as const, id }));
  const marks = { field: 'sourceIp', lanes: keys, bins: 2800, maxEvents: 20_000 } as const;
  const middle = truth.incident.start;
  const spans = [
    ['the whole case', truth.span],
    ['a day', { start: middle - 43_200_000, end: middle + 43_200_000 }],
    ['an hour', { start: middle, end: middle + 3_600_000 }],
  ] as const;
  for (const [label, span] of spans) {
    await worker.time(`marks of 50 lanes, ${label}`, 'marks', () => ({
      filter: worker.fresh(all, truth),
      span,
      ...marks,
    }));
  }
  await compare(
    'marks by source IP, the whole case',
    `SELECT ip, ${bin}, max(CASE WHEN error IS NOT NULL THEN 2 WHEN read_only THEN 0 ELSE 1 END), count(*)
     FROM unique_events GROUP BY ALL`,
  );

  const firstRows = { start: 0, end: 100 };
  for (const column of ['time', 'sourceIp', 'accessKey'] as const) {
    await worker.time(`first 100 rows, sorted by ${column}`, 'page', () => ({
      filter: worker.fresh(all, truth),
      sort: { column, descending: true },
      span: firstRows,
      columns: ['sourceIp', 'accessKey', 'eventName', 'tool', 'loadBalancer'],
    }));
  }
  await worker.time('ties of one event', 'correlate', () => ({ ref: 1000 }));
}
