import { buildReport } from '../../../../../renderer/core/export/report/build-report.ts';
import type { ReportSubject } from '../../../../../renderer/core/export/report/report-subject.ts';
import type { ReportRequest } from '../../../../../renderer/core/export/report/report-request.ts';
import type { ReportModel } from '../../../../../renderer/core/export/report/report-model.ts';
import { byTime, everything } from '../../../../../renderer/core/query/filter.ts';
import { TextIndex } from '../../../../../renderer/core/query/text-index.ts';
import { madeSource, madeTable } from '../made-table.ts';
import type { MadeEvent } from '../made-table.ts';

/** Texts that an attacker may have put into any field of a record. */
export const hostileTexts = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  ']]></style><script>x</script>',
  'user\u202Etxt.exe',
  '\0\u001b[31m\u0085\u2028',
  '\uD800 half',
  '=cmd|calc!A0',
  '&lt;b&gt; &amp;amp;',
  '検証用ロール・負荷分散',
  'A'.repeat(1_000_000),
];

/** A report of these events, which are all selected and in time order. */
export function madeReport(
  events: readonly MadeEvent[],
  changes: Partial<ReportSubject> = {},
  asked: Partial<ReportRequest> = {},
): ReportModel {
  const rows = Uint32Array.from(events, (_, row) => row);
  const table = madeTable(events);
  return buildReport({
    table,
    index: new TextIndex(table),
    selected: rows,
    sorted: rows,
    ofViews: [],
    request: {
      filter: everything,
      sort: byTime,
      fields: { field: 'sourceIp' },
      laneSort: 'firstSeen',
      arrangement: { pinned: [], folded: new Set(), gathers: false },
      maxEvents: 100,
      views: [],
      ...asked,
    },
    findings: [],
    actors: [],
    sources: [madeSource()],
    importSums: {
      files: 1,
      imported: 1,
      partly: 0,
      duplicateFiles: 0,
      skipped: 0,
      unreadable: 0,
      read: 100,
      kept: 98,
      duplicate: 2,
      rejected: 0,
      elb: 20,
      bytes: 20_480,
    },
    integrity: undefined,
    issues: [],
    issuesInAll: 0,
    gaps: [],
    eventIdOf: (ref) => `0000000${ref}-1111-2222-3333-444444444444`,
    ...changes,
  });
}
