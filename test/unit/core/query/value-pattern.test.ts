import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  exactValue,
  matchesWildcard,
  parseValuePattern,
} from '../../../../renderer/core/query/value-pattern.ts';

const starry = fc.string({ unit: fc.constantFrom('a', 'B', '*', '\\', '.') });

function matches(value: string, text: string): boolean {
  const pattern = parseValuePattern(value);
  return pattern.kind === 'exact'
    ? pattern.text === text
    : matchesWildcard(pattern.parts, text.toLowerCase());
}

describe('exactValue', () => {
  it('means the text itself, whatever stars and backslashes it has', () => {
    fc.assert(
      fc.property(starry, (text) => {
        expect(parseValuePattern(exactValue(text))).toEqual({ kind: 'exact', text });
      }),
    );
  });
});

describe('parseValuePattern', () => {
  it('splits at stars, but not at escaped ones', () => {
    expect(parseValuePattern('A*b\\*c')).toEqual({ kind: 'wildcard', parts: ['a', 'b*c'] });
  });

  it('takes a backslash before anything else as it is', () => {
    expect(parseValuePattern('CORP\\alice')).toEqual({ kind: 'exact', text: 'CORP\\alice' });
  });
});

describe('matchesWildcard', () => {
  it('agrees with a regular expression', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'c'), minLength: 1 });
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'C') }), { minLength: 2 }),
        text,
        (parts, one) => {
          const expected = new RegExp(`^${parts.join('.*')}$`, 'i').test(one);
          expect(matches(parts.join('*'), one)).toBe(expected);
        },
      ),
    );
  });

  it('ignores case', () => {
    expect(matches('*TERRAFORM*', 'HashiCorp Terraform/1.9')).toBe(true);
  });

  it('does not let the start and the end share characters', () => {
    expect(matches('ab*ba', 'aba')).toBe(false);
  });

  it('never matches what is not in the record', () => {
    expect(matches('*', '')).toBe(false);
  });
});
