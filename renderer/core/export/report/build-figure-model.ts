import type { EpochMs, Span } from '../../base/units.ts';
import { buildLanes } from '../../layout/build-lanes.ts';
import { buildMarks } from '../../layout/build-marks.ts';
import { coverageOfLanes, mergedSpans } from '../../layout/lane-gaps.ts';
import { LaneList } from '../../layout/lane-list.ts';
import type { LaneRow } from '../../layout/lane-rows.ts';
import { cutTexts } from '../cut-text.ts';
import type { LaneCoverageGaps, ReportModel } from './report-model.ts';
import type { ReportSubject } from './report-subject.ts';

const mostRows = 40;
/** Beyond this many marks a printed figure is a blot: density then. */
const mostMarks = 10_000;
/** Columns of density over the figure's width: each about two millimetres on paper. */
const bins = 160;
const longestText = 300;
const shortestFigure = 60_000;
/** Part of the span on either side of the figure, so that no mark lies on its edge. */
const margin = 0.02;

/** The timeline as it is arranged on the screen: nested, pinned, gathered. */
export function buildFigureModel(
  subject: ReportSubject,
  span: Span<EpochMs> | undefined,
): Pick<ReportModel, 'lanes' | 'lanesInAll' | 'coverage' | 'marks'> {
  const { table, selected, request } = subject;
  const { fields, laneSort, arrangement } = request;
  const all = new LaneList(buildLanes(subject, selected, fields, laneSort), arrangement);
  const rows = busiest(all.slice(0, all.length));
  const lanes = rows.map(({ key }) => key);
  const at = { ...fields, lanes, bins, maxEvents: mostMarks };
  return {
    lanes: rows.map(cutRow),
    lanesInAll: all.length,
    coverage: coverageFor(subject, lanes),
    marks:
      span === undefined ? undefined : buildMarks(table, selected, { ...at, span: around(span) }),
  };
}

function coverageFor(
  { table, selected, request, gaps: all }: ReportSubject,
  lanes: readonly LaneRow['key'][],
): readonly LaneCoverageGaps[] {
  const { ofLane } = coverageOfLanes(table, selected, { ...request.fields, lanes }, all);
  return ofLane.map((places) => {
    const gaps = places.flatMap((place) => all[place] ?? []);
    return { gaps, spans: mergedSpans(gaps.map(({ span }) => span)) };
  });
}

function around({ start, end }: Span<EpochMs>): Span<EpochMs> {
  const length = end - start;
  const beside = Math.max(length * margin, (shortestFigure - length) / 2);
  return { start: start - beside, end: end + beside };
}

/**
 * The pinned rows, and of the others those with most events, the first of equals, in the order that
 * they had. A row has no fewer events than those nested in it, and stands before them.
 */
function busiest(rows: readonly LaneRow[]): readonly LaneRow[] {
  const byWeight = rows.toSorted(
    (a, b) => Number(b.isPinned) - Number(a.isPinned) || b.count - a.count,
  );
  const chosen = new Set(byWeight.slice(0, mostRows));
  return rows.filter((row) => chosen.has(row));
}

function cutRow(row: LaneRow): LaneRow {
  const cut = (text: string): string => cutTexts(text, longestText);
  return { ...row, value: cut(row.value), outer: cut(row.outer) };
}
