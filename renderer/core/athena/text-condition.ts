import ipaddr from 'ipaddr.js';
import { addressBlock } from '../query/address-block.ts';
import { parseValuePattern } from '../query/value-pattern.ts';
import { same, type Condition } from './condition.ts';
import { sqlLike, sqlText } from './sql-text.ts';

/** The condition that a text, given as an expression, is what the value of a term means. */
export function textCondition(expression: string, value: string): Condition {
  const pattern = parseValuePattern(value);
  if (pattern.kind === 'exact') {
    return same(
      pattern.text === ''
        ? `COALESCE(${expression}, '') = ''`
        : `${expression} = ${sqlText(pattern.text)}`,
    );
  }
  if (pattern.parts.every((part) => part === '')) return same(`COALESCE(${expression}, '') <> ''`);
  return wildcardCondition(expression, pattern.parts);
}

/** As {@link textCondition}, of a source address: blocks such as `10.0.0.0/8` are understood. */
export function addressCondition(expression: string, value: string): Condition {
  const text = textCondition(expression, value);
  const network = addressBlock(value) && networkOf(value);
  if (network === undefined) return text;
  // What is no address, such as the name of a service, becomes null and is in no network.
  const isIn = `contains(${sqlText(network)}, TRY_CAST(${expression} AS IPADDRESS))`;
  return { ...text, sql: `(${text.sql} OR ${isIn})` };
}

/** Engines differ in the lower case of other letters than ASCII's: these may be anything. */
function wildcardCondition(expression: string, parts: readonly string[]): Condition {
  const plain = parts.map((part) => part.split(/[^\p{ASCII}]+/u));
  const isPlain = plain.every((pieces) => pieces.length === 1);
  const sql = sqlLike(`lower(${expression})`, plain.flat());
  return { sql, finds: isPlain ? 'same' : 'more' };
}

/** The block with the bits of its address beyond the prefix cleared. */
function networkOf(block: string): string {
  const [address = '', bits = ''] = block.split('/');
  const parsed = ipaddr.process(address);
  const cidr = `${parsed.toString()}/${bits}`;
  const base =
    parsed.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(cidr)
      : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${base.toString()}/${bits}`;
}
