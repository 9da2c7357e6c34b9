import type { EpochMs, EventRef, Row } from '../base/units.ts';
import { isObject, listOf, member, textOf } from '../record/json-value.ts';
import { flag } from '../table/columns.ts';
import { type EventTable, textAt } from '../table/event-table.ts';
import type { CoverageGap, Missing } from './coverage.ts';

type Outage = Extract<CoverageGap, { readonly kind: 'trail' }>;

/** A call that changes what a trail records, with its parameters from the record. */
export interface TrailCall {
  readonly ref: EventRef;
  readonly time: EpochMs;
  readonly account: string;
  readonly region: string;
  readonly eventName: string;
  /** Parsed; undefined where it can't be. */
  readonly requestParameters: unknown;
}

const source = 'cloudtrail.amazonaws.com';
const names: ReadonlySet<string> = new Set([
  'StartLogging',
  'StopLogging',
  'DeleteTrail',
  'PutEventSelectors',
]);

/** The calls that succeeded and change what a trail records, in time order. Looks at each name once. */
export function trailCallRows(table: EventTable): readonly Row[] {
  const wanted = Uint8Array.from(table.dictionaries.eventName.texts, (name) =>
    names.has(name) ? 1 : 0,
  );
  if (!wanted.includes(1)) return [];
  const rows: Row[] = [];
  const { eventName } = table.text;
  for (let row = 0; row < table.rows; row++) {
    if (wanted[eventName[row] ?? 0] !== 1) continue;
    const isDone = ((table.flags[row] ?? 0) & flag.failed) === 0;
    if (isDone && textAt(table, 'eventSource', row) === source) rows.push(row);
  }
  return rows;
}

/**
 * Spans in which a trail recorded nothing, or less of the management events: from StopLogging or
 * DeleteTrail to StartLogging of the same trail, and from PutEventSelectors that leaves out
 * management events, or those that read or write, to one that leaves out none. What the case shows
 * no end of is open: its span goes on to `end`, and `lastSeen` says how long an account and region still
 * had events that would have shown one. `calls` in time order. Other trails may have recorded what this one did
 * not. Source: AWS CloudTrail API Reference, "StopLogging", "PutEventSelectors".
 */
export function trailOutages(
  calls: readonly TrailCall[],
  end: EpochMs,
  lastSeen: (account: string, region: string) => EpochMs,
): readonly Outage[] {
  const found: Outage[] = [];
  const trails = new Map<string, Trail>();
  for (const call of calls) {
    const trail = trailOf(call);
    const known = trails.get(trail.key) ?? { name: trail.name, stopped: undefined, cut: undefined };
    trails.set(trail.key, known);
    const close = (open: Open | undefined): void => {
      if (open === undefined) return;
      const span = { start: open.call.time, end: call.time };
      found.push(outage(open, trail.name, { span, ended: call, seenUntil: call.time }));
    };
    switch (call.eventName) {
      case 'StopLogging':
      case 'DeleteTrail':
        known.stopped ??= { call, missing: 'all events' };
        break;
      case 'StartLogging':
        close(known.stopped);
        known.stopped = undefined;
        break;
      case 'PutEventSelectors': {
        const missing = leftOut(call.requestParameters);
        if (missing === known.cut?.missing) break;
        close(known.cut);
        known.cut = missing === undefined ? undefined : { call, missing };
      }
    }
  }
  for (const { name, stopped, cut } of trails.values()) {
    for (const open of [stopped, cut]) {
      if (open === undefined) continue;
      const { time, account, region } = open.call;
      const span = { start: time, end };
      const seenUntil = Math.max(time, lastSeen(account, region));
      found.push(outage(open, name, { span, ended: undefined, seenUntil }));
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** What a trail does not record at a time, since which call. */
interface Open {
  readonly call: TrailCall;
  readonly missing: Missing;
}
interface Trail {
  readonly name: string;
  stopped: Open | undefined;
  cut: Open | undefined;
}

function outage(
  { call, missing }: Open,
  trail: string,
  {
    span,
    ended,
    seenUntil,
  }: Pick<Outage, 'span' | 'seenUntil'> & {
    readonly ended: TrailCall | undefined;
  },
): Outage {
  return {
    kind: 'trail',
    // What begins and ends within a second still has to be seen.
    span: { start: span.start, end: Math.max(span.end, span.start + 1) },
    account: call.account,
    trail,
    missing,
    began: { ref: call.ref, eventName: call.eventName },
    ended: ended && { ref: ended.ref, eventName: ended.eventName },
    seenUntil,
  };
}

const longestName = 128;

/** Trails are named by name in their home region, or by ARN. */
function trailOf({ account, region, requestParameters }: TrailCall): { key: string; name: string } {
  const given =
    textOf(member(requestParameters, 'name')) || textOf(member(requestParameters, 'trailName'));
  const [, home, owner, named] =
    /^arn:[^:]*:cloudtrail:([^:]*):([^:]*):trail\/(.+)$/s.exec(given) ?? [];
  const name = (named ?? given).slice(0, longestName);
  return { key: `${owner ?? account} ${home ?? region} ${name}`, name };
}

/** Which management events the selectors leave out; undefined: none. */
function leftOut(request: unknown): Missing | undefined {
  const basic = listOf(member(request, 'eventSelectors'));
  const advanced = listOf(member(request, 'advancedEventSelectors'));
  if (basic.length + advanced.length === 0) return undefined;
  const kept = new Set([...basic.flatMap(keptByBasic), ...advanced.flatMap(keptByAdvanced)]);
  if (kept.size === 0) return 'all events';
  if (!kept.has('reads')) return 'reads';
  return kept.has('writes') ? undefined : 'writes';
}

type Kept = 'reads' | 'writes';

/** By default, management events are recorded, all of them. */
function keptByBasic(selector: unknown): readonly Kept[] {
  if (member(selector, 'includeManagementEvents') === false) return [];
  switch (textOf(member(selector, 'readWriteType'))) {
    case 'ReadOnly':
      return ['reads'];
    case 'WriteOnly':
      return ['writes'];
    default:
      return ['reads', 'writes'];
  }
}

function keptByAdvanced(selector: unknown): readonly Kept[] {
  const fields = listOf(member(selector, 'fieldSelectors')).filter(isObject);
  const equals = (name: string): readonly unknown[] =>
    fields
      .filter((field) => textOf(member(field, 'field')) === name)
      .flatMap((field) => listOf(member(field, 'equals')));
  if (!equals('eventCategory').includes('Management')) return [];
  const readOnly = equals('readOnly').map(textOf);
  if (readOnly.includes('true')) return ['reads'];
  return readOnly.includes('false') ? ['writes'] : ['reads', 'writes'];
}
