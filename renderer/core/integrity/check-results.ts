import type { EpochMs, SourceId } from '../base/units.ts';
import { groupBy } from '../base/group-by.ts';
import { trustOf, type Trust } from './digest-chains.ts';
import { verdictBy, type LogCheck } from './log-checks.ts';
import type { SignatureChecker, SignatureVerdict } from './signatures.ts';
import { signedHashes, type SignedResult, type SignFile } from './sign-file.ts';

/** A sign file among the evidence. */
export interface FoundSignFile {
  readonly source: SourceId;
  readonly path: string;
  readonly signFile: SignFile;
}

/** Any file of the evidence that may be a query result, with the SHA-256 of it as it was found. */
export interface FoundFile {
  readonly source: SourceId;
  readonly path: string;
  /** Undefined where its bytes can't be had; `trouble` says why. */
  readonly sha256: string | undefined;
  readonly trouble: string;
}

/** A sign file's verdicts. */
export interface SignFileCheck {
  readonly source: SourceId;
  readonly region: string | undefined;
  /** When the query was completed. */
  readonly completed: EpochMs;
  readonly files: number;
  readonly signature: SignatureVerdict;
  readonly trust: Trust;
  /** Names of results that the evidence lacks. */
  readonly missing: readonly string[];
}

/** What the sign files of CloudTrail Lake say of the results of queries. */
export interface ResultsCheck {
  readonly signFiles: readonly SignFileCheck[];
  /** Of each result that lies beside a sign file, or that has the hash of one that a sign file names. */
  readonly results: readonly LogCheck[];
}

/**
 * Validates the results of queries as `aws cloudtrail verify-query-results` does, and says of each
 * file what the command says of all: results lie beside their sign file, under the names that it has.
 */
export async function checkResults(
  signFiles: readonly FoundSignFile[],
  files: readonly FoundFile[],
  checker: SignatureChecker,
): Promise<ResultsCheck> {
  const register = new ResultRegister(files);
  const checks: SignFileCheck[] = [];
  const beside: LogCheck[] = [];
  const elsewhere: LogCheck[] = [];
  for (const found of signFiles) {
    const { source, signFile } = found;
    const { fingerprint, completed, region, results } = signFile;
    const signed = { text: signedHashes(signFile), fingerprint, time: completed };
    const signature = await checker.check(signed, signFile.signature);
    const trust = trustOf(signature, 'none', undefined);
    const held = register.check(found, trust);
    beside.push(...held.beside);
    elsewhere.push(...held.elsewhere);
    checks.push({
      ...{ source, region, completed, signature, trust },
      files: results.length,
      missing: held.missing,
    });
  }
  // What lies beside its own sign file is held against that one, whatever others have its hash too.
  const bySource = new Map([...elsewhere, ...beside].map((check) => [check.source, check]));
  return { signFiles: checks, results: [...bySource.values()] };
}

/** Names of results as CloudTrail delivers them; they are often handed over inflated. */
const resultName = /^result_\d+\.csv(?:\.gz)?$/u;

/** What comes of a sign file. */
interface Held {
  readonly beside: LogCheck[];
  readonly elsewhere: LogCheck[];
  readonly missing: string[];
}

/** Holds the files of the evidence against what sign files say. */
class ResultRegister {
  readonly #byFolder: ReadonlyMap<string, readonly FoundFile[]>;
  readonly #byHash: ReadonlyMap<string | undefined, readonly FoundFile[]>;

  constructor(files: readonly FoundFile[]) {
    this.#byFolder = groupBy(files, ({ path }) => splitPath(path).folder);
    this.#byHash = groupBy(files, ({ sha256 }) => sha256);
  }

  check({ source: digest, path, signFile }: FoundSignFile, trust: Trust): Held {
    const folder = this.#byFolder.get(splitPath(path).folder) ?? [];
    const byName = new Map(folder.map((file) => [splitPath(file.path).name, file]));
    const held: Held = { beside: [], elsewhere: [], missing: [] };
    for (const signed of signFile.results) {
      const there = byName.get(signed.name);
      if (there === undefined) this.#checkAbsent(signed, trust, digest, byName, held);
      else held.beside.push(besideItsSignFile(there, signed, trust, digest));
    }
    const named = new Set(signFile.results.map(({ name }) => withoutGz(name)));
    for (const [name, { source }] of byName) {
      if (!resultName.test(name) || named.has(withoutGz(name))) continue;
      held.beside.push({ source, verdict: 'unlisted', digest, remark: '' });
    }
    return held;
  }

  #checkAbsent(
    { name, sha256 }: SignedResult,
    trust: Trust,
    digest: SourceId,
    byName: ReadonlyMap<string, FoundFile>,
    { beside, elsewhere, missing }: Held,
  ): void {
    const moved = this.#byHash.get(sha256.toLowerCase()) ?? [];
    const inflated = byName.get(withoutGz(name));
    const remark = `it was delivered as ${name}`;
    for (const { source } of moved) {
      elsewhere.push({ source, verdict: verdictBy[trust], digest, remark });
    }
    if (moved.length > 0) return;
    if (inflated === undefined) missing.push(name);
    else beside.push({ ...unpacked, source: inflated.source, digest });
  }
}

const unpacked = {
  verdict: 'unchecked',
  remark: 'it was unpacked, and the sign file has the hash of the packed file',
} as const;

function besideItsSignFile(
  { source, sha256, trouble: remark }: FoundFile,
  signed: SignedResult,
  trust: Trust,
  digest: SourceId,
): LogCheck {
  if (sha256 === undefined) return { source, verdict: 'unchecked', digest, remark };
  const isSame = sha256 === signed.sha256.toLowerCase();
  return { source, verdict: isSame ? verdictBy[trust] : 'altered', digest, remark };
}

function withoutGz(name: string): string {
  return name.replace(/\.gz$/u, '');
}

function splitPath(path: string): { readonly folder: string; readonly name: string } {
  const start = Math.max(...['/', '\\', ' » '].map((mark) => endOfLast(path, mark)));
  return { folder: path.slice(0, start), name: path.slice(start) };
}

function endOfLast(path: string, mark: string): number {
  const at = path.lastIndexOf(mark);
  return at < 0 ? 0 : at + mark.length;
}
