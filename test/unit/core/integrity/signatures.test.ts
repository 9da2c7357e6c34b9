import { describe, expect, it } from 'vitest';
import { parsePublicKeys } from '../../../../renderer/core/integrity/public-keys.ts';
import { SignatureChecker, signedText } from '../../../../renderer/core/integrity/signatures.ts';
import { keyListText, makeKey } from '../../../fixtures/digest-chain.ts';

/** Of the samples of `aws cloudtrail list-public-keys`: key and fingerprint as AWS prints them. */
const published = {
  value:
    'MIIBCgKCAQEAn11L2YZ9h7onug2ILi1MWyHiMRsTQjfWE+pHVRLk1QjfWhirG+lpOa8NrwQ/r7Ah5bNL6HepznOU9XTDSfmmnP97mqyc7z/upfZdS/AHhYcGaz7n6Wc/RRBU6VmiPCrAUojuSk6/GjvA8iOPFsYDuBtviXarvuLPlrT9kAd4Lb+rFfR5peEgBEkhlzc5HuWO7S0y+KunqxX6jQBnXGMtxmPBPP0FylgWGNdFtks/4YSKcgqwH0YDcawP9GGGDAeCIqPWIXDLG1jOjRRzWfCmD0iJUkz8vTsn4hq/5ZxRFE7UBAUiVcGbdnDdvVfhF9C3dQiDq3k7adQIziLT0cShgQIDAQAB',
  fingerprint: '8eba5db5bea9b640d1c96a77256fe7f2',
};

function parse(text: string) {
  return parsePublicKeys(new TextEncoder().encode(text));
}

describe('signedText', () => {
  it('is the text that the AWS CLI signs in its own tests', () => {
    const digest = { endTime: 'a', bucket: 'b', key: 'c', previous: undefined };
    const sha256 = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
    expect(signedText(digest, sha256)).toBe(`a\nb/c\n${sha256}\nnull`);
  });
});

describe('parsePublicKeys', () => {
  it('works out the fingerprint that AWS printed, in either spelling and form of time', () => {
    const entry = {
      Value: published.value,
      ValidityStartTime: '2015-12-01T00:00:00Z',
      ValidityEndTime: 1451606400,
    };
    const { keys } = parse(JSON.stringify({ PublicKeyList: [entry] }));
    expect(keys[0]).toMatchObject({
      fingerprint: published.fingerprint,
      validity: { start: Date.UTC(2015, 11, 1), end: Date.UTC(2016, 0, 1) },
    });
    const lower = { value: published.value, fingerprint: published.fingerprint };
    const other = parse(JSON.stringify({ publicKeyList: [lower] })).keys[0];
    expect(other).toMatchObject({ fingerprint: published.fingerprint, validity: undefined });
  });

  it('refuses what is no key, and takes the rest', () => {
    const { entry } = makeKey();
    const list = [entry, {}, { Value: '***' }, { ...entry, Fingerprint: 'other' }, 7];
    expect(parse(JSON.stringify({ PublicKeyList: list }))).toMatchObject({ refused: 4 });
    expect(parse('not JSON')).toEqual({ keys: [], refused: 0 });
  });
});

describe('SignatureChecker', () => {
  it('calls a signature wrong where key or signature are no such thing', async () => {
    const value = btoa('\x30\x03\x02\x01\x05');
    const { keys } = parse(JSON.stringify({ PublicKeyList: [{ Value: value }] }));
    const signed = { text: 'a', fingerprint: keys[0]?.fingerprint ?? '', time: 1 };
    expect(await new SignatureChecker(keys).check(signed, '00')).toBe('wrong');
    const real = makeKey();
    const other = new SignatureChecker(parse(keyListText(real)).keys);
    const { fingerprint } = real;
    expect(await other.check({ ...signed, fingerprint }, 'no hex')).toBe('wrong');
  });
});
