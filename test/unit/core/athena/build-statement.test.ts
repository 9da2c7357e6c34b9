import 'fake-indexeddb/auto';
import { TrinoSQL } from 'dt-sql-parser';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  buildStatement,
  type TrailQuestion,
} from '../../../../renderer/core/athena/build-statement.ts';
import { trailTable, type TableMetadata } from '../../../../renderer/core/athena/trail-table.ts';
import {
  allTime,
  everything,
  eventFields,
  type Filter,
  type Term,
} from '../../../../renderer/core/query/filter.ts';
import { exactValue } from '../../../../renderer/core/query/value-pattern.ts';
import { fixedValues } from '../../../../renderer/core/query/query-fields.ts';
import { flag, storedTextColumns } from '../../../../renderer/core/table/columns.ts';
import { textAt } from '../../../../renderer/core/table/event-table.ts';
import { guidText } from '../../../../renderer/core/table/guid.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { loadCase, type LoadedCase } from '../../../../renderer/workers/query/loaded-case.ts';
import { AthenaEngine, resultCsv } from '../../../fixtures/athena-engine.ts';
import { importFiles } from '../../../fixtures/import-files.ts';
import { importedTrail } from '../../../fixtures/imported-trail.ts';
import { filedRecords, projectedTable } from '../../../fixtures/trail-tables.ts';
import { sampleSettings, Trail } from '../../../made/trail.ts';

const settings = { ...sampleSettings, events: 2500 };
const catalog = 'AwsDataCatalog';
const database = 'cloudtrail';
const dayMs = 24 * 60 * 60 * 1000;
/** `identityType` and the rest; the two deliveries of one event are told apart by nothing else. */
const comparedColumns = [...storedTextColumns, 'tool', 'principal'] as const;
const comparedFlags = ~flag.sameIdOtherContent;
const grammar = new TrinoSQL();
const whole = { start: settings.start, end: settings.start + settings.days * dayMs };

let loaded: LoadedCase;
let engine: AthenaEngine;

beforeAll(async () => {
  ({ loaded } = await importedTrail(settings));
  engine = await AthenaEngine.create(database);
  const records = [...new Trail(settings).files()].flatMap(filedRecords);
  await engine.addTable(database, projectedTable, records);
}, 60_000);

afterAll(() => {
  engine.close();
});

function statement(question: Partial<TrailQuestion>, metadata: TableMetadata = projectedTable) {
  const table = trailTable(metadata);
  if (table === undefined) throw new Error('no table of CloudTrail records');
  return buildStatement(
    table,
    { catalog, database, table: metadata.name },
    {
      filter: everything,
      span: whole,
      lateDays: 1,
      accounts: [],
      regions: [],
      ...question,
    },
  );
}

async function found(sql: string): Promise<ReadonlySet<string>> {
  const { columns, rows } = await engine.query(sql);
  const column = columns.indexOf('eventid');
  return new Set(rows.map((row) => row[column] ?? ''));
}

function selected(filter: Filter): ReadonlySet<string> {
  const { table } = loaded.built;
  const rows = loaded.selections.rows(filter);
  return new Set(Array.from(rows, (row) => guidText(table.eventId, row)));
}

function without(all: ReadonlySet<string>, taken: ReadonlySet<string>): readonly string[] {
  return [...all].filter((one) => !taken.has(one));
}

const values = fc.constantFrom(...eventFields).chain((field) => {
  const fixed = fixedValues(field);
  if (fixed !== undefined)
    return fc.record({ field: fc.constant(field), value: fc.constantFrom(...fixed) });
  const own = fc.nat().map((pick) => {
    const column = field === 'outcome' || field === 'access' ? 'eventName' : field;
    const { texts } = loaded.built.table.dictionaries[column];
    return texts[pick % texts.length] ?? '';
  });
  const pattern = fc
    .tuple(own, fc.nat(), fc.nat(12), fc.boolean(), fc.boolean())
    .map(([text, start, length, isOpen, isUpper]) => {
      const at = start % (text.length + 1);
      const part = exactValue(text.slice(at, at + length + 2));
      return `${isOpen ? '*' : ''}${isUpper ? part.toUpperCase() : part}*`;
    });
  const block = fc
    .tuple(own, fc.constantFrom(8, 16, 24, 32, 48))
    .map(([text, bits]) => `${text}/${bits}`);
  const value = fc.oneof(own.map(exactValue), pattern, ...(field === 'sourceIp' ? [block] : []));
  return fc.record({ field: fc.constant(field), value });
});

