import type { SourceId } from '../core/base/units.ts';
import { inWords } from '../core/decode/byte-source.ts';
import type { LoadedBytes } from '../core/decode/load-bytes.ts';
import { readRange } from '../core/decode/read-range.ts';
import { checkTrail, type FoundContent } from '../core/integrity/check-trail.ts';
import { fileNameOf, parseLogName } from '../core/integrity/delivered-name.ts';
import { hashContent } from '../core/integrity/hash-content.ts';
import type { FoundLog } from '../core/integrity/log-checks.ts';
import { shapes } from '../core/source/shapes.ts';
import type { SourceRow } from '../store/case-database.ts';
import { CaseEvidence, isKept } from '../store/case-evidence.ts';
import type { IntegrityTell } from './integrity.ts';

/** Digests and key lists are some thousand bytes; one beyond this is neither. */
const maxContentBytes = 64 * 1024 * 1024;
const tellEveryMs = 100;

/** What is gathered of the files as they go by. */
class Gathering {
  readonly digests: FoundContent[] = [];
  readonly keyLists: FoundContent[] = [];
  readonly logs: FoundLog[] = [];
  readonly differs: { source: SourceId; found: string }[] = [];
  readonly gone: { source: SourceId; reason: string }[] = [];
  same = 0;

  async take(row: SourceRow, file: LoadedBytes, hasDigests: boolean): Promise<void> {
    const { id: source, path } = row;
    if (file.sha256 === row.sha256) this.same++;
    else this.differs.push({ source, found: file.sha256 });
    const list = this.#listFor(row);
    if (!hasDigests || (list === undefined && !isLog(row))) return;
    const most = Math.max(row.inflatedBytes, maxContentBytes);
    const hashed = await hashContent(file, row.layers, most);
    const { sha256, trouble, bytes } = hashed;
    if (list === undefined) this.logs.push({ source, path, sha256, trouble });
    else if (sha256 !== undefined && bytes <= maxContentBytes) {
      const content = await readRange(hashed.source, 0, bytes);
      const signature = row.object?.metadata.find(([name]) => name === 'signature')?.[1];
      list.push({ source, path, sha256, content, signature });
    }
  }

  /** Notes a file whose bytes cannot be had. */
  miss(row: SourceRow, reason: string): void {
    this.gone.push({ source: row.id, reason });
    if (isLog(row)) this.missLog(row, reason);
  }

  missLog({ id: source, path }: SourceRow, trouble: string): void {
    this.logs.push({ source, path, sha256: undefined, trouble });
  }

  #listFor({ shape }: SourceRow): FoundContent[] | undefined {
    if (shape === shapes.digest.name) return this.digests;
    return shape === shapes.keyList.name ? this.keyLists : undefined;
  }
}

/**
 * One check of a case: reads all its evidence again, holds it against the hashes noted at import,
 * and validates the log files with the digests that are among it. Free of `self`.
 */
export async function checkCase(
  caseId: string,
  tell: (tell: IntegrityTell) => void,
  now: () => number = () => Date.now(),
): Promise<void> {
  const evidence = new CaseEvidence(caseId);
  try {
    await checkEvidence(evidence, tell, now);
    tell({ kind: 'done' });
  } catch (error) {
    tell({ kind: 'failed', reason: inWords(error) });
  } finally {
    evidence.close();
  }
}

async function checkEvidence(
  evidence: CaseEvidence,
  tell: (tell: IntegrityTell) => void,
  now: () => number,
): Promise<void> {
  const rows = await evidence.sources();
  const own = rows.filter(({ duplicateOf }) => duplicateOf === undefined);
  const hasDigests = own.some(({ shape }) => shape === shapes.digest.name);
  const gathering = new Gathering();
  const filesInAll = own.filter(isKept).length;
  let filesDone = 0;
  let told = 0;
  for await (const read of evidence.readAgain(rows)) {
    if (read.kind === 'gone') gathering.miss(read.row, read.reason);
    else await gathering.take(read.row, read.file, hasDigests);
    filesDone++;
    if (now() - told < tellEveryMs) continue;
    told = now();
    tell({ kind: 'progress', progress: { filesDone, filesInAll } });
  }
  const notKept = own.filter((row) => !isKept(row));
  for (const row of notKept) {
    if (isLog(row)) gathering.missLog(row, 'its bytes are not kept in the case');
  }
  const { same, differs, gone } = gathering;
  await evidence.save({
    checked: Math.floor(now() / 1000) * 1000,
    lastSource: rows.reduce((last, { id }) => Math.max(last, id), 0),
    evidence: { same, differs, gone, notKept: notKept.length },
    trail: await checkTrail(gathering),
  });
}

/** Whether a file is, or was by its name, one that CloudTrail delivered. */
function isLog({ path, shape }: SourceRow): boolean {
  return shape === shapes.trail.name || parseLogName(fileNameOf(path)) !== undefined;
}
