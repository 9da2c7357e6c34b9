import type { Row, TextId } from '../../base/units.ts';
import type { BuiltTable } from '../build-table.ts';
import type { KeyIssue } from '../credentials.ts';
import { flag } from '../../table/columns.ts';

/** Which actor each event is of. */
export interface GroupedRows {
  /** `actorOf[row]`, from 0 to `count`, in the order of their first events. */
  readonly actorOf: Uint32Array;
  readonly count: number;
  /** The principal, or source identity, that each actor began with. */
  readonly names: readonly string[];
}

/** Sets that grow together; the lowest member stands for each. */
class Sets {
  readonly #parents: Uint32Array;

  constructor(size: number) {
    this.#parents = Uint32Array.from({ length: size }, (_, one) => one);
  }

  find(one: number): number {
    let root = one;
    while ((this.#parents[root] ?? 0) !== root) root = this.#parents[root] ?? 0;
    for (let at = one; at !== root;) {
      const next = this.#parents[at] ?? 0;
      this.#parents[at] = root;
      at = next;
    }
    return root;
  }

  join(one: number, other: number): void {
    const a = this.find(one);
    const b = this.find(other);
    this.#parents[Math.max(a, b)] = Math.min(a, b);
  }
}

/**
 * Joins events into actors: a key that an event of the case hands out belongs to who asked for it,
 * a key with a source identity to that, any other key, and what has no key, to its principal. What
 * AWS services hand out, as to instances, is the role's own. A copy of a call in another account is
 * the caller's. A key that was blacked out or made up counts as none. A few passes over the events.
 */
export function groupRows({ table, credentials }: BuiltTable): GroupedRows {
  const { principal, identity } = table.text;
  const principals = table.dictionaries.principal.texts;
  const keys = table.dictionaries.accessKey.texts.length;
  const identities = table.dictionaries.identity.texts;
  const keyAt = principals.length;
  const sourceAt = keyAt + keys;
  const sets = new Sets(sourceAt + identities.length);

  const asked = (issue: KeyIssue | undefined): KeyIssue | undefined =>
    issue !== undefined && ((table.flags[issue.row] ?? 0) & flag.byService) === 0
      ? issue
      : undefined;
  const memberAt = (row: Row): number => {
    const key = credentials.keyAt(row);
    return key === 0 ? (principal[row] ?? 0) : keyAt + key;
  };
  const isOwn = new Uint8Array(keys);
  const sourceIds = new Map(identities.map((text, id) => [text, id]));
  for (let key = 1; key < keys; key++) {
    if (credentials.isKey[key] !== 1) continue;
    const issue = asked(credentials.issueOf(key));
    const source = credentials.sourceIdentityOf(key);
    if (issue !== undefined) sets.join(keyAt + key, memberAt(issue.row));
    else if (source !== '') sets.join(keyAt + key, sourceAt + (sourceIds.get(source) ?? 0));
    else isOwn[key] = 1;
  }
  const lastPrincipal = new Uint32Array(keys);
  for (let row = 0; row < table.rows; row++) {
    const key = credentials.keyAt(row);
    const who = principal[row] ?? 0;
    if (isOwn[key] !== 1 || who === 0 || lastPrincipal[key] === who) continue;
    lastPrincipal[key] = who;
    sets.join(keyAt + key, who);
  }

  const sessions = sessionMembers(credentials.issues.flatMap((issue) => asked(issue) ?? []));
  const rootOf = (row: Row): number => {
    if (credentials.keyAt(row) !== 0) return sets.find(memberAt(row));
    const issue = asked(credentials.issueAt(row));
    if (issue !== undefined) return sets.find(memberAt(issue.row));
    const session = sessions.get(identity[row] ?? 0) ?? [];
    const roots = new Set(session.map((key) => sets.find(keyAt + key)));
    const [only] = roots;
    return only !== undefined && roots.size === 1 ? only : sets.find(memberAt(row));
  };
  return numbered(table.rows, rootOf, (row) => {
    const key = credentials.keyAt(row);
    const source =
      key === 0 || asked(credentials.issueOf(key)) ? '' : credentials.sourceIdentityOf(key);
    const begins = key === 0 || isOwn[key] === 1 || source !== '';
    return { begins, name: source === '' ? (principals[principal[row] ?? 0] ?? '') : source };
  });
}

/** The keys handed out for each identity. */
function sessionMembers(issues: readonly KeyIssue[]): ReadonlyMap<TextId, readonly TextId[]> {
  const members = new Map<TextId, TextId[]>();
  for (const { identity, key } of issues) {
    if (identity === 0 || key === 0) continue;
    const known = members.get(identity);
    if (known === undefined) members.set(identity, [key]);
    else known.push(key);
  }
  return members;
}

function numbered(
  rows: number,
  rootOf: (row: Row) => number,
  nameAt: (row: Row) => { readonly begins: boolean; readonly name: string },
): GroupedRows {
  const actorOf = new Uint32Array(rows);
  const numbers = new Map<number, number>();
  const names: string[] = [];
  const isNamed: boolean[] = [];
  for (let row = 0; row < rows; row++) {
    const root = rootOf(row);
    let actor = numbers.get(root);
    if (actor === undefined) {
      actor = numbers.size;
      numbers.set(root, actor);
      names.push(nameAt(row).name);
      isNamed.push(false);
    }
    actorOf[row] = actor;
    if (isNamed[actor] === true) continue;
    const { begins, name } = nameAt(row);
    if (!begins) continue;
    names[actor] = name;
    isNamed[actor] = true;
  }
  return { actorOf, count: numbers.size, names };
}
