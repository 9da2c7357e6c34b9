import ipaddr from 'ipaddr.js';

/**
 * A test for addresses inside a block such as `10.0.0.0/8` or `2001:db8::/32`; undefined where the
 * text is no block. Bits of the block's address beyond the prefix do not matter. An IPv4 address
 * written as IPv6 (`::ffff:10.0.0.1`) counts as IPv4. Host names are in no block.
 */
export function addressBlock(text: string): ((address: string) => boolean) | undefined {
  const [, network = '', prefix = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const bits = Number(prefix);
  const base = parseAddress(network);
  if (base === undefined || bits > (typeof base === 'number' ? 32 : 128)) return undefined;
  if (typeof base === 'number') return ipv4Block(base, bits);
  return (address) => {
    const parsed = parseAddress(address);
    return parsed instanceof ipaddr.IPv6 && parsed.match(base, bits);
  };
}

/** Whether the text is one whole address, IPv4 or IPv6. */
export function isAddress(text: string): boolean {
  return parseAddress(text) !== undefined;
}

/** Whether a text looks like an IPv4 address, or a part of one such as `10.1.`, and can be neither. */
export function isBadAddress(text: string): boolean {
  if (!/^[\d.]*\.[\d.]*$/.test(text) || isAddress(text)) return false;
  const parts = text.replace(/^\./, '').replace(/\.$/, '').split('.');
  return parts.length > 3 || !parts.every((part) => ipv4Number(`0.0.0.${part}`) !== undefined);
}

function ipv4Block(base: number, bits: number): (address: string) => boolean {
  const size = 2 ** (32 - bits);
  const block = Math.floor(base / size);
  return (address) => {
    const parsed = parseAddress(address);
    return typeof parsed === 'number' && Math.floor(parsed / size) === block;
  };
}

function parseAddress(text: string): number | ipaddr.IPv6 | undefined {
  if (!text.includes(':')) return ipv4Number(text);
  if (!ipaddr.IPv6.isValid(text)) return undefined;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? ipv4Number(address.toIPv4Address().toString()) : address;
}

const digit0 = 48;
const dot = 46;

/**
 * Four decimal parts as one number. By hand, since a case may hold a hundred thousand addresses.
 * Shorthand such as `127.1` and octal such as `010.0.0.1` are no addresses in CloudTrail.
 */
function ipv4Number(text: string): number | undefined {
  let address = 0;
  let dots = 0;
  let part = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === dot && part >= 0) {
      address = address * 256 + part;
      part = -1;
      dots++;
    } else {
      if (code < digit0 || code > digit0 + 9 || part === 0) return undefined;
      part = Math.max(part, 0) * 10 + code - digit0;
      if (part > 255) return undefined;
    }
  }
  return dots === 3 && part >= 0 ? address * 256 + part : undefined;
}
