import { visibleText } from '../../core/base/visible-text.ts';
import type { LaneRun } from '../../core/layout/lanes-in-view.ts';
import type { Lane, LaneField } from '../../core/layout/marks.ts';
import { hueOf } from '../../state/field-labels.ts';
import { cutLabels, type LabelCut } from './cut-labels.ts';
import type { LaneText } from './lane-label.ts';

/** Pixels of a character of a lane's name, and of all that stands beside the name in its column. */
const characterWidth = 7.25;
const besideName = 84;

/** The column is as wide as this, in pixels, and wider for names that need it … */
const leastWidth = 232;
/** … up to this share of the timeline. */
const mostShare = 0.3;

/** So many lanes are compared, so that no two look alike; what is further down is cut by itself. */
const mostCompared = 2000;

/** What the lanes are called on the screen. */
export interface LaneNames {
  /** Pixels of the column that the names stand in. */
  readonly columnWidth: number;
  /** The name of the lane at a place of the list. */
  at(place: number): LabelCut;
}

/** Names for lanes in a timeline so many pixels wide; `keptEnd` as {@link cutLabels} takes it. */
export function nameLanes(
  lanes: readonly Lane[],
  label: (value: string) => string,
  keptEnd: number,
  timelineWidth: number,
): LaneNames {
  const nameOf = (lane: Lane | undefined) => visibleText(label(lane?.value ?? ''));
  const names = lanes.slice(0, mostCompared).map(nameOf);
  const longest = names.reduce((most, name) => Math.max(most, name.length), 0);
  const wanted = Math.ceil(longest * characterWidth) + besideName;
  const most = Math.floor(timelineWidth * mostShare);
  const columnWidth = Math.max(leastWidth, Math.min(wanted, most));
  const room = Math.floor((columnWidth - besideName) / characterWidth);
  const cuts = cutLabels(names, room, keptEnd);
  const whole = (name: string): LabelCut => ({ head: name, tail: '', gives: 'head' });
  return {
    columnWidth,
    at: (place) =>
      cuts[place] ??
      cutLabels([nameOf(lanes[place])], room, keptEnd)[0] ??
      whole(nameOf(lanes[place])),
  };
}

/** What stands at the left of each lane in view; `current`: the lane that the keyboard is in. */
export function laneTexts(
  lanes: readonly Lane[],
  { first, count }: LaneRun,
  names: LaneNames,
  field: LaneField,
  current: number | undefined,
): readonly LaneText[] {
  return lanes.slice(first, first + count).map((lane, row) => ({
    value: lane.value,
    label: names.at(first + row),
    count: lane.count,
    denied: lane.denied,
    hue: hueOf(field, lane.value),
    current: first + row === current,
  }));
}
