import { buildActors } from '../../renderer/core/correlate/actors/build-actors.ts';
import { buildTable } from '../../renderer/core/correlate/build-table.ts';
import { entityCard } from '../../renderer/core/correlate/entity-card.ts';
import { correlate, tied } from '../../renderer/core/correlate/ties.ts';
import { buildHistogram } from '../../renderer/core/layout/build-histogram.ts';
import { buildLanes } from '../../renderer/core/layout/build-lanes.ts';
import { buildMarks } from '../../renderer/core/layout/build-marks.ts';
import {
  byTime,
  elbOnly,
  everything,
  filterFields,
  type Filter,
  type Term,
} from '../../renderer/core/query/filter.ts';
import { Selections } from '../../renderer/core/query/selections.ts';
import { sumRows } from '../../renderer/core/query/sum-rows.ts';
import { exactValue } from '../../renderer/core/query/value-pattern.ts';
import { textAt } from '../../renderer/core/table/event-table.ts';
import { sortColumns } from '../../renderer/core/table/sort-columns.ts';
import { runSteps } from '../fixtures/run-steps.ts';
import { madeColumns } from './made-columns.ts';

const events = Number(process.argv[2] ?? 1_000_000);
const runs = 7;

function bench(name: string, work: () => unknown): void {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    const begin = performance.now();
    work();
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const median = times[runs >> 1] ?? 0;
  console.log(
    `${name.padEnd(52)} ${median.toFixed(1).padStart(8)} ms  (best ${(times[0] ?? 0).toFixed(1)}, worst ${(times.at(-1) ?? 0).toFixed(1)})`,
  );
}

const include = (field: Term['field'], value: string): Term => ({ field, value, exclude: false });
const exclude = (field: Term['field'], value: string): Term => ({ field, value, exclude: true });

const made = madeColumns(events);
console.log(`${events} events, Node ${process.version}`);
bench('sort columns', () => sortColumns(undefined, made.chunks));
const columns = sortColumns(undefined, made.chunks);
bench('sort columns, one chunk more', () => sortColumns(columns, made.chunks.slice(0, 1)));
bench('derived columns', () => buildTable(columns, made.dictionaries, [], new Uint32Array()));
const built = buildTable(columns, made.dictionaries, [], new Uint32Array());
const { table } = built;
const first = table.time[0] ?? 0;
const last = table.time[table.rows - 1] ?? 0;
const day = { start: first + (last - first) / 2, end: first + (last - first) / 2 + 86_400_000 };

const kept = new Selections(table);
const filters: Record<string, Filter> = {
  everything: everything,
  'ELB only': elbOnly,
  'one source IP': { ...everything, terms: [include('sourceIp', '203.0.0.5')] },
  'one access key, ELB, a day': {
    ...elbOnly,
    span: day,
    terms: [include('accessKey', 'accessKey-3')],
  },
  'CIDR block': { ...everything, terms: [include('sourceIp', '203.0.0.0/24')] },
  wildcard: { ...everything, terms: [include('userAgent', '*terraform*')] },
  'five conditions': {
    ...elbOnly,
    terms: [
      exclude('sourceIp', '203.0.0.1'),
      exclude('userAgent', '*boto3*'),
      exclude('eventName', 'eventName-0'),
      include('outcome', 'write'),
      include('outcome', 'denied'),
      exclude('region', 'region-7'),
    ],
  },
  'text, one rare word': { ...everything, text: 'eventname-599' },
  'text, two common words': { ...everything, text: 'terraform role1' },
  'text, one letter': { ...everything, text: 'e' },
  'text, digit in all columns': { ...everything, text: '7' },
};
for (const [name, filter] of Object.entries(filters)) {
  bench(`filter: ${name}`, () => new Selections(table).rows(filter));
  bench(`filter again, texts known: ${name} (${kept.rows(filter).length})`, () => {
    // Another text key each time, so that the selection is made anew.
    return kept.rows({
      ...filter,
      text: `${filter.text}${' '.repeat(1 + (Math.floor(performance.now() * 1000) % 1000))}`,
    });
  });
}
const subject = { table, index: kept.index };
const all = kept.rows(everything);
const elb = kept.rows(elbOnly);
bench('sums', () => sumRows(table, all));
for (const field of filterFields) {
  bench(`facet ${field}, everything`, () =>
    kept.facet(everything, field, { limit: 50, containing: '' }),
  );
}
bench('all facets, everything', () =>
  filterFields.map((field) => kept.facet(everything, field, { limit: 50, containing: '' })),
);
bench('all facets, ELB', () =>
  filterFields.map((field) => kept.facet(elbOnly, field, { limit: 50, containing: '' })),
);
for (const field of ['sourceIp', 'identity', 'loadBalancer'] as const) {
  bench(`lanes ${field}, everything`, () => buildLanes(subject, all, { field }, 'count'));
}
const span = { start: first, end: last + 1 };
bench('histogram 1000 bins', () => buildHistogram(table, all, span, 1000));
bench('lanes sourceIp › accessKey, everything', () =>
  buildLanes(subject, all, { field: 'sourceIp', nested: 'accessKey' }, 'count'),
);
const busiest = buildLanes(subject, all, { field: 'sourceIp' }, 'count').outer.id.subarray(0, 50);
const lanes = Array.from(busiest, (id) => ({ kind: 'value' as const, id }));
const marks = { field: 'sourceIp' as const, lanes, span, bins: 2800, maxEvents: 20_000 };
bench('marks, density, top 50 lanes, everything', () => buildMarks(table, all, marks));
bench('marks, density, top 50 lanes, ELB', () => buildMarks(table, elb, marks));
bench('marks, a day', () => buildMarks(table, all, { ...marks, span: day }));
bench('marks, events of rare lanes', () =>
  buildMarks(table, all, {
    ...marks,
    lanes: lanes.map((_, place) => ({ kind: 'value', id: 1900 + place })),
  }),
);
bench('sort by source IP', () =>
  new Selections(table).sorted(everything, { column: 'sourceIp', descending: false }),
);
bench('sort by identity, descending', () =>
  new Selections(table).sorted(everything, { column: 'identity', descending: true }),
);
bench('place by time', () => kept.place(everything, byTime, 5));
const common = table.rowOfRef[3] ?? 0;
bench('correlate', () => correlate(table, common));
bench('tied, 20000 events', () => tied(table, common, table.ref.subarray(0, 20_000)));
for (const field of ['sourceIp', 'accessKey', 'principal', 'tool', 'loadBalancer'] as const) {
  const value = textAt(table, field, common).split('\n')[0] ?? '';
  const terms = [include(field, exactValue(value))];
  const { length } = kept.rows({ ...everything, terms });
  bench(`card of one ${field}, ${length} events`, () =>
    entityCard(built, { field, value }, kept.rows({ ...everything, terms })),
  );
}
bench('actors', () => runSteps(buildActors(built)));
