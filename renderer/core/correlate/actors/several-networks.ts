import type { Row, TextId } from '../../base/units.ts';
import { textAt } from '../../table/event-table.ts';
import type { FlagContext } from './flag-context.ts';

const hourMs = 3_600_000;
/** A network of IPv4 and one of IPv6 are one client's where one tool went over between them so often. */
const leastSwitches = 2;

/**
 * One key in two networks within an hour. Two networks of one family always count. One of IPv4 and one
 * of IPv6 do not, where the key's neighbouring events go to and fro between them with one tool, as a
 * client does that has both (RFC 8305, "Happy Eyeballs"). Neighbours among the key's events tell: where
 * any two of an hour differ, two neighbours between them do. Two passes over the events.
 */
export function flagSeveralNetworks(context: FlagContext): void {
  const clients = dualStackClients(context);
  const { table } = context.built;
  neighbours(context, (before, row) => {
    const network = context.networkAt(before);
    if (network === context.networkAt(row)) return;
    const isClient = clients.has(pairOf(context, before, row));
    if (!isClient)
      context.note('severalNetworks', 'high', [before, row], textAt(table, 'accessKey', row));
  });
}

/** The pairs of a network of IPv4 and one of IPv6 that are one client's, with its key. */
function dualStackClients(context: FlagContext): ReadonlySet<string> {
  const switches = new Map<string, number>();
  const { tool } = context.built.table.text;
  neighbours(context, (before, row) => {
    if (isIpv6(context.networkAt(before)) === isIpv6(context.networkAt(row))) return;
    if (tool[before] !== tool[row]) return;
    const pair = pairOf(context, before, row);
    switches.set(pair, (switches.get(pair) ?? 0) + 1);
  });
  return new Set([...switches].flatMap(([pair, count]) => (count >= leastSwitches ? [pair] : [])));
}

function pairOf(context: FlagContext, one: Row, other: Row): string {
  const networks = [context.networkAt(one), context.networkAt(other)].sort();
  return [context.keyAt(one), ...networks].join(' ');
}

/** Networks are written as bytes with dots between, three of IPv4 and six of IPv6: see `networkOf`. */
function isIpv6(network: string): boolean {
  return network.split('.').length > 3;
}

/**
 * Tells of each key's events that follow one another within an hour in different families, and in each
 * family by itself, in the order of the later one.
 */
function neighbours(context: FlagContext, tell: (before: Row, row: Row) => void): void {
  const { table } = context.built;
  const keys = table.dictionaries.accessKey.texts.length;
  const isSixth = context.networks.map(isIpv6);
  // By key and family, and one more: 0 is none.
  const last = [new Uint32Array(keys), new Uint32Array(keys)] as const;
  const near = (before: Row, row: Row): boolean =>
    before >= 0 && context.timeBetween(before, row) <= hourMs;
  for (let row = 0; row < table.rows; row++) {
    const key: TextId = context.keyAt(row);
    if (key === 0 || context.networkAt(row) === '' || context.isByService(row)) continue;
    const family = isSixth[table.text.sourceIp[row] ?? 0] === true ? 1 : 0;
    const same = (last[family][key] ?? 0) - 1;
    const other = (last[1 - family]?.[key] ?? 0) - 1;
    last[family][key] = row + 1;
    if (near(same, row)) tell(same, row);
    if (other > same && near(other, row)) tell(other, row);
  }
}
