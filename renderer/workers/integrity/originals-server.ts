import { compareOriginals, type FoundOriginal } from '../../core/integrity/compare-originals.ts';
import { inWords } from '../../core/decode/byte-source.ts';
import { loadBytes } from '../../core/decode/load-bytes.ts';
import { CaseEvidence } from '../../store/case-evidence.ts';
import type { IntegrityTell, OriginalFile } from './integrity.ts';

const tellEveryMs = 100;

/**
 * Reads files beside a case, and compares what the case has with them. A file that can't be read is
 * one that differs. Nothing is stored. Free of `self`.
 */
export async function compareCase(
  caseId: string,
  files: readonly OriginalFile[],
  tell: (tell: IntegrityTell) => void,
  now: () => number = () => Date.now(),
): Promise<void> {
  const evidence = new CaseEvidence(caseId);
  try {
    const sources = await evidence.sources();
    const found: FoundOriginal[] = [];
    let told = 0;
    for (const { path, file } of files) {
      const sha256 = await loadBytes(file).then(
        (bytes) => bytes.sha256,
        () => undefined,
      );
      found.push({ path, sha256 });
      if (now() - told < tellEveryMs) continue;
      told = now();
      const progress = { filesDone: found.length, filesInAll: files.length };
      tell({ kind: 'progress', progress });
    }
    tell({ kind: 'compared', comparison: compareOriginals(sources, found) });
  } catch (error) {
    tell({ kind: 'failed', reason: inWords(error) });
  } finally {
    evidence.close();
  }
}
