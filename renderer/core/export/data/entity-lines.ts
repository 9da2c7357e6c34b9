import { formatIso } from '../../base/zoned-time.ts';
import { buildLanes, type LaneSubject } from '../../layout/build-lanes.ts';
import { type Lane, lanesIn } from '../../layout/lane-columns.ts';
import { type LaneField, laneFields } from '../../layout/marks.ts';
import { fields as fieldWords } from '../../words/fields.ts';
import { plainNames } from '../resource-words.ts';
import type { Cell, LineColumn, LineTable } from './line-table.ts';

const columns: readonly LineColumn[] = [
  { key: 'field', label: 'Field' },
  { key: 'value', label: 'Value' },
  { key: 'events', label: 'Events' },
  { key: 'writes', label: 'Writes' },
  { key: 'failed', label: 'Failed' },
  { key: 'denied', label: 'Denied' },
  { key: 'firstSeen', label: 'First seen' },
  { key: 'lastSeen', label: 'Last seen' },
];

/**
 * Every value of every field that lanes can be of, with how often and when it was seen in a
 * selection in time order. In the field's lines each event counts once; a line without a value
 * counts those whose records do not have one. A pass over the selection for each field.
 */
export function entityLines(subject: LaneSubject, selected: Uint32Array, zone: string): LineTable {
  const rows = laneFields.flatMap((field) => {
    const { outer } = buildLanes(subject, selected, { field }, 'count');
    return lanesIn(outer).map((lane) => row(field, lane, zone));
  });
  return { columns, rows, length: rows.length };
}

function row(field: LaneField, lane: Lane, zone: string): readonly Cell[] {
  const { value, count, writes, failed, denied, firstSeen, lastSeen } = lane;
  const at = (time: number | undefined): Cell =>
    time === undefined ? undefined : formatIso(time, zone);
  return [
    fieldWords[field],
    value === '' ? undefined : plainNames(field, value).join(' | '),
    ...[count, writes, failed, denied, at(firstSeen), at(lastSeen)],
  ];
}
