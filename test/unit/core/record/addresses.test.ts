import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressClass, addressClasses } from '../../../../renderer/core/record/addresses.ts';

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
