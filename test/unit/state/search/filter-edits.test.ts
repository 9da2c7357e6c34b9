import { describe, expect, it } from 'vitest';
import { elbOnly, everything, type Term } from '../../../../renderer/core/query/filter.ts';
import { parseValuePattern } from '../../../../renderer/core/query/value-pattern.ts';
import {
  exactTerm,
  pivotTo,
  sameFilter,
  withoutTerm,
  withSpan,
  withTerm,
  withTurnedTerm,
} from '../../../../renderer/state/search/filter-edits.ts';

const ip: Term = { field: 'sourceIp', value: '203.0.113.9', exclude: false };
const notIp: Term = { ...ip, exclude: true };
const key: Term = { field: 'accessKey', value: 'AKIA1', exclude: false };

describe('withTerm', () => {
  it('adds a term at the end', () => {
    expect(withTerm(withTerm(elbOnly, ip), key).terms).toEqual([ip, key]);
  });

  it('replaces one on the same value, so that it is not both wanted and left out', () => {
    expect(withTerm(withTerm(elbOnly, ip), notIp).terms).toEqual([notIp]);
  });
});

describe('withoutTerm and withTurnedTerm', () => {
  const filter = withTerm(withTerm(elbOnly, ip), key);

  it('take away and turn round just that term', () => {
    expect(withoutTerm(filter, ip).terms).toEqual([key]);
    expect(withTurnedTerm(filter, ip).terms).toEqual([notIp, key]);
    expect(withTurnedTerm(withTurnedTerm(filter, ip), notIp)).toEqual(filter);
  });
});

describe('pivotTo', () => {
  it('is all that one entity did, over the whole case and all services', () => {
    expect(pivotTo('accessKey', ['AKIA1'])).toEqual({ ...everything, terms: [key] });
  });
});

describe('exactTerm', () => {
  it('means the value itself, though whoever wrote the evidence put stars in it', () => {
    const term = exactTerm('userAgent', 'curl/*', false);
    expect(parseValuePattern(term.value)).toEqual({ kind: 'exact', text: 'curl/*' });
  });
});

describe('sameFilter', () => {
  it('compares every part', () => {
    const filter = withTerm(withSpan(elbOnly, { start: 1, end: 2 }), ip);
    expect(sameFilter(filter, { ...filter, terms: [{ ...ip }], span: { start: 1, end: 2 } })).toBe(
      true,
    );
    const others = [
      withSpan(filter, undefined),
      withSpan(filter, { start: 1, end: 3 }),
      { ...filter, text: 'x' },
      { ...filter, scope: 'all' as const },
      withTurnedTerm(filter, ip),
      withTerm(filter, key),
    ];
    for (const other of others) expect(sameFilter(filter, other)).toBe(false);
  });
});
