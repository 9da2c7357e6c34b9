import { describe, expect, it } from 'vitest';
import { integritySection } from '../../../../../renderer/core/export/report/report-integrity.ts';
import { madeCheck } from './made-check.ts';
import { hostileTexts, madeReport } from './made-report.ts';
import { madeSource } from '../made-table.ts';

const sources = [madeSource({ id: 1 }), madeSource({ id: 2 })];
const textOf = (markup: string): string =>
  markup
    .replace(/<wbr \/>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('integritySection', () => {
  it('says that nothing was checked where nothing was', () => {
    expect(textOf(integritySection(madeReport([]), 'UTC').markup)).toContain('was not read again');
  });

  it('counts the verdicts, and lists what speaks against the evidence', () => {
    const text = textOf(
      integritySection(madeReport([], { sources, integrity: madeCheck() }), 'UTC').markup,
    );
    expect(text).toContain('2 files have the SHA-256 noted at import, 0 changed');
    expect(text).toContain('They name 1 log file that the evidence lacks');
    expect(text).toContain('Log file altered /evidence/trail-1.json.gz');
    expect(text).toContain('Log file missing AWSLogs/gone.json.gz');
    expect(text).toContain('No digests trail main in eu-west-1');
  });

  it('says what was imported later, and where there were no digests', () => {
    const integrity = madeCheck({ trail: undefined, lastSource: 1 });
    const text = textOf(integritySection(madeReport([], { sources, integrity }), 'UTC').markup);
    expect(text).toContain('1 file was imported after that');
    expect(text).toContain('No digest files');
    expect(text).toContain('Nothing was found');
  });

  it('prints hostile names as text', () => {
    for (const path of hostileTexts) {
      const files = [madeSource({ id: 1, path }), madeSource({ id: 2, path })];
      const report = madeReport([], { sources: files, integrity: madeCheck() });
      expect(integritySection(report, 'UTC').markup).not.toMatch(/<(script|img)/);
    }
  });
});
