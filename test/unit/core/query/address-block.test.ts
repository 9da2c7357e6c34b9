import fc from 'fast-check';
import ipaddr from 'ipaddr.js';
import { describe, expect, it } from 'vitest';
import { addressBlock } from '../../../../renderer/core/query/address-block.ts';

const octet = fc.nat(255);
const ipv4 = fc.tuple(octet, octet, octet, octet).map((parts) => parts.join('.'));

describe('addressBlock', () => {
  it('agrees with ipaddr.js on IPv4', () => {
    fc.assert(
      fc.property(ipv4, ipv4, fc.nat(32), (network, address, bits) => {
        const inside = ipaddr.IPv4.parse(address).match(ipaddr.IPv4.parse(network), bits);
        expect(addressBlock(`${network}/${bits}`)?.(address)).toBe(inside);
      }),
    );
  });

  it('holds its own network and the last address of it', () => {
    const block = addressBlock('203.0.113.0/24');
    expect(['203.0.113.0', '203.0.113.255', '203.0.114.0'].map((one) => block?.(one))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('does not mind bits beyond the prefix', () => {
    expect(addressBlock('10.1.2.3/8')?.('10.200.0.1')).toBe(true);
  });

  it('knows IPv6, and IPv4 written as IPv6', () => {
    expect(addressBlock('2001:db8::/32')?.('2001:db8:ffff::1')).toBe(true);
    expect(addressBlock('2001:db8::/32')?.('2001:db9::1')).toBe(false);
    expect(addressBlock('10.0.0.0/8')?.('::ffff:10.0.0.1')).toBe(true);
    expect(addressBlock('2001:db8::/32')?.('10.0.0.1')).toBe(false);
    expect(addressBlock('::/0')?.('10.0.0.1')).toBe(false);
  });

  it('has no host names, short forms or octal in it', () => {
    const everywhere = addressBlock('0.0.0.0/0');
    const others = [
      'ec2.amazonaws.com',
      '',
      '1',
      '127.1',
      '010.0.0.1',
      '1.2.3.256',
      '1.2.3.',
      '1..2.3',
      'AWS Internal',
      '1.2.3.4.5',
    ];
    expect(others.filter((one) => everywhere?.(one))).toEqual([]);
  });

  it('is nothing where the text is no block', () => {
    const texts = [
      '10.0.0.1',
      '10.0.0.0/33',
      '2001:db8::/129',
      '10.0.0.0/',
      '/8',
      'a/8',
      '10.0.0.0/8/8',
      '10.0.0.0/-1',
    ];
    expect(texts.filter((text) => addressBlock(text))).toEqual([]);
  });
});
