import type { EpochMs, Row, TextId } from '../../base/units.ts';
import { textAt } from '../../table/event-table.ts';
import type { FlagRule } from './actor.ts';
import type { FlagContext } from './flag-context.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * One key on two systems within an hour. Neighbours among the key's events tell: where any two of an
 * hour differ, two neighbours between them do.
 */
export function flagKeysOnTwoSystems(context: FlagContext): void {
  const { table } = context.built;
  // By key, and one more: 0 is none.
  const lastRow = new Uint32Array(table.dictionaries.accessKey.texts.length);
  for (let row = 0; row < table.rows; row++) {
    const key = context.keyAt(row);
    const system = key === 0 || context.isByService(row) ? '' : systemAt(context, row);
    if (system === '') continue;
    const before = (lastRow[key] ?? 0) - 1;
    lastRow[key] = row + 1;
    if (before < 0 || systemAt(context, before) === system) continue;
    if (context.timeBetween(before, row) > hourMs) continue;
    context.note('severalSystems', 'medium', [before, row], keyText(context, row));
  }
}

function systemAt(context: FlagContext, row: Row): string {
  return context.agentAt(row)?.system ?? '';
}

/** A key handed out to one address of the internet, and used from another. */
export function flagMovedTokens(context: FlagContext): void {
  const { table, credentials } = context.built;
  const { sourceIp } = table.text;
  const askedFrom = new Map<TextId, Row>();
  for (const { key, row } of credentials.issues) {
    if (key !== 0 && context.networkAt(row) !== '') askedFrom.set(key, row);
  }
  const seen = new Set<string>();
  for (let row = 0; row < table.rows; row++) {
    const key = context.keyAt(row);
    const asked = key === 0 ? undefined : askedFrom.get(key);
    if (asked === undefined || sourceIp[row] === sourceIp[asked]) continue;
    // Private addresses are left out: through a VPC endpoint the same machine has another one.
    const use = `${key} ${sourceIp[row] ?? 0}`;
    if (context.networkAt(row) === '' || seen.has(use)) continue;
    seen.add(use);
    context.note('movedToken', 'medium', [asked, row], keyText(context, row));
  }
}

const instanceSession = /^arn:[^:]+:sts::\d+:assumed-role\/.+\/i-[0-9a-f]{8,17}$/;

/**
 * Credentials of one instance in two networks. An instance has one way out to the internet: without
 * AWS's list of addresses a second one is what can be told.
 */
export function flagMovedInstances(context: FlagContext): void {
  const { table } = context.built;
  const { identity } = table.text;
  const instances = context.idsWhere('identity', (text) => instanceSession.test(text));
  const uses = new Map<string, Map<string, Row>>();
  for (let row = 0; row < table.rows; row++) {
    const network = context.networkAt(row);
    if (network === '') continue;
    const session = identity[row] ?? 0;
    const isInstance = instances.has(session);
    const key = context.keyAt(row);
    if (!isInstance && (key === 0 || context.agentAt(row)?.isInstance !== true)) continue;
    const who = isInstance ? `session ${session}` : `key ${key}`;
    const places = uses.get(who) ?? new Map<string, Row>();
    if (places.size === 0) uses.set(who, places);
    if (!places.has(network)) places.set(network, row);
  }
  for (const places of uses.values()) {
    const [first] = places.values();
    if (first === undefined || places.size < 2) continue;
    context.note('movedInstance', 'high', [...places.values()], textAt(table, 'identity', first));
  }
}

/** An address of the internet that several actors call from: the first event of each. */
export function flagSharedAddresses(context: FlagContext): void {
  const { table } = context.built;
  const { sourceIp } = table.text;
  const callers = new Map<TextId, Map<number, Row>>();
  for (let row = 0; row < table.rows; row++) {
    if (context.networkAt(row) === '' || context.isByService(row)) continue;
    const address = sourceIp[row] ?? 0;
    const actor = context.grouped.actorOf[row] ?? 0;
    const known = callers.get(address) ?? new Map<number, Row>();
    if (known.size === 0) callers.set(address, known);
    if (!known.has(actor)) known.set(actor, row);
  }
  for (const [address, rows] of callers) {
    if (rows.size < 2) continue;
    const about = table.dictionaries.sourceIp.texts[address] ?? '';
    for (const row of rows.values()) context.note('sharedAddress', 'info', [row], about);
  }
}

/** A tool, or an address, never seen with a principal that had been known for a day. */
export function flagNovelties(context: FlagContext): void {
  const { table } = context.built;
  const { principal, tool, sourceIp } = table.text;
  const since = new Map<TextId, EpochMs>();
  const tools = table.dictionaries.tool.texts.length;
  const width = tools + table.dictionaries.sourceIp.texts.length;
  const seen = new PairSet(table.dictionaries.principal.texts.length * width);
  const meet = (rule: FlagRule, row: Row, place: number, isOld: boolean): void => {
    const pair = (principal[row] ?? 0) * width + place;
    if (seen.add(pair) && isOld) context.note(rule, 'info', [row]);
  };
  for (let row = 0; row < table.rows; row++) {
    const who = principal[row] ?? 0;
    if (who === 0 || context.isByService(row)) continue;
    const time = table.time[row] ?? 0;
    const first = since.get(who) ?? time;
    since.set(who, first);
    const isOld = time - first >= dayMs;
    if ((tool[row] ?? 0) !== 0) meet('newTool', row, tool[row] ?? 0, isOld);
    if (context.networkAt(row) !== '') {
      meet('newAddress', row, tools + (sourceIp[row] ?? 0), isOld);
    }
  }
}

/** Numbers below a bound, each noted once: as bits while they take less than 64 MB. */
class PairSet {
  readonly #bits: Uint8Array;
  readonly #others = new Set<number>();

  constructor(bound: number) {
    this.#bits = new Uint8Array(bound / 8 < 64_000_000 ? Math.ceil(bound / 8) : 0);
  }

  /** Whether the number is new. */
  add(pair: number): boolean {
    const place = Math.floor(pair / 8);
    if (place < this.#bits.length) {
      const bit = 1 << (pair % 8);
      const byte = this.#bits[place] ?? 0;
      this.#bits[place] = byte | bit;
      return (byte & bit) === 0;
    }
    const { size } = this.#others;
    return this.#others.add(pair).size > size;
  }
}

/** Roles taken by way of a role, and roles taken in another account. */
export function flagChains(context: FlagContext): void {
  const { table, credentials } = context.built;
  for (const { key, row, identity } of credentials.issues) {
    if (key === 0 || context.isByService(row)) continue;
    const chain = credentials.chainTo(key);
    const about = table.dictionaries.accessKey.texts[key] ?? '';
    const rows = chain.map((issue) => issue.row);
    if (chain.length >= 2) context.note('roleChain', 'medium', rows, about);
    const to = accountIn(table.dictionaries.identity.texts[identity] ?? '');
    const from = accountIn(textAt(table, 'identity', row));
    if (to !== '' && from !== '' && to !== from) context.note('crossAccount', 'info', [row], about);
  }
}

function accountIn(arn: string): string {
  return /^arn:[^:]*:(?:iam|sts)::(\d{12}):/.exec(arn)?.[1] ?? '';
}

function keyText(context: FlagContext, row: Row): string {
  return textAt(context.built.table, 'accessKey', row);
}
