import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addressClass,
  addressClasses,
  networkOf,
} from '../../../../renderer/core/record/addresses.ts';

describe('addressClass', () => {
  it.each([
    ['203.0.114.7', 'public'],
    ['52.45.102.28', 'public'],
    ['2600:1f18::1', 'public'],
    ['::ffff:52.45.102.28', 'public'],
    ['10.8.8.10', 'private'],
    ['192.168.10.20', 'private'],
    ['172.31.0.1', 'private'],
    ['100.64.0.1', 'private'],
    ['127.0.0.1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['fd00::1', 'private'],
    ['fe80::1%eth0', 'private'],
    ['203.0.113.7', 'documentation'],
    ['198.51.100.20', 'documentation'],
    ['192.0.2.44', 'documentation'],
    ['2001:db8:4a::15', 'documentation'],
    ['2001:db9::15', 'public'],
    ['240.0.0.1', 'private'],
    ['255.255.255.255', 'private'],
    ['autoscaling.amazonaws.com', 'AWS service'],
    ['elasticloadbalancing.amazonaws.com.cn', 'AWS service'],
    ['AWS Internal', 'AWS internal'],
    ['AWS Internal/3', 'AWS internal'],
    ['', 'not an address'],
    ['10.0.0.0/8', 'not an address'],
    ['10.1', 'not an address'],
    ['167772161', 'not an address'],
    ['010.1.1.1.1', 'not an address'],
    ['.amazonaws.com', 'not an address'],
    ['evil.com/amazonaws.com', 'not an address'],
  ])('%s is %s', (text, kind) => {
    expect(addressClass(text)).toBe(kind);
  });

  it('answers for any text, however long', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(addressClasses).toContain(addressClass(text));
      }),
    );
    expect(addressClass(`${'a.'.repeat(500_000)}amazonaws.com`)).toBe('not an address');
    expect(addressClass(':'.repeat(1_000_000))).toBe('not an address');
  });
});

describe('networkOf', () => {
  it('is the same for addresses of one announced block only', () => {
    expect(networkOf('52.45.102.28')).toBe(networkOf('52.45.102.99'));
    expect(networkOf('52.45.102.28')).not.toBe(networkOf('52.45.103.28'));
    expect(networkOf('2600:1f18:1:a::1')).toBe(networkOf('2600:1f18:1:b::2'));
    expect(networkOf('2600:1f18:1::1')).not.toBe(networkOf('2600:1f18:2::1'));
  });

  it('is nothing for what is no address of the internet', () => {
    for (const text of ['10.0.0.1', 'ecs.amazonaws.com', 'AWS Internal', '', 'fe80::1']) {
      expect(networkOf(text)).toBeUndefined();
    }
  });
});
