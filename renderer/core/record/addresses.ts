import ipaddr from 'ipaddr.js';

/** What stands in `sourceIPAddress`, which is an address only where a person or program called. */
export const addressClasses = [
  'public',
  'private',
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
 * RFC 1918, shared (RFC 6598), loopback, link-local, documentation, multicast. IPv4 addresses
 * mapped into IPv6 count as IPv4. A service's name (AWS: record contents, `sourceIPAddress`)
 * means that the service made the call.
 */
export function addressClass(text: string): AddressClass {
  const address = text.trim();
  if (/^AWS Internal(?:\/\S{0,20})?$/i.test(address)) return 'AWS internal';
  if (address.length <= longestServiceName && serviceName.test(address)) return 'AWS service';
  if (address.length > longestAddress || !isWhole(address)) return 'not an address';
  return ipaddr.process(address).range() === 'unicast' ? 'public' : 'private';
}

/** Four parts for IPv4: "10.1" and "167772161" are numbers that a browser would take for one. */
function isWhole(address: string): boolean {
  return ipaddr.IPv4.isValidFourPartDecimal(address) || ipaddr.IPv6.isValid(address);
}
