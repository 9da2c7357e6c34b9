import { firstSorted } from '../../base/first-sorted.ts';
import type { Row, TextId } from '../../base/units.ts';
import { byText } from '../../query/count-facet.ts';
import { countIds } from '../../query/count-ids.ts';
import { elbRows } from '../../query/elb-rows.ts';
import { sumRows } from '../../query/sum-rows.ts';
import { flag, outcomeOf, outcomes } from '../../table/columns.ts';
import { textAt, type EventTable } from '../../table/event-table.ts';
import type { BuiltTable } from '../build-table.ts';
import {
  flagLevels,
  type Actor,
  type ActorFlag,
  type ActorValues,
  type FlaggedEvent,
} from './actor.ts';
import { FlagContext, type FoundFlag } from './flag-context.ts';
import { groupRows, type GroupedRows } from './group-rows.ts';
import {
  flagChains,
  flagKeysOnTwoSystems,
  flagMovedInstances,
  flagMovedTokens,
  flagNovelties,
  flagSharedAddresses,
} from './pattern-rules.ts';
import { flagSeveralNetworks } from './several-networks.ts';
import { flagSingleEvents } from './single-event-rules.ts';
import { tellingEvents } from './telling-events.ts';

/** Values of one kind, chains of an actor, and events of a flag that are named; the rest is counted. */
const mostValues = 20;
const mostChains = 20;
const mostEvents = 50;

const rules: readonly ((context: FlagContext) => void)[] = [
  flagSingleEvents,
  flagSeveralNetworks,
  flagKeysOnTwoSystems,
  flagMovedTokens,
  flagMovedInstances,
  flagSharedAddresses,
  flagNovelties,
  flagChains,
];

/**
 * All actors of a case, with what each is flagged for: the gravest first, then those with most
 * events, services last. In steps of some ten milliseconds per million events, so that other work
 * comes in between, and the rest is left undone where nobody waits for it any more.
 */
export function* buildActors(built: BuiltTable): Generator<undefined, readonly Actor[]> {
  const grouped = groupRows(built);
  yield undefined;
  const context = new FlagContext(built, grouped);
  for (const rule of rules) {
    rule(context);
    yield undefined;
  }
  const flags = flagsByActor(built.table, context.found);
  const chains = chainsByActor(built, grouped);
  yield undefined;
  const rows = rowsByActor(grouped);
  yield undefined;
  return rows
    .map((own, id) =>
      actorOf(built.table, { id, name: grouped.names[id] ?? '' }, own, {
        flags: flags.get(id) ?? [],
        chains: chains.get(id) ?? [],
      }),
    )
    .sort(
      (a, b) =>
        Number(a.isService) - Number(b.isService) ||
        gravity(a) - gravity(b) ||
        b.sums.count - a.sums.count ||
        byText(a.name, b.name),
    );
}

function gravity({ flags }: Actor): number {
  const [gravest] = flags;
  return gravest === undefined ? flagLevels.length : flagLevels.indexOf(gravest.level);
}

function rowsByActor({ actorOf: actors, count }: GroupedRows): readonly Uint32Array[] {
  const sizes = new Uint32Array(count);
  for (const actor of actors) {
    sizes[actor] = (sizes[actor] ?? 0) + 1;
  }
  const rows = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(count);
  for (let row = 0; row < actors.length; row++) {
    const actor = actors[row] ?? 0;
    const own = rows[actor];
    const place = filled[actor] ?? 0;
    if (own !== undefined) own[place] = row;
    filled[actor] = place + 1;
  }
  return rows;
}

function actorOf(
  table: EventTable,
  { id, name }: Pick<Actor, 'id' | 'name'>,
  rows: Uint32Array,
  { flags, chains }: Pick<Actor, 'flags' | 'chains'>,
): Actor {
  return {
    id,
    name,
    isService: /amazonaws\.com(?:\.cn)?$|^role AWSServiceRoleFor/.test(name),
    sums: sumRows(table, rows),
    elbEvents: elbRows(table, rows).length,
    keys: valuesOf(table, rows, 'accessKey'),
    principals: valuesOf(table, rows, 'principal'),
    addresses: valuesOf(table, rows, 'sourceIp'),
    tools: valuesOf(table, rows, 'tool'),
    flags,
    chains,
  };
}

