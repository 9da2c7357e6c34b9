import ipaddr from 'ipaddr.js';

/** What stands in `sourceIPAddress`, which is an address only where a person or program called. */
export const addressClasses = [
  'public',
  'private',
  'documentation',
  'AWS service',
  'AWS internal',
  'not an address',
] as const;
export type AddressClass = (typeof addressClasses)[number];

/** The longest IPv6 text with an embedded IPv4 part has 45 characters, a zone name comes on top. */
const longestAddress = 64;
const longestServiceName = 253;
const serviceName = /^[a-z0-9][a-z0-9.-]*\.(?:amazonaws\.com(?:\.cn)?|amazon\.com|aws\.internal)$/i;

/**
 * The kind of a source address. "private" is every address that no one holds on the internet:
 * RFC 1918, shared (RFC 6598), loopback, link-local, multicast; those set aside for documentation
 * (RFC 5737, RFC 3849) stand for public ones in made-up or blacked-out evidence. IPv4 addresses
 * mapped into IPv6 count as IPv4. A service's name (AWS: record contents, `sourceIPAddress`)
 * means that the service made the call.
 */
export function addressClass(text: string): AddressClass {
  const address = text.trim();
  if (/^AWS Internal(?:\/\S{0,20})?$/i.test(address)) return 'AWS internal';
  if (address.length <= longestServiceName && serviceName.test(address)) return 'AWS service';
  if (address.length > longestAddress || !isWhole(address)) return 'not an address';
  const parsed = ipaddr.process(address);
  if (parsed.range() === 'unicast') return 'public';
  return documentation.some(([block, bits]) => {
    return block.kind() === parsed.kind() && parsed.match(block, bits);
  })
    ? 'documentation'
    : 'private';
}

const documentation = ['192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '2001:db8::/32'].map(
  (block) => ipaddr.parseCIDR(block),
);

/**
 * The network an address is of: /24 of IPv4, /48 of IPv6, the smallest blocks that are announced on
 * the internet, so that addresses of one network have one owner. Undefined for what is neither
 * public nor set aside for documentation.
 */
export function networkOf(text: string): string | undefined {
  const kind = addressClass(text);
  if (kind !== 'public' && kind !== 'documentation') return undefined;
  const parsed = ipaddr.process(text.trim());
  const bytes = parsed.toByteArray();
  return bytes.slice(0, parsed.kind() === 'ipv4' ? 3 : 6).join('.');
}

/** Four parts for IPv4: "10.1" and "167772161" are numbers that a browser would take for one. */
function isWhole(address: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
}
