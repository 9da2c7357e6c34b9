import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isSampleEvidence } from '../../../../../renderer/core/export/report/sample-evidence.ts';
import { sampleEvidenceModule } from '../../../../made/sample-evidence-module.ts';
import { sampleFiles } from '../../../../made/sample-files.ts';

const module = join(
  import.meta.dirname,
  '../../../../../renderer/core/export/report/sample-evidence.ts',
);

describe('isSampleEvidence', () => {
  it('knows the files of the sample as they are made today', () => {
    expect(readFileSync(module, 'utf8')).toBe(sampleEvidenceModule(sampleFiles().files));
  });

  it('knows no other file, nor one whose hash could not be taken', () => {
    expect(isSampleEvidence('0'.repeat(64))).toBe(false);
    expect(isSampleEvidence('')).toBe(false);
  });
});
