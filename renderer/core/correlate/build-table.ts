import { recordOf } from '../base/record-of.ts';
import type { Row, TextId } from '../base/units.ts';
import type { Phrase } from '../words/phrase.ts';
import { principalLabel } from '../record/identity.ts';
import { toolLabel } from '../record/tool.ts';
import { textColumns } from '../table/columns.ts';
import type { EventTable, StoredDictionaries, TargetGroupLink } from '../table/event-table.ts';
import type { KeyFacts } from '../table/key-facts.ts';
import type { SortedColumns } from '../table/sort-columns.ts';
import { Credentials } from './credentials.ts';
import { assignLoadBalancers } from './load-balancers.ts';
import { targetGroupsIn } from './target-groups.ts';

/** All columns of a case, and what belongs to them. */
export interface BuiltTable {
  readonly table: EventTable;
  /** How the load balancer of a row was found, in words; empty for events of other services. */
  readonly loadBalancerReason: (row: Row) => Phrase | undefined;
  readonly credentials: Credentials;
}

/**
 * Adds the derived columns to stored ones. Each different text is looked at once; the rest is a
 * pass over the rows for each derived column.
 */
export function buildTable(
  columns: SortedColumns,
  dictionaries: StoredDictionaries,
  links: readonly TargetGroupLink[],
  keyFacts: KeyFacts,
): BuiltTable {
  const tool = deriveTool(columns, dictionaries);
  const principal = derivePrincipal(columns, dictionaries);
  const loadBalancer = assignLoadBalancers({
    time: columns.time,
    flags: columns.flags,
    eventName: columns.text.eventName,
    eventNames: dictionaries.eventName,
    resource: columns.text.resource,
    resources: dictionaries.resource,
    links,
  });
  const targetGroup = deriveTargetGroup(columns, dictionaries);
  const texts = {
    ...dictionaries,
    tool: tool.texts,
    principal: principal.texts,
    loadBalancer: loadBalancer.texts,
    targetGroup: targetGroup.texts,
  };
  const table: EventTable = {
    ...columns,
    text: {
      ...columns.text,
      tool: tool.ids,
      principal: principal.ids,
      loadBalancer: loadBalancer.loadBalancer,
      targetGroup: targetGroup.ids,
    },
    dictionaries: recordOf(textColumns, (column) => ({ texts: texts[column] })),
  };
  return {
    table,
    loadBalancerReason: (row) => loadBalancer.reason(row),
    credentials: new Credentials(table, keyFacts),
  };
}

/** The ids of a column, row by row, and its texts. */
interface DerivedColumn {
  readonly ids: Uint32Array;
  readonly texts: readonly string[];
}

/** Gives texts their ids, the empty one 0. */
class Interner {
  readonly texts: string[] = [''];
  readonly #ids = new Map<string, TextId>([['', 0]]);

  id(text: string): TextId {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.texts.push(text) - 1;
    this.#ids.set(text, id);
    return id;
  }
}

function deriveTool({ text }: SortedColumns, { userAgent }: StoredDictionaries): DerivedColumn {
  const tools = new Interner();
  const toolOf = Uint32Array.from(userAgent, (agent) => tools.id(toolLabel(agent)));
  return { ids: gathered(text.userAgent, toolOf), texts: tools.texts };
}

/** `valueOf[id]` of every row's id. A callback a row would cost five times as much. */
function gathered(ids: Uint32Array, valueOf: Uint32Array): Uint32Array {
  const into = new Uint32Array(ids.length);
  for (let row = 0; row < into.length; row++) into[row] = valueOf[ids[row] ?? 0] ?? 0;
  return into;
}

function deriveTargetGroup({ text }: SortedColumns, texts: StoredDictionaries): DerivedColumn {
  const groups = new Interner();
  const groupOf = Uint32Array.from(targetGroupsIn(texts.resource), (group) => groups.id(group));
  return { ids: gathered(text.resource, groupOf), texts: groups.texts };
}

/** An identity nearly always comes with one type: the pair met last is tried before looking it up. */
function derivePrincipal({ rows, text }: SortedColumns, texts: StoredDictionaries): DerivedColumn {
  const principals = new Interner();
  const principalOfPair = new Map<number, TextId>();
  const principalOf = (identity: TextId, type: TextId): TextId => {
    const pair = identity * texts.identityType.length + type;
    const known = principalOfPair.get(pair);
    if (known !== undefined) return known;
    const label = principalLabel(texts.identity[identity] ?? '', texts.identityType[type] ?? '');
    const principal = principals.id(label);
    principalOfPair.set(pair, principal);
    return principal;
  };

  const noType = 0xffffffff;
  const lastType = new Uint32Array(texts.identity.length).fill(noType);
  const lastPrincipal = new Uint32Array(texts.identity.length);
  const ids = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const identity = text.identity[row] ?? 0;
    const type = text.identityType[row] ?? 0;
    if (lastType[identity] !== type) {
      lastType[identity] = type;
      lastPrincipal[identity] = principalOf(identity, type);
    }
    ids[row] = lastPrincipal[identity] ?? 0;
  }
  return { ids, texts: principals.texts };
}
