import { describe, expect, it } from 'vitest';
import { withOwingImports } from '../../../../renderer/core/source/owing-imports.ts';

const file = (importId: number, ...creditors: readonly number[]) => ({
  importId,
  owed: creditors.map((creditor) => ({ importId: creditor, records: 1 })),
});

describe('withOwingImports', () => {
  it('is the import alone where no other rests on it', () => {
    expect(withOwingImports(2, [file(1), file(2, 1), file(3, 1)])).toEqual([2]);
  });

  it('has those that rest on it, and those that rest on them', () => {
    const files = [file(1), file(4, 3), file(2), file(3, 1), file(3), file(5, 2)];
    expect(withOwingImports(1, files)).toEqual([1, 3, 4]);
  });
});
