import { visibleText } from '../../../core/base/visible-text.ts';
import type { LaneList } from '../../../core/layout/lane-list.ts';
import type { LaneRow } from '../../../core/layout/lane-rows.ts';
import type { LaneRun } from '../../../core/layout/lanes-in-view.ts';
import type { LaneField, LaneFields } from '../../../core/layout/marks.ts';
import { message } from '../../../messages/message.svelte.ts';
import { hueOf, keptEnd, shownValue } from '../../../state/app/field-labels.ts';
import { cutLabels, type LabelCut } from './cut-labels.ts';
import type { LaneMark, LaneText } from './lane-label.ts';

/** Pixels of a character of a lane's name, and of all that stands beside the name in its column. */
const characterWidth = 7.25;
const besideName = 102;
/** What a nested lane's name stands further in, in pixels, and in characters. */
const indent = 30;
const indentCharacters = Math.ceil(indent / characterWidth);
/** Pixels of the triangle that folds a lane, where lanes have others nested in them. */
const foldWidth = 16;

/** The column is as wide as this, in pixels, and wider for names that need it … */
const leastWidth = 232;
/** … up to this share of the timeline, but for names no longer than an IPv4 address: those are whole. */
const mostShare = 0.3;
const alwaysWhole = '255.255.255.255'.length;

/** So many lanes are compared, so that no two look alike; what is further down is cut by itself. */
const mostCompared = 500;

/** What the investigator put to the entity that a lane stands for. */
export type MarkOf = (field: LaneField, value: string) => LaneMark | undefined;

/** What the lanes are called on the screen. */
export interface LaneNames {
  /** Pixels of the column that the names stand in. */
  readonly columnWidth: number;
  /** The name of the lane at a place of the list. */
  at(place: number): LabelCut;
}

/** What a row is called, whole: hidden characters are made visible. */
function rowName(row: LaneRow, { field, nested = field }: LaneFields): string {
  if (row.kind === 'others') return message('timeline.others', { count: row.lanes });
  return valueName(row.kind === 'inner' ? nested : field, row.value);
}

function valueName(field: LaneField, value: string): string {
  return visibleText(shownValue(field, value));
}

/** What the row at a place is called, a nested one with the lane that it is under. */
export function wholeName(rows: LaneList, place: number, fields: LaneFields): string {
  const row = rows.at(place);
  if (row === undefined) return '';
  const name = rowName(row, fields);
  return row.kind === 'inner' ? `${valueName(fields.field, row.outer)} › ${name}` : name;
}

/**
 * Names for the rows of a timeline so many pixels wide. The column is no narrower than it was, where
 * that leaves room: all marks would move aside, and the axis be laid out anew, for other lanes.
 */
export function nameLanes(
  rows: LaneList,
  fields: LaneFields,
  timelineWidth: number,
  columnBefore = 0,
): LaneNames {
  const compared = rows.slice(0, mostCompared);
  const names = compared.map((row) => rowName(row, fields));
  const beside = besideName + (fields.nested === undefined ? 0 : foldWidth);
  const widthFor = (longest: number) =>
    names.reduce((most, name, place) => {
      const further = compared[place]?.kind === 'inner' ? indentCharacters : 0;
      return name.length > longest ? most : Math.max(most, name.length + further);
    }, 0) *
      characterWidth +
    beside;
  const least = Math.max(leastWidth, Math.ceil(widthFor(alwaysWhole)));
  const wanted = Math.ceil(widthFor(Infinity));
  const most = Math.floor(timelineWidth * mostShare);
  const columnWidth = Math.max(least, Math.min(Math.max(wanted, columnBefore), most));
  const cut = cutterOf(fields, Math.floor((columnWidth - beside) / characterWidth));
  const cuts = cutEach(compared, names, cut);
  return {
    columnWidth,
    at: (place) => cuts[place] ?? cutOne(rows.at(place), fields, cut),
  };
}

type Cutter = (kind: LaneRow['kind'], names: readonly string[]) => readonly LabelCut[];

/** Names of either level are cut for the room that they have, as their field is. */
function cutterOf({ field, nested = field }: LaneFields, room: number): Cutter {
  return (kind, names) =>
    kind === 'inner'
      ? cutLabels(names, room - indentCharacters, keptEnd(nested))
      : cutLabels(names, room, keptEnd(field));
}

function cutEach(
  rows: readonly LaneRow[],
  names: readonly string[],
  cut: Cutter,
): readonly (LabelCut | undefined)[] {
  const cuts = new Array<LabelCut | undefined>(rows.length);
  for (const kind of ['outer', 'inner', 'others'] as const) {
    const places = [...rows.keys()].filter((place) => rows[place]?.kind === kind);
    const ofKind = cut(
      kind,
      places.map((place) => names[place] ?? ''),
    );
    places.forEach((place, at) => (cuts[place] = ofKind[at]));
  }
  return cuts;
}

function cutOne(row: LaneRow | undefined, fields: LaneFields, cut: Cutter): LabelCut {
  const name = row === undefined ? '' : rowName(row, fields);
  const [first] = cut(row?.kind ?? 'outer', [name]);
  return first ?? { head: name, tail: '', gives: 'head' };
}

/** What stands at the left of each lane in view; `current`: the lane that the keyboard is in. */
export function laneTexts(
  rows: LaneList,
  { first, count }: LaneRun,
  names: LaneNames,
  { field, nested = field }: LaneFields,
  { current, markOf }: { readonly current: number | undefined; readonly markOf: MarkOf },
): readonly LaneText[] {
  return rows.slice(first, count).map((row, place) => {
    const of = row.kind === 'inner' ? nested : field;
    return {
      kind: row.kind,
      value: row.value,
      label: names.at(first + place),
      count: row.count,
      denied: row.denied,
      hue: row.kind === 'others' ? undefined : hueOf(of, row.value),
      current: first + place === current,
      fold: row.fold,
      isPinned: row.isPinned,
      mark: row.kind === 'others' ? undefined : markOf(of, row.value),
    };
  });
}
