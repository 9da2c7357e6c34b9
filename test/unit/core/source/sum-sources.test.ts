import { describe, expect, it } from 'vitest';
import type { EvidenceSource, Verdict } from '../../../../renderer/core/source/evidence.ts';
import { sumSources } from '../../../../renderer/core/source/sum-sources.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';

function source(id: number, verdict: Verdict, more: Partial<EvidenceSource> = {}): EvidenceSource {
  return evidenceSource({ id, verdict, ...more });
}

describe('sumSources', () => {
  it('adds up counts and verdicts', () => {
    const sums = sumSources([
      source(1, 'imported', { bytes: 10, read: 5, kept: 4, duplicate: 1, elb: 2 }),
      source(2, 'partly', { bytes: 20, read: 3, kept: 1, rejected: 2 }),
      source(3, 'duplicate', { bytes: 10 }),
      source(4, 'skipped'),
      source(5, 'unreadable'),
    ]);
    expect(sums).toEqual({
      files: 5,
      imported: 1,
      partly: 1,
      duplicateFiles: 1,
      skipped: 1,
      unreadable: 1,
      read: 8,
      kept: 5,
      duplicate: 1,
      rejected: 2,
      elb: 2,
      bytes: 40,
    });
  });

  it('counts the files of an archive, and the bytes of the archive', () => {
    const sums = sumSources([
      source(1, 'archive', { bytes: 100 }),
      source(2, 'imported', { parent: 1, bytes: 300, read: 1, kept: 1 }),
    ]);
    expect(sums).toMatchObject({ files: 1, imported: 1, bytes: 100, read: 1 });
  });
});
