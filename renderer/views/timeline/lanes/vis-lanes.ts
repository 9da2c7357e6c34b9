import { DataSet } from 'vis-data/esnext';
import { type DataGroup, type DataItem, Timeline, type TimelineOptions } from 'vis-timeline/esnext';
import type { EpochMs, Span } from '../../../core/base/units.ts';
import { narrowestWindow, xOf } from '../../../core/layout/time-scale.ts';
import { isLabelWhole, majorLabel, minorLabel } from '../axis-labels.ts';
import { axisStep } from '../axis-step.ts';
import { createLaneLabel, type LaneText } from './lane-label.ts';
import { type ZonedMoment, zoneMoment } from '../zone-moment.ts';

/*
 * The one file that knows vis-timeline: it draws the axis, the rows and their labels, the cursor
 * and the chosen span, and moves the window by drag and wheel. It is never handed an event: marks
 * are painted on a canvas over its rows. Its rows are slots of the screen, not lanes: as the lanes
 * scroll, the texts in the slots change and vis-timeline has nothing to do.
 */

/** Height of a lane in pixels; timeline.css says the same. */
export const laneHeight = 26;

const cursorId = 'selected-time';
const regionId = 'chosen-span';

/** Where the rows lie within the host element, in pixels. */
export interface LaneArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface VisLanes {
  readonly window: Span<EpochMs>;
  /** Where the rows are painted; forces a layout. */
  area(): LaneArea;
  /** Shows this window at once. Does not call `onMove`. */
  show(span: Span<EpochMs>): void;
  /**
   * One text per row, top first. `room`: how many rows there is room for. Slots that are left over
   * stay where there is room, unseen: vis-timeline lays all of them out anew for one more or less.
   */
  showRows(rows: readonly (LaneText | undefined)[], room: number): void;
  showCursor(time: EpochMs | undefined): void;
  showRegion(span: Span<EpochMs> | undefined): void;
  setZone(zone: string): void;
  /** No wheel widens the window beyond this, in milliseconds. */
  setWidest(length: number): void;
  /** To be called when the host has another size; `settled` once the rows have theirs. */
  resize(settled: () => void): void;
  destroy(): void;
}

/**
 * Fills the host with a vis-timeline that shows this window. `onMove` is called on each move by
 * drag, wheel or pinch, up to several times a frame.
 */
