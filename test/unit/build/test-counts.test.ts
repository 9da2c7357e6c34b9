import { describe, expect, it } from 'vitest';
import { e2eCounts, partCounts, summary, unitCounts } from '../../../build/setup/test-counts.mjs';

const vitest = {
  numPassedTests: 7,
  numFailedTests: 1,
  numPendingTests: 2,
  numTodoTests: 0,
  testResults: [
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
  ],
};
const playwright = { stats: { expected: 5, unexpected: 0, flaky: 0, skipped: 1 }, errors: [] };

describe('unitCounts', () => {
  it('counts tests', () => {
    expect(unitCounts(vitest)).toEqual({ passed: 7, failed: 1, skipped: 2 });
  });

  it('counts a file that could not run as a failure', () => {
    const testResults = [...vitest.testResults, { status: 'failed', assertionResults: [] }];
    expect(unitCounts({ ...vitest, testResults }).failed).toBe(2);
  });
});

describe('e2eCounts', () => {
  it('counts tests', () => {
    expect(e2eCounts(playwright)).toEqual({ passed: 5, failed: 0, skipped: 1 });
  });

  it('counts what passed only when repeated, and errors outside of tests, as failures', () => {
    const report = {
      stats: { ...playwright.stats, flaky: 1 },
      errors: [{ message: 'no such file' }],
    };
    expect(e2eCounts(report).failed).toBe(2);
  });
});

describe('partCounts', () => {
  it('never lets a bad end stand beside no failure', () => {
    const good = { passed: 3, failed: 0, skipped: 0 };
    expect(partCounts(good, 0)).toEqual(good);
    expect(partCounts(good, 1).failed).toBe(1);
    expect(partCounts({ ...good, failed: 2 }, 1).failed).toBe(2);
    expect(partCounts(undefined, 0).failed).toBe(1);
  });
});

describe('summary', () => {
  it('sums the parts in one line', () => {
    const parts = [
      { passed: 7, failed: 1, skipped: 2 },
      { passed: 5, failed: 0, skipped: 1 },
    ];
    expect(summary(parts)).toBe('12 passed, 1 failed, 3 skipped');
  });
});