function valuesOf(
  table: EventTable,
  rows: Uint32Array,
  field: 'accessKey' | 'principal' | 'sourceIp' | 'tool',
): ActorValues {
  const { texts } = table.dictionaries[field];
  const counts =
    rows.length < texts.length
      ? fewCounts(table.text[field], rows)
      : [...countIds(table.text[field], rows, texts.length).entries()];
  const found = counts.flatMap(([id, count]) =>
    id === 0 || count === 0 ? [] : [{ value: texts[id] ?? '', count }],
  );
  const values = firstSorted(found, mostValues, (a, b) => {
    return b.count - a.count || byText(a.value, b.value);
  });
  return { values, distinct: found.length };
}

/** By a map: most actors have few events, and dictionaries are long. */
function fewCounts(column: Uint32Array, rows: Uint32Array): readonly (readonly [TextId, number])[] {
  const counts = new Map<TextId, number>();
  for (const row of rows) {
    const id = column[row] ?? 0;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts];
}

function chainsByActor(
  { table, credentials }: BuiltTable,
  { actorOf: actors }: GroupedRows,
): ReadonlyMap<number, Actor['chains']> {
  const chains = new Map<number, Actor['chains'][number][]>();
  const isStep = new Set(credentials.issues.map(({ row }) => credentials.keyAt(row)));
  for (const { key, row } of credentials.issues) {
    // A key that others were come by with is on the way of their chains.
    if (key === 0 || isStep.has(key)) continue;
    // What services hand out, as to instances, is no step that anybody took.
    if (((table.flags[row] ?? 0) & flag.byService) !== 0) continue;
    const actor = actors[row] ?? 0;
    const own = chains.get(actor) ?? [];
    if (own.length === 0) chains.set(actor, own);
    if (own.length === mostChains) continue;
    const steps = credentials.chainTo(key).map((issue) => credentials.step(issue));
    own.push({ key: table.dictionaries.accessKey.texts[key] ?? '', steps });
  }
  return chains;
}

function flagsByActor(
  table: EventTable,
  found: Iterable<FoundFlag>,
): ReadonlyMap<number, readonly ActorFlag[]> {
  const flags = new Map<number, ActorFlag[]>();
  for (const one of found) {
    const own = flags.get(one.actor);
    if (own === undefined) flags.set(one.actor, [flagOf(table, one)]);
    else own.push(flagOf(table, one));
  }
  for (const own of flags.values()) {
    own.sort(
      (a, b) =>
        flagLevels.indexOf(a.level) - flagLevels.indexOf(b.level) ||
        a.first - b.first ||
        byText(`${a.rule} ${a.about}`, `${b.rule} ${b.about}`),
    );
  }
  return flags;
}

function flagOf(table: EventTable, { rule, level, about, rows, more, last }: FoundFlag): ActorFlag {
  const inOrder = [...rows].sort((a, b) => a - b);
  return {
    rule,
    level,
    about,
    count: inOrder.length + more,
    events: tellingEvents(
      inOrder.map((row) => flaggedEvent(table, row)),
      mostEvents,
    ),
    first: table.time[inOrder[0] ?? 0] ?? 0,
    last: table.time[last] ?? 0,
  };
}

function flaggedEvent(table: EventTable, row: Row): FlaggedEvent {
  return {
    ref: table.ref[row] ?? 0,
    time: table.time[row] ?? 0,
    eventName: textAt(table, 'eventName', row),
    sourceIp: textAt(table, 'sourceIp', row),
    accessKey: textAt(table, 'accessKey', row),
    tool: textAt(table, 'tool', row),
    outcome: outcomes[outcomeOf(table.flags[row] ?? 0)],
  };
}