export function createVisLanes(
  host: HTMLElement,
  start: { readonly window: Span<EpochMs>; readonly zone: string },
  onMove: (window: Span<EpochMs>) => void,
): VisLanes {
  const slots = new DataSet<DataGroup>();
  const items = new DataSet<DataItem>();
  const labels = [addSlot(slots, 0)];
  let width = 0;
  const shownWindow = () => {
    const { start: from, end: to } = timeline.getWindow();
    return { start: from.getTime(), end: to.getTime() };
  };
  // Half a label reads as another time: what would be cut off by an edge is left out.
  const whole = (label: LabelOf): LabelOf => {
    return (moment, scale) => {
      const text = label(moment, scale);
      if (width === 0) return text;
      const x = xOf({ span: shownWindow(), width }, moment.valueOf());
      return isLabelWhole(text, x, width) ? text : '';
    };
  };
  const format = {
    minorLabels: labelWith(whole(minorLabel)),
    majorLabels: labelWith(whole(majorLabel)),
  };
  const timeline = new Timeline(host, items, slots, { ...optionsFor(start.zone), format });
  let hasCursor = false;
  let ticks = '';
  let onSettled: (() => void) | undefined;

  const setTicks = (span: Span<EpochMs>) => {
    if (width === 0) return;
    const timeAxis = axisStep((span.end - span.start) / width);
    const wanted = `${timeAxis.scale} ${timeAxis.step}`;
    // Set for the whole timeline, it would take every row out of the page and put it in again.
    if (wanted !== ticks) axisOf(timeline).setOptions({ timeAxis });
    ticks = wanted;
  };
  const show = (span: Span<EpochMs>) => {
    setTicks(span);
    timeline.setWindow(span.start, span.end, { animation: false });
  };
  // Created with a window and no items, vis-timeline 8.5 stays invisible: it waits for a change
  // of the window to draw, and to draw for a change. Drawn first and moved then, it shows.
  timeline.redraw();
  show(start.window);
  timeline.redraw();

  timeline.on('rangechange', (change: RangeChange) => {
    if (!change.byUser) return;
    const moved = { start: change.start.getTime(), end: change.end.getTime() };
    setTicks(moved);
    onMove(moved);
  });

  // A redraw is put off to the next frame, and may call for another: only then the sizes hold.
  timeline.on('changed', () => {
    if (onSettled === undefined) return;
    const area = areaOf(host);
    const settled = onSettled;
    if (area.width === width) onSettled = undefined;
    else timeline.redraw();
    width = area.width;
    setTicks(shownWindow());
    settled();
  });

  return {
    get window() {
      return shownWindow();
    },
    area: () => areaOf(host),
    show,
    showRows(rows, room) {
      while (labels.length < rows.length) labels.push(addSlot(slots, labels.length));
      while (labels.length > Math.max(1, rows.length, room)) {
        labels.pop();
        slots.remove(labels.length);
      }
      labels.forEach((label, slot) => {
        label.show(rows[slot]);
      });
      for (const parts of ['.vis-foreground .vis-group', '.vis-labelset .vis-label']) {
        host.querySelectorAll(parts).forEach((part, slot) => {
          part.classList.toggle('is-empty', slot >= rows.length);
        });
      }
    },
    showCursor(time) {
      if (hasCursor) timeline.removeCustomTime(cursorId);
      hasCursor = time !== undefined;
      if (time === undefined) return;
      timeline.addCustomTime(time, cursorId);
      timeline.setCustomTimeTitle('', cursorId);
    },
    showRegion(span) {
      if (span === undefined) items.remove(regionId);
      else {
        const { start: from, end: to } = span;
        items.update({ id: regionId, type: 'background', content: '', start: from, end: to });
      }
    },
    setZone(zone) {
      timeline.setOptions({ moment: momentOption(zone) });
    },
    setWidest(length) {
      // Windows are kept in whole milliseconds: none may count as wider by that.
      timeline.setOptions({ zoomMax: Math.ceil(length) + 1 });
    },
    resize(settled) {
      onSettled = settled;
      timeline.redraw();
    },
    destroy() {
      timeline.destroy();
    },
  };
}

type LabelOf = (moment: ZonedMoment, scale: string) => string;

interface RangeChange {
  readonly start: Date;
  readonly end: Date;
  readonly byUser: boolean;
}

function addSlot(slots: DataSet<DataGroup>, slot: number): ReturnType<typeof createLaneLabel> {
  const label = createLaneLabel();
  label.show(undefined);
  // An element, never a string: vis-timeline takes strings for HTML.
  slots.add({ id: slot, content: label.element });
  return label;
}

function optionsFor(zone: string): TimelineOptions {
  return {
    autoResize: false,
    groupOrder: 'id',
    height: '100%',
    margin: { axis: 0, item: 0 },
    maxMinorChars: 9,
    moment: momentOption(zone),
    orientation: { axis: 'top', item: 'top' },
    rtl: false,
    selectable: false,
    showCurrentTime: false,
    showTooltips: false,
    stack: false,
    zoomMin: narrowestWindow,
  };
}

/** Boundary: vis-timeline's types ask for moment's whole interface, of which it uses a part. */
function momentOption(zone: string): NonNullable<TimelineOptions['moment']> {
  return zoneMoment(zone) as unknown as NonNullable<TimelineOptions['moment']>;
}

/** Boundary: vis-timeline's types leave out its parts, of which the axis takes options of its own. */
function axisOf(timeline: Timeline): Pick<Timeline, 'setOptions'> {
  return (timeline as unknown as { readonly timeAxis: Pick<Timeline, 'setOptions'> }).timeAxis;
}

/** Boundary: the types say Date, but what vis-timeline hands over is what `moment` made. */
function labelWith(label: LabelOf): (date: Date, scale: string) => string {
  return (date, scale) => label(date as unknown as ZonedMoment, scale);
}

function areaOf(host: HTMLElement): LaneArea {
  const center = host.querySelector('.vis-panel.vis-center');
  if (center === null) return { left: 0, top: 0, width: 0, height: 0 };
  const outer = host.getBoundingClientRect();
  const inner = center.getBoundingClientRect();
  return {
    left: inner.left + center.clientLeft - outer.left,
    top: inner.top - outer.top,
    width: inner.width,
    height: inner.height,
  };
}
