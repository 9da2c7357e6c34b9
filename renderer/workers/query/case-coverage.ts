import type { EpochMs, Row } from '../../core/base/units.ts';
import type { CoverageGap } from '../../core/correlate/coverage.ts';
import { missingFiles } from '../../core/correlate/missing-files.ts';
import { silences } from '../../core/correlate/silences.ts';
import { type TrailCall, trailCallRows, trailOutages } from '../../core/correlate/trail-outages.ts';
import { member } from '../../core/record/json-value.ts';
import { type EventTable, textAt } from '../../core/table/event-table.ts';
import type { LoadedCase } from './loaded-case.ts';

/** Records read for their parameters; of calls beyond these the trail's name is not known. */
const mostRecords = 200;

const known = new WeakMap<LoadedCase, Promise<readonly CoverageGap[]>>();

/** The coverage gaps of a case as loaded, worked out once; coverage.ts says which kinds there are. */
export function coverageOf(loaded: LoadedCase): Promise<readonly CoverageGap[]> {
  let gaps = known.get(loaded);
  if (gaps === undefined) {
    gaps = findGaps(loaded);
    known.set(loaded, gaps);
  }
  return gaps;
}

async function findGaps(loaded: LoadedCase): Promise<readonly CoverageGap[]> {
  const { table } = loaded.built;
  const calls: TrailCall[] = [];
  for (const [place, row] of trailCallRows(table).entries()) {
    calls.push(await trailCall(loaded, row, place < mostRecords));
  }
  const end: EpochMs = table.time[table.rows - 1] ?? 0;
  const lastSeen = lastTimes(table, calls);
  const missing = missingFiles(loaded.check?.trail?.missing ?? []);
  return [...missing, ...trailOutages(calls, end, lastSeen), ...silences(table)];
}

/** When an account and region of the calls had its last event. A pass from the end, until all are found. */
function lastTimes(
  table: EventTable,
  calls: readonly TrailCall[],
): (account: string, region: string) => EpochMs {
  const nameOf = (account: string, region: string): string => `${account} ${region}`;
  const wanted = new Set(calls.map(({ account, region }) => nameOf(account, region)));
  const found = new Map<string, EpochMs>();
  for (let row = table.rows - 1; row >= 0 && found.size < wanted.size; row--) {
    const name = nameOf(textAt(table, 'account', row), textAt(table, 'region', row));
    if (wanted.has(name) && !found.has(name)) found.set(name, table.time[row] ?? 0);
  }
  return (account, region) => found.get(nameOf(account, region)) ?? 0;
}

async function trailCall(loaded: LoadedCase, row: Row, withRecord: boolean): Promise<TrailCall> {
  const { table } = loaded.built;
  return {
    ref: table.ref[row] ?? 0,
    time: table.time[row] ?? 0,
    account: textAt(table, 'account', row),
    region: textAt(table, 'region', row),
    eventName: textAt(table, 'eventName', row),
    requestParameters: withRecord ? await parametersAt(loaded, row) : undefined,
  };
}

/** Undefined where the evidence has gone, or the record is of another shape. */
async function parametersAt({ reader, built }: LoadedCase, row: Row): Promise<unknown> {
  const { source, offset, byteLength } = built.table;
  try {
    const bytes = await reader.readRaw(source[row] ?? 0, offset[row] ?? 0, byteLength[row] ?? 0);
    return member(JSON.parse(new TextDecoder().decode(bytes)), 'requestParameters');
  } catch {
    return undefined;
  }
}
