import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingFiles } from '../../../../renderer/core/correlate/missing-files.ts';

const file = (start: number, end: number, region = 'eu-west-1') => ({
  ...{ digest: 1, key: `${region}/${start}.json.gz`, span: { start, end } },
  ...{ account: '111122223333', region },
});

describe('missingFiles', () => {
  it('makes one gap of files that follow on each other in an account and region', () => {
    expect(
      missingFiles([file(10, 20), file(40, 50), file(0, 10), file(5, 60, 'us-east-1')]),
    ).toEqual([
      {
        ...{ kind: 'missing files', account: '111122223333', region: 'eu-west-1' },
        ...{ span: { start: 0, end: 20 }, key: 'eu-west-1/0.json.gz', files: 2 },
      },
      {
        ...{ kind: 'missing files', account: '111122223333', region: 'us-east-1' },
        ...{ span: { start: 5, end: 60 }, key: 'us-east-1/5.json.gz', files: 1 },
      },
      {
        ...{ kind: 'missing files', account: '111122223333', region: 'eu-west-1' },
        ...{ span: { start: 40, end: 50 }, key: 'eu-west-1/40.json.gz', files: 1 },
      },
    ]);
    expect(missingFiles([])).toEqual([]);
  });

  it('has each file in one gap, and covers what the files cover', () => {
    const spans = fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 20 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(spans, (all) => {
        const files = all.map(([start, length]) => file(start, start + length));
        const gaps = missingFiles(files);
        expect(gaps.reduce((sum, gap) => sum + gap.files, 0)).toBe(files.length);
        for (let time = 0; time < 130; time++) {
          const isIn = ({ span }: { span: { start: number; end: number } }): boolean =>
            span.start <= time && time < span.end;
          expect(gaps.filter(isIn)).toHaveLength(files.some(isIn) ? 1 : 0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
