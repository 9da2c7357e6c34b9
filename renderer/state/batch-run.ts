import { visibleText } from '../core/base/visible-text.ts';
import { elbOnly, everything, byTime } from '../core/query/filter.ts';
import type { EvidenceSource, ImportSums } from '../core/source/evidence.ts';
import type { Batch, Host } from '../host/host.ts';
import type { CaseStore } from './case-list.svelte.ts';
import { exportKinds } from './export-kinds.ts';
import { type ExportSubject, usualOptions } from './export-subject.ts';
import type { Exporter } from './exporter.ts';
import type { Import, ImportRun, Offer } from './import-run.svelte.ts';
import { reasonOf } from './latest.ts';
import type { QueryPort } from './query-port.ts';

/** What a run without a window needs. */
export interface BatchParts {
  readonly host: Host;
  readonly cases: CaseStore;
  readonly importRun: ImportRun;
  readonly query: QueryPort;
  readonly exporter: Exporter;
  readonly zone: string;
  readonly offers: () => AsyncIterable<Offer>;
}

const allRead = 0;
const nothingDone = 1;
const partlyRead = 2;

/**
 * Imports what the command line names into a new case, writes the exports asked for, prints the
 * sums. Answers the exit code: 0, 1 where nothing could be done, 2 where some evidence was not read.
 */
export async function runBatch(parts: BatchParts, caseName: string, batch: Batch): Promise<number> {
  const { host } = parts;
  try {
    const { id } = await parts.cases.create(caseName);
    const run = await parts.importRun.start(id, parts.offers());
    if (run.phase !== 'done') {
      await host.print(`Nothing was imported: ${whyNotDone(run)}`, true);
      return nothingDone;
    }
    await parts.query.ask('open', { caseId: id });
    const { sums } = run.progress;
    // An empty table or report would pass for a finding.
    const exports =
      sums.kept > 0
        ? batch.exports
        : batch.exports.filter((kind) => exportKinds[kind].of === 'case');
    await writeExports(parts, caseName, { ...batch, exports });
    return await report(parts, sums);
  } catch (error) {
    await host.print(`Stopped: ${reasonOf(error)}`, true);
    return nothingDone;
  }
}

async function writeExports(
  { exporter, host, zone }: BatchParts,
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
    findings: [],
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
  await host.print(sumsLine(sums), false);
  if (sums.kept === 0) {
    const none = sums.read === 0 ? 'were found' : 'could be read';
    await host.print(`No CloudTrail records ${none}: there is nothing to export.`, true);
    return nothingDone;
  }
  return troubles.length > 0 || sums.rejected > 0 ? partlyRead : allRead;
}

function isTrouble({ verdict }: EvidenceSource): boolean {
  return verdict === 'unreadable' || verdict === 'partly';
}

function whyNotDone(run: Import): string {
  return run.phase === 'failed' ? run.reason : 'the import did not end';
}

/** `292 files: 188 imported, 104 skipped; 3,583 read = 3,582 kept + 1 duplicate + 0 rejected; 42 ELB`. */
export function sumsLine(sums: ImportSums): string {
  const number = (value: number): string => value.toLocaleString('en-US');
  const verdicts: readonly (readonly [number, string])[] = [
    [sums.imported, 'imported'],
    [sums.partly, 'partly imported'],
    [sums.duplicateFiles, 'in the case already'],
    [sums.skipped, 'skipped'],
    [sums.unreadable, 'unreadable'],
  ];
  const named = verdicts
    .filter(([count], place) => place === 0 || count > 0)
    .map(([count, word]) => `${number(count)} ${word}`);
  return (
    `${number(sums.files)} ${sums.files === 1 ? 'file' : 'files'}: ${named.join(', ')}; ` +
    `${number(sums.read)} read = ${number(sums.kept)} kept + ${number(sums.duplicate)} duplicate + ` +
    `${number(sums.rejected)} rejected; ${number(sums.elb)} ELB`
  );
}
