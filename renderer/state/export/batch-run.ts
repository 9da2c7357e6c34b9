import { visibleText } from '../../core/base/visible-text.ts';
import { countOf, formatCount } from '../../core/base/format-count.ts';
import { elbOnly, everything, byTime } from '../../core/query/filter.ts';
import type { EvidenceSource, ImportSums } from '../../core/source/evidence.ts';
import type { Batch, Host } from '../../host/host.ts';
import type { CaseFile } from '../../sources/case-file.ts';
import type { CaseFiles } from '../case/case-files.svelte.ts';
import type { CaseJournal } from '../case/case-journal.svelte.ts';
import type { CaseStore } from '../case/case-list.svelte.ts';
import { exportKinds } from './export-kinds.ts';
import { type ExportSubject, usualOptions } from './export-subject.ts';
import type { Exporter } from './exporter.ts';
import type { Findings } from '../findings/findings.svelte.ts';
import type { Import, ImportRun, Offer } from '../evidence/import-run.svelte.ts';
import { reasonOf } from '../latest.ts';
import type { QueryPort } from '../query-port.ts';

/** What a run without a window needs. */
export interface BatchParts {
  readonly host: Host;
  readonly cases: CaseStore;
  readonly importRun: ImportRun;
  readonly query: QueryPort;
  readonly exporter: Exporter;
  readonly zone: string;
  readonly offers: () => AsyncIterable<Offer>;
  /** Where a case file is named in place of evidence. */
  readonly caseFile: () => Promise<CaseFile | undefined>;
  readonly caseFiles: CaseFiles;
  readonly journal: CaseJournal;
  readonly findings: Findings;
}

const allRead = 0;
const nothingDone = 1;
const partlyRead = 2;
const toHaveAll = 'what is exported of events is empty. With --all it has those of all services.';
/** Skipped files that are named; all of them are in the ledger. */
const mostSkipped = 20;

/** A case that is open, with the sums of its imports. */
interface Ready {
  readonly name: string;
  readonly sums: ImportSums;
}

/**
 * Imports what the command line names into a new case, or opens the case file that it names; writes
 * the exports asked for, prints the sums. Answers the exit code: 0, 1 where nothing could be done, 2
 * where some evidence was not read.
 */
export async function runBatch(parts: BatchParts, caseName: string, batch: Batch): Promise<number> {
  const { host } = parts;
  try {
    const file = await parts.caseFile();
    const { name, sums } =
      file === undefined ? await imported(parts, caseName) : await opened(parts, file);
    // An empty table or report would pass for a finding.
    const exports =
      sums.kept > 0
        ? batch.exports
        : batch.exports.filter((kind) => exportKinds[kind].of === 'case');
    if (sums.kept > 0 && sums.elb === 0 && !batch.allServices) {
      const events = countOf(sums.kept, 'event');
      await host.print(`None of ${events} is of Elastic Load Balancing: ${toHaveAll}`, true);
    }
    await writeExports(parts, name, { ...batch, exports });
    return await report(parts, sums);
  } catch (error) {
    await host.print(`Stopped: ${visibleText(reasonOf(error))}`, true);
    return nothingDone;
  }
}

async function imported(parts: BatchParts, name: string): Promise<Ready> {
  const { id } = await parts.cases.create(name);
  const run = await parts.importRun.start(id, parts.offers());
  if (run.phase !== 'done') throw new Error(`nothing was imported: ${whyNotDone(run)}`);
  await parts.query.ask('open', { caseId: id });
  return { name, sums: run.progress.sums };
}

async function opened({ caseFiles, journal, query }: BatchParts, file: CaseFile): Promise<Ready> {
  const info = await caseFiles.take(file).catch((error: unknown) => {
    throw new Error(`${file.path} was not opened: ${reasonOf(error)}`, { cause: error });
  });
  const { sums } = await query.ask('open', { caseId: info.id });
  await journal.open(info);
  return { name: info.name, sums };
}

async function writeExports(
  { exporter, host, zone, findings }: BatchParts,
  caseName: string,
  { allServices, redact, paper, exports }: Batch,
): Promise<void> {
  const subject: ExportSubject = {
    caseName,
    author: '',
    filter: allServices ? everything : elbOnly,
    sort: byTime,
    zone,
    fields: { field: 'sourceIp' },
    laneSort: 'firstSeen',
    arrangement: { pinned: [], folded: new Set(), gathers: false },
    findings: findings.noted,
  };
  const options = { ...usualOptions, redact, paper };
  const never = new AbortController().signal;
  for (const kind of exports) {
    const saved = await exporter.save({ kind, subject, options }, () => undefined, never);
    if (saved?.noManifest !== undefined) throw new Error(saved.noManifest);
    if (saved !== undefined) await host.print(`Wrote ${saved.file.path}`, false);
  }
}

async function report(parts: BatchParts, sums: ImportSums): Promise<number> {
  const { host } = parts;
  const sources = await parts.query.ask('sources', {});
  const troubles = sources.filter(isTrouble);
  for (const { path, reason } of troubles) {
    // A file's name may hold a line feed, and would forge a line of its own.
    await host.print(visibleText(`${path}: ${reason}`), true);
  }
  await printSkipped(host, sources);
  await host.print(sumsLine(sums), false);
  if (sums.kept === 0) {
    const none = sums.read === 0 ? 'were found' : 'could be read';
    if (sums.files === 0) await host.print('There is no file in what was named.', true);
    await host.print(`No CloudTrail records ${none}: there is nothing to export.`, true);
    return nothingDone;
  }
  return troubles.length > 0 || sums.rejected > 0 ? partlyRead : allRead;
}

/** What was skipped is no trouble, but may be a surprise. */
async function printSkipped(host: Host, sources: readonly EvidenceSource[]): Promise<void> {
  const skipped = sources.filter(({ verdict }) => verdict === 'skipped');
  for (const { path, reason } of skipped.slice(0, mostSkipped)) {
    await host.print(visibleText(`${path}: skipped, ${reason}`), true);
  }
  const more = skipped.length - mostSkipped;
  if (more > 0) {
    await host.print(`${formatCount(more)} more were skipped: --ledger FILE lists all.`, true);
  }
}

function isTrouble({ verdict }: EvidenceSource): boolean {
  return verdict === 'unreadable' || verdict === 'partly';
}

function whyNotDone(run: Import): string {
  return run.phase === 'failed' ? run.reason : 'the import did not end';
}

/** `292 files: 188 imported, 104 skipped; 3,583 read = 3,582 kept + 1 duplicate + 0 rejected; 42 ELB`. */
export function sumsLine(sums: ImportSums): string {
  const verdicts: readonly (readonly [number, string])[] = [
    [sums.imported, 'imported'],
    [sums.partly, 'partly imported'],
    [sums.duplicateFiles, 'in the case already'],
    [sums.skipped, 'skipped'],
    [sums.unreadable, 'unreadable'],
  ];
  const named = verdicts
    .filter(([count], place) => place === 0 || count > 0)
    .map(([count, word]) => `${formatCount(count)} ${word}`);
  const { read, kept, duplicate, rejected, elb } = sums;
  return (
    `${countOf(sums.files, 'file')}: ${named.join(', ')}; ` +
    `${formatCount(read)} read = ${formatCount(kept)} kept + ${formatCount(duplicate)} duplicate + ` +
    `${formatCount(rejected)} rejected; ${formatCount(elb)} ELB`
  );
}
