import type { SourceId } from '../../core/base/units.ts';
import { inWords } from '../../core/decode/byte-source.ts';
import type { LoadedBytes } from '../../core/decode/load-bytes.ts';
import { readRange } from '../../core/decode/read-range.ts';
import type { FoundFile } from '../../core/integrity/check-results.ts';
import { checkTrail, type FoundContent } from '../../core/integrity/check-trail.ts';
import { fileNameOf, parseLogName } from '../../core/integrity/delivered-name.ts';
import { hashContent } from '../../core/integrity/hash-content.ts';
import type { FoundLog } from '../../core/integrity/log-checks.ts';
import { logListsOf, shapes, type LogLists } from '../../core/source/shapes.ts';
import type { SourceRow } from '../../store/case-database.ts';
import { CaseEvidence, isKept } from '../../store/case-evidence.ts';
import type { IntegrityTell } from './integrity.ts';

/** Digests, sign files and key lists are some thousand bytes; one beyond this is none of them. */
const maxContentBytes = 64 * 1024 * 1024;
const tellEveryMs = 100;

/** What is gathered of the files as they go by. */
class Gathering {
  readonly digests: FoundContent[] = [];
  readonly signFiles: FoundContent[] = [];
  readonly keyLists: FoundContent[] = [];
  readonly logs: FoundLog[] = [];
  readonly files: FoundFile[] = [];
  readonly differs: { source: SourceId; found: string }[] = [];
  readonly gone: { source: SourceId; reason: string }[] = [];
  same = 0;

  async take(row: SourceRow, file: LoadedBytes, has: LogLists): Promise<void> {
    const { id: source, path } = row;
    if (file.sha256 === row.sha256) this.same++;
    else this.differs.push({ source, found: file.sha256 });
    this.files.push({ source, path, sha256: file.sha256, trouble: '' });
    const list = this.#listFor(row);
    const isWanted = list === undefined ? has.digests && isLog(row) : has.digests || has.signFiles;
    if (!isWanted) return;
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
    this.#miss(row, reason);
  }

  /** Notes a file of which the case has the hash only. */
  missKept(row: SourceRow): void {
    const sha256 = row.sha256 === '' ? undefined : row.sha256;
    this.#miss(row, 'its bytes are not kept in the case', sha256);
  }

  #miss(row: SourceRow, trouble: string, sha256?: string): void {
    const { id: source, path } = row;
    this.files.push({ source, path, sha256, trouble });
    if (isLog(row)) this.logs.push({ source, path, sha256: undefined, trouble });
  }

  #listFor({ shape }: SourceRow): FoundContent[] | undefined {
    if (shape === shapes.digest.name) return this.digests;
    if (shape === shapes.signFile.name) return this.signFiles;
    return shape === shapes.keyList.name ? this.keyLists : undefined;
  }
}

/**
 * One check of a case: reads all its evidence again, holds it against the hashes noted at import,
 * and validates log files and query results with the digests and sign files that are among it.
 * Free of `self`.
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
  const has = logListsOf(own);
  const gathering = new Gathering();
  const filesInAll = own.filter(isKept).length;
  let filesDone = 0;
  let told = 0;
  for await (const read of evidence.readAgain(rows)) {
    if (read.kind === 'gone') gathering.miss(read.row, read.reason);
    else await gathering.take(read.row, read.file, has);
    filesDone++;
    if (now() - told < tellEveryMs) continue;
    told = now();
    tell({ kind: 'progress', progress: { filesDone, filesInAll } });
  }
  const notKept = own.filter((row) => !isKept(row));
  for (const row of notKept) gathering.missKept(row);
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
