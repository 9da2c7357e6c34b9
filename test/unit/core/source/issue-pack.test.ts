import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IssuePacker, packed, unpacked } from '../../../../renderer/core/source/issue-pack.ts';

const issue = fc.record({
  recordIndex: fc.option(fc.nat(), { nil: undefined }),
  offset: fc.maxSafeNat(),
  reason: fc.string({ unit: 'grapheme' }),
  sample: fc.string({ unit: 'grapheme' }),
});

describe('packed issues', () => {
  it('are the same when unpacked', () => {
    fc.assert(
      fc.property(fc.array(issue), (issues) => {
        expect(unpacked(packed(issues))).toEqual(issues);
      }),
    );
  });

  it('lie in packs of a thousand, in order', () => {
    const packer = new IssuePacker();
    const issues = Array.from({ length: 2500 }, (_, recordIndex) => ({
      ...{ recordIndex, offset: recordIndex * 5e9 },
      ...{ reason: `no JSON at byte ${recordIndex}`, sample: '\uFEFF{' },
    }));
    for (const one of issues) packer.add(one);
    expect(packer.count).toBe(2500);
    const packs = packer.finish();
    expect(packs.map(({ length }) => length)).toEqual([1000, 1000, 500]);
    expect(packs.flatMap(unpacked)).toEqual(issues);
  });

  it('are none where none was added', () => {
    expect(new IssuePacker().finish()).toEqual([]);
  });
});
