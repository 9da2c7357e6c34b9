import type { EpochMs, Span } from '../base/units.ts';
import type { CoverageGap } from '../correlate/coverage.ts';
import type { EventTable } from '../table/event-table.ts';
import { laneAt, lanesOfRows, noLane } from './lane-of-row.ts';
import type { LaneFields, LaneKey } from './marks.ts';

/** The coverage gaps of a case, and which of them concern which lanes. */
export interface LaneCoverage {
  readonly gaps: readonly CoverageGap[];
  /** For each lane asked for: places in `gaps`. */
  readonly ofLane: readonly (readonly number[])[];
}

/**
 * The gaps that concern each lane: those of an account and region, or of an account, in which the
 * lane has selected events at any time. One pass over the selection, none where there are no gaps or
 * no lanes.
 */
export function coverageOfLanes(
  table: EventTable,
  rows: Uint32Array,
  request: LaneFields & { readonly lanes: readonly LaneKey[] },
  gaps: readonly CoverageGap[],
): LaneCoverage {
  if (gaps.length === 0 || request.lanes.length === 0) {
    return { gaps, ofLane: request.lanes.map(() => []) };
  }
  const places = new PlaceIndex(table, gaps);
  const seen = new Uint8Array(request.lanes.length * places.count);
  const laneOf = lanesOfRows(table, request);
  const { account, region } = table.text;
  const { length } = rows;
  for (let place = 0; place < length; place++) {
    const row = rows[place] ?? 0;
    const where = places.at(account[row] ?? 0, region[row] ?? 0);
    if (where === 0) continue;
    const lane = laneAt(laneOf, row);
    if (lane !== noLane) seen[lane * places.count + where] = 1;
  }
  return {
    gaps,
    ofLane: request.lanes.map((_, lane) => {
      const first = lane * places.count;
      return [...gaps.keys()].filter((gap) => places.of(gap).some((at) => seen[first + at] === 1));
    }),
  };
}

/** Numbers the pairs of account and region that have gaps, from 1; 0 stands for all others. */
class PlaceIndex {
  readonly #byAccount: (Uint32Array | undefined)[] = [];
  readonly #ofGap: readonly (readonly number[])[];
  #count = 1;

  constructor({ dictionaries }: EventTable, gaps: readonly CoverageGap[]) {
    const accounts = new Map(dictionaries.account.texts.map((text, id) => [text, id]));
    const regions = new Map(dictionaries.region.texts.map((text, id) => [text, id]));
    this.#ofGap = gaps.map((gap) => {
      const account = accounts.get(gap.account);
      if (account === undefined) return [];
      const places = (this.#byAccount[account] ??= this.#numbered(regions.size));
      if (gap.kind === 'trail') return [...places];
      const region = regions.get(gap.region);
      return region === undefined ? [] : [places[region] ?? 0];
    });
  }

  /** Numbers in use, 0 among them. */
  get count(): number {
    return this.#count;
  }

  at(account: number, region: number): number {
    return this.#byAccount[account]?.[region] ?? 0;
  }

  /** The numbers that a gap is about. */
  of(gap: number): readonly number[] {
    return this.#ofGap[gap] ?? [];
  }

  #numbered(regions: number): Uint32Array {
    return Uint32Array.from({ length: regions }, () => this.#count++);
  }
}

/** The spans in order, those that meet or overlap as one. */
export function mergedSpans(spans: readonly Span<EpochMs>[]): readonly Span<EpochMs>[] {
  const merged: Span<EpochMs>[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last === undefined || span.start > last.end) merged.push(span);
    else merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return merged;
}
