import { describe, expect, it } from 'vitest';
import { failureLine } from '../../../../renderer/core/athena/failure-line.ts';
import { dollarText, scanDollars } from '../../../../renderer/core/athena/scan-cost.ts';

describe('scanDollars', () => {
  it('charges ten megabytes at least, and whole ones above', () => {
    expect(scanDollars(0)).toBe(scanDollars(10 * 2 ** 20));
    expect(scanDollars(2 ** 40)).toBe(5);
    expect(scanDollars(20 * 2 ** 20 + 1)).toBe(scanDollars(21 * 2 ** 20));
  });
});

describe('dollarText', () => {
  it.each([
    [5, '$5.00'],
    [0.0123, '$0.01'],
    [scanDollars(0), '$0.00005'],
    [0, '$0.00'],
  ])('writes %d as %s', (dollars, text) => {
    expect(dollarText(dollars)).toBe(text);
  });
});

describe('failureLine', () => {
  const sql = 'SELECT\n  eventnam\nFROM trail';

  it('finds the line that the reason names', () => {
    const reason = "COLUMN_NOT_FOUND: line 2:3: Column 'eventnam' cannot be resolved";
    expect(failureLine(reason, sql)).toEqual({ line: 2, text: 'eventnam' });
  });

  it('finds none where it names none, or one that is not there', () => {
    expect(failureLine('Query exhausted resources', sql)).toBeUndefined();
    expect(failureLine('line 40:1: mismatched input', sql)).toBeUndefined();
  });
});