const terms: fc.Arbitrary<readonly Term[]> = fc.array(
  fc.tuple(values, fc.boolean()).map(([term, exclude]) => ({ ...term, exclude })),
  { maxLength: 4 },
);

const spans = fc
  .tuple(fc.nat(settings.days * dayMs), fc.nat(settings.days * dayMs))
  .map(([start, length]) => {
    const first = settings.start + Math.floor(start / 1000) * 1000;
    return { start: first, end: first + Math.ceil(length / 1000) * 1000 };
  });

describe('buildStatement', () => {
  it('selects what the same filter selects in the app, or says what it finds beside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        terms,
        spans,
        fc.constantFrom('elb' as const, 'all' as const),
        async (made, span, scope) => {
          const filter = { scope, terms: made, text: '' };
          const { sql, answers } = statement({ filter, span });
          expect(grammar.validate(sql)).toEqual([]);
          const inCase = selected({ ...filter, span });
          const inTable = await found(sql);
          const isMeant = answers.every(({ finds }) => finds === 'same');
          if (isMeant) expect(inTable).toEqual(inCase);
          const isNamed = answers.some(({ finds }) => finds === 'named');
          if (!isNamed) expect(without(inCase, inTable)).toEqual([]);
        },
      ),
      { numRuns: 120 },
    );
  }, 120_000);

  it.each(['role synthetic-deploy (111122223333)', 'user synthetic-dev-1 (111122223333)'])(
    'finds what the principal %s did, and nothing else',
    async (value) => {
      const filter = {
        ...everything,
        terms: [{ field: 'principal' as const, value, exclude: false }],
      };
      const { sql, answers } = statement({ filter });
      expect(answers).toEqual([{ of: filter.terms[0], finds: 'same' }]);
      const inCase = selected({ ...filter, span: whole });
      expect(inCase.size).toBeGreaterThan(5);
      expect(await found(sql)).toEqual(inCase);
    },
  );

  it('finds the events that name a load balancer by its ARN or its name', async () => {
    const { texts } = loaded.built.table.dictionaries.loadBalancer;
    const value =
      texts.find((text) => text.includes(':loadbalancer/app/') && !text.includes('\n')) ?? '';
    const filter = {
      ...everything,
      terms: [{ field: 'loadBalancer' as const, value, exclude: false }],
    };
    const { sql, answers } = statement({ filter });
    expect(answers.map(({ finds }) => finds)).toEqual(['named']);
    const inTable = await found(sql);
    const inCase = selected({ ...filter, span: whole });
    expect(without(inCase, inTable).length).toBeLessThan(inCase.size / 2);
  });

  it('looks for words of free text in every text of a record', async () => {
    const { sql, answers } = statement({
      filter: { ...everything, text: 'modifylistener "Terraform/1"' },
    });
    expect(answers.map(({ of, finds }) => [of, finds])).toEqual([
      ['modifylistener', 'named'],
      ['terraform/1', 'named'],
    ]);
    const inCase = selected({ ...everything, text: 'modifylistener', span: whole });
    expect(without(await found(sql), inCase)).toEqual([]);
  });

  it('lets no value out of its quotes', async () => {
    for (const value of [
      "' OR 1=1 --",
      "\\' OR ''='",
      '\u202e*/ UNION',
      "x' || chr(39) || '",
      '%_\\',
    ]) {
      for (const pattern of [exactValue(value), `*${exactValue(value)}*`]) {
        const filter = {
          ...everything,
          terms: [{ field: 'userAgent' as const, value: pattern, exclude: false }],
        };
        const { sql } = statement({ filter });
        expect(grammar.validate(sql)).toEqual([]);
        expect((await found(sql)).size).toBe(0);
        expect(sql).not.toMatch(/\u202e/);
      }
    }
  });

  it('gives a result that imports as the events themselves', async () => {
    const filter = { ...everything, scope: 'elb' as const };
    const csv = resultCsv(await engine.query(statement({ filter }).sql));
    const caseId = crypto.randomUUID();
    await importFiles(caseId, [{ path: 'result.csv', name: 'result.csv', blob: new Blob([csv]) }]);
    const imported = await loadCase(await StoredCase.open(caseId));
    expect(imported.sources.map(({ verdict, rejected }) => [verdict, rejected])).toEqual([
      ['imported', 0],
    ]);
    const facts = ({ built: { table } }: LoadedCase, row: number): readonly unknown[] => [
      table.time[row],
      (table.flags[row] ?? 0) & comparedFlags,
      ...comparedColumns.map((column) => textAt(table, column, row)),
    ];
    const byId = (from: LoadedCase, rows: Iterable<number>): ReadonlyMap<string, unknown> =>
      new Map(
        Array.from(rows, (row) => [guidText(from.built.table.eventId, row), facts(from, row)]),
      );
    const inCase = byId(loaded, loaded.selections.rows({ ...filter, span: whole }));
    expect(inCase.size).toBeGreaterThan(200);
    expect(byId(imported, imported.built.table.time.keys())).toEqual(inCase);
  });

  it('names the trail’s own account and region where the filter does', () => {
    const term = (field: Term['field'], value: string) => ({ field, value, exclude: false });
    const filter = {
      ...everything,
      terms: [term('account', '111122223333'), term('region', 'eu-west-1'), term('region', 'us-*')],
    };
    const { pruning } = statement({ filter });
    expect(pruning.conditions[0]).toBe('"account" = \'111122223333\'');
    expect(pruning.conditions.join(' ')).not.toContain('"region"');
    expect(statement({ filter, regions: ['us-east-1'] }).sql).toContain('"region" = \'us-east-1\'');
  });

  it('reads a table whose times are timestamps and whose truth values are such', () => {
    const metadata: TableMetadata = {
      ...projectedTable,
      columns: [
        ...['eventsource', 'eventname'].map((name) => ({ name, type: 'string' })),
        { name: 'eventtime', type: 'timestamp' },
        { name: 'readonly', type: 'boolean' },
        { name: 'Odd "column"', type: 'array<string>' },
      ],
    };
    const filter = {
      ...everything,
      terms: [{ field: 'access' as const, value: 'write', exclude: false }],
    };
    const { sql } = statement({ filter }, metadata);
    expect(sql).toContain("eventtime >= TIMESTAMP '2026-03-09 00:00:00'");
    expect(sql).toContain('CAST(readonly AS VARCHAR)');
    expect(sql).toContain('json_format(CAST("odd ""column""" AS JSON)) AS "odd ""column"""');
    expect(grammar.validate(sql)).toEqual([]);
  });

  it('says which terms a table has no column for, and finds what they would leave out', () => {
    const metadata = {
      ...projectedTable,
      columns: ['eventtime', 'eventsource', 'eventname'].map((name) => ({ name, type: 'string' })),
    };
    const terms = (['accessKey', 'outcome', 'principal', 'tool', 'tag'] as const).map((field) => ({
      ...{ field, exclude: false },
      value: field === 'outcome' ? 'denied' : 'x',
    }));
    const { answers, sql } = statement({ filter: { ...everything, terms } }, metadata);
    expect(answers.map(({ finds }) => finds)).toEqual(terms.map(() => 'left out'));
    expect(grammar.validate(sql)).toEqual([]);
  });

  it('rests on a span that has ends', () => {
    expect(whole.start).toBeGreaterThan(allTime.start);
    expect(statement({}).sql).toContain("eventtime < '2026-03-13T00:00:00'");
  });
});
