import { recordOf } from '../base/record-of.ts';
import type { Row } from '../base/units.ts';
import type { EvidenceSource } from '../source/evidence.ts';
import {
  outcomeOf,
  outcomes,
  resourceRuleMask,
  resourceRules,
  resourceRuleShift,
  textColumns,
} from '../table/columns.ts';
import { textAt } from '../table/event-table.ts';
import type { BuiltTable } from './build-table.ts';
import type { EventDetails } from './event-details.ts';

/** What the columns know of the event at a row, as texts; `sources` are the case's files. */
export function detailsOf(
  built: BuiltTable,
  row: Row,
  sources: readonly EvidenceSource[],
): EventDetails {
  const { table, loadBalancerReason, credentials } = built;
  const file = sources.find(({ id }) => id === table.source[row]);
  const key = table.text.accessKey[row] ?? 0;
  const flags = table.flags[row] ?? 0;
  const resourceRule = resourceRules[(flags >>> resourceRuleShift) & resourceRuleMask] ?? 'none';
  return {
    ref: table.ref[row] ?? 0,
    time: table.time[row] ?? 0,
    text: recordOf(textColumns, (column) => textAt(table, column, row)),
    flags,
    outcome: outcomes[outcomeOf(flags)],
    resourceRule,
    loadBalancerReason: loadBalancerReason(row),
    keyFrom: credentials.stepTo(key),
    handsOut: credentials.handedOutBy(row),
    sourceIdentity: credentials.sourceIdentityOf(key),
    shape: file?.shape ?? '',
    lacks: file?.lacks ?? [],
    source: table.source[row] ?? 0,
    recordIndex: table.recordIndex[row] ?? 0,
    offset: table.offset[row] ?? 0,
    byteLength: table.byteLength[row] ?? 0,
  };
}
