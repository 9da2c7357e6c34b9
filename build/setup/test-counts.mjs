import { readFile } from 'node:fs/promises';
import { inProject } from './places.mjs';

/** Where Vitest leaves its report. */
export const unitReport = inProject('out/test/unit.json');

/** Where Playwright leaves its report. */
export const e2eReport = inProject('out/test/e2e.json');

/** @typedef {{ readonly passed: number, readonly failed: number, readonly skipped: number }} Counts */

/**
 * What Vitest's report counts. A file that could not run at all is one failure more.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function unitCounts(report) {
  const files = /** @type {any[]} */ (report.testResults);
  const broken = files.filter(({ status, assertionResults }) => {
    return (
      status === 'failed' &&
      !assertionResults.some((/** @type {any} */ test) => test.status === 'failed')
    );
  });
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * What Playwright's report counts. A test that passed only when repeated has failed; errors outside
 * of tests are one failure each.
 *
 * @param {any} report
 * @returns {Counts}
 */
export function e2eCounts(report) {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length, skipped };
}

/**
 * The sums of a part. A part that left no report, or ended badly with none failed, has failed once:
 * never does `0 failed` stand beside a bad end.
 *
 * @param {Counts | undefined} counts
 * @param {number} exitCode
 * @returns {Counts}
 */
export function partCounts(counts, exitCode) {
  if (!counts) return { passed: 0, failed: 1, skipped: 0 };
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/**
 * The last line of `npm test`.
 *
 * @param {readonly Counts[]} parts
 */
export function summary(parts) {
  const sum = (/** @type {keyof Counts} */ key) =>
    parts.reduce((total, part) => total + part[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`;
}

/** A report as parsed, undefined where a run left none. */
export async function readReport(/** @type {string} */ file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}
