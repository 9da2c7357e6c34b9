import type { EventRef } from '../../core/base/units.ts';
import { buildReport, mostIssues, refsNamed } from '../../core/export/report/build-report.ts';
import type { ReportModel } from '../../core/export/report/report-model.ts';
import type { ReportRequest } from '../../core/export/report/report-request.ts';
import type { SubjectFinding } from '../../core/export/report/report-subject.ts';
import { recordJson, type RecordJson } from '../../core/export/record-json.ts';
import { sumSources } from '../../core/source/sum-sources.ts';
import { coverageOf } from './case-coverage.ts';
import { EventIds } from './event-ids.ts';
import { findTargets } from './find-targets.ts';
import type { LoadedCase } from './loaded-case.ts';
import { readRecords } from './read-records.ts';

/** Records that a report shows raw: those of its first findings. */
const mostRecords = 100;
/** A record that is larger is shown in the app only. */
const longestRecord = 256 * 1024;

/** What the report says of a case as loaded. Rejects where the case is closed meanwhile. */
export async function caseReport(loaded: LoadedCase, request: ReportRequest): Promise<ReportModel> {
  const { built, reader, selections, sources } = loaded;
  const { table } = built;
  const { filter, sort, views, maxEvents } = request;
  const sorted = selections.sorted(filter, sort);
  const ofViews = views.map((view) => selections.rows(view.filter));
  const [actors, gaps, findings] = await Promise.all([
    loaded.actors.all(),
    coverageOf(loaded),
    findingsOf(loaded, request),
  ]);
  const ids = new EventIds(table, reader);
  for (const rows of [sorted, ...ofViews]) await ids.prepare(rows.subarray(0, maxEvents));
  const named = refsNamed({ table, actors, gaps, request });
  await ids.prepare(named.map((ref) => table.rowOfRef[ref] ?? 0));
  await ids.prepare(findings.flatMap(({ row }) => row ?? []));
  return buildReport({
    ...{ request, table, sorted, ofViews, findings, actors, sources, gaps },
    index: selections.index,
    selected: selections.rows(filter),
    importSums: sumSources(sources),
    integrity: await reader.integrity(),
    issues: await reader.issues({ start: 0, end: mostIssues }),
    issuesInAll: await reader.issueCount(),
    eventIdOf: (ref) => ids.textOf(ref),
  });
}

async function findingsOf(
  loaded: LoadedCase,
  { findings }: ReportRequest,
): Promise<readonly SubjectFinding[]> {
  const { table } = loaded.built;
  const found = await findTargets(loaded, findings);
  const rows = found.flatMap(({ row }) => row ?? []);
  const short = rows.filter((row) => (table.byteLength[row] ?? 0) <= longestRecord);
  const records = new Map<EventRef, RecordJson>();
  const utf8 = new TextDecoder();
  for await (const [ref, bytes] of readRecords(loaded.reader, table, short.slice(0, mostRecords))) {
    const record = recordJson(utf8.decode(bytes), true);
    if (record !== undefined) records.set(ref, record);
  }
  return found.map((finding) => {
    const ref = finding.row === undefined ? undefined : table.ref[finding.row];
    return { ...finding, record: ref === undefined ? undefined : records.get(ref) };
  });
}
