import { firstSorted } from '../base/first-sorted.ts';
import type { EpochMs, Row } from '../base/units.ts';
import { byText } from '../query/count-facet.ts';
import { elbRows } from '../query/elb-rows.ts';
import { outcomeByFlags, outcomeMask } from '../query/outcome-by-flags.ts';
import { sumRows } from '../query/sum-rows.ts';
import { keyClass } from '../record/access-key.ts';
import { addressClass } from '../record/addresses.ts';
import { holdsLines } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import type { BuiltTable } from './build-table.ts';
import type {
  Companion,
  CompanionField,
  Companions,
  Entity,
  EntityActivity,
  EntityCard,
  EntityNews,
} from './entity.ts';

/** What is listed on a card, in its order. */
const companionFields: readonly CompanionField[] = [
  'sourceIp',
  'accessKey',
  'principal',
  'identity',
  'tool',
  'loadBalancer',
  'targetGroup',
  'eventName',
];

/** Values named of each field; `distinct` says how many there are. */
const mostCompanions = 50;
const activityBins = 60;

/** Of these it is told who came late: what was done is in the lists. */
const newsFields: ReadonlySet<CompanionField> = new Set([
  'sourceIp',
  'accessKey',
  'principal',
  'tool',
]);
const mostNews = 12;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * What the case knows of an entity. `rows` are all its events in time order. A pass over them for
 * each field listed, and a look at each different text.
 */
export function entityCard(
  { table, credentials }: BuiltTable,
  entity: Entity,
  rows: Uint32Array,
): EntityCard {
  const { field, value } = entity;
  const isKey = field === 'accessKey';
  const key = isKey ? table.dictionaries.accessKey.texts.indexOf(value) : 0;
  const met = companionFields
    .filter((other) => other !== field)
    .map((other) => ({ field: other, all: companionsOf(table, rows, other) }));
  return {
    field,
    value,
    all: sumRows(table, rows),
    elb: sumRows(table, elbRows(table, rows)),
    activity: activityOf(table, rows),
    seenWith: met.map((one) => mostFrequent(one.field, one.all)),
    news: newsOf(table, rows, met),
    addressClass: field === 'sourceIp' ? addressClass(value) : undefined,
    keyClass: isKey ? keyClass(value) : undefined,
    chain: key > 0 ? credentials.chainTo(key).map((issue) => credentials.step(issue)) : [],
  };
}

function activityOf(table: EventTable, rows: Uint32Array): EntityActivity {
  const start = table.time[0] ?? 0;
  const end = (table.time[table.rows - 1] ?? 0) + 1;
  const counts = new Uint32Array(activityBins);
  const gravest = new Uint8Array(activityBins);
  const perMs = activityBins / (end - start);
  const { length } = rows;
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    const bin = Math.floor(((table.time[row] ?? 0) - start) * perMs);
    const outcome = outcomeByFlags[(table.flags[row] ?? 0) & outcomeMask] ?? 0;
    counts[bin] = (counts[bin] ?? 0) + 1;
    if (outcome > (gravest[bin] ?? 0)) gravest[bin] = outcome;
  }
  return { span: { start, end }, counts, gravest };
}

interface Met {
  readonly value: string;
  count: number;
  first: Row;
}

function mostFrequent(field: CompanionField, all: readonly Companion[]): Companions {
  const values = firstSorted(all, mostCompanions, (a, b) => {
    return b.count - a.count || byText(a.value, b.value);
  });
  return { field, values, distinct: all.length };
}

/**
 * What an entity met for the first time after the first day of its own; after the first hour where it
 * is not known for two days.
 */
function newsOf(
  table: EventTable,
  rows: Uint32Array,
  met: readonly { readonly field: CompanionField; readonly all: readonly Companion[] }[],
): EntityNews {
  const timeAt = (place: number): EpochMs => table.time[rows.at(place) ?? 0] ?? 0;
  const first = timeAt(0);
  const since = first + (timeAt(-1) - first < 2 * dayMs ? hourMs : dayMs);
  const late = met
    .filter(({ field }) => newsFields.has(field))
    .flatMap(({ field, all }) => all.map((one) => ({ ...one, field })))
    .filter(({ firstSeen }) => firstSeen >= since);
  const values = firstSorted(late, mostNews, (a, b) => {
    return (
      a.count - b.count ||
      b.firstSeen - a.firstSeen ||
      byText(`${a.field} ${a.value}`, `${b.field} ${b.value}`)
    );
  });
  return { values, inAll: late.length };
}

function companionsOf(
  table: EventTable,
  rows: Uint32Array,
  field: CompanionField,
): readonly Companion[] {
  const { texts } = table.dictionaries[field];
  const column = table.text[field];
  const counts = new Uint32Array(texts.length);
  const first = new Uint32Array(texts.length);
  for (let place = rows.length - 1; place >= 0; place--) {
    const row = rows[place] ?? 0;
    const id = column[row] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
    first[id] = row;
  }
  const met = new Map<string, Met>();
  for (let id = 1; id < texts.length; id++) {
    const count = counts[id] ?? 0;
    if (count === 0) continue;
    for (const value of valuesOf(field, texts[id] ?? '')) {
      meet(met, { value, count, first: first[id] ?? 0 });
    }
  }
  return [...met.values()].map((one) => companion(table, one));
}

function valuesOf(field: CompanionField, text: string): Iterable<string> {
  return holdsLines(field) ? new Set(text.split('\n')) : [text];
}

function meet(met: Map<string, Met>, { value, count, first }: Met): void {
  const known = met.get(value);
  if (known === undefined) {
    met.set(value, { value, count, first });
    return;
  }
  known.count += count;
  known.first = Math.min(known.first, first);
}

function companion(table: EventTable, { value, count, first }: Met): Companion {
  return { value, count, firstSeen: table.time[first] ?? 0, first: table.ref[first] ?? 0 };
}
