import { visibleText } from '../../../core/base/visible-text.ts';
import { message } from '../../../messages/message.svelte.ts';
import { countText } from '../../../state/app/number-text.ts';
import type { LaneRow } from '../../../core/layout/lane-rows.ts';
import type { LabelCut } from './cut-labels.ts';

/** What the investigator put to a lane's entity. */
export interface LaneMark {
  /** One character. */
  readonly sign: '★' | '✎' | '●';
  /** Star, tags and note. */
  readonly words: string;
}

/** What stands at the left of a lane. */
export interface LaneText {
  /** The whole value as found: evidence, shown as text only. */
  readonly value: string;
  /** How it is written on the screen, and cut where it lacks room. */
  readonly label: LabelCut;
  readonly count: number;
  readonly denied: number;
  /** Degrees on the colour circle of the entity's dot; undefined: no dot. */
  readonly hue: number | undefined;
  /** Where the keyboard is. */
  readonly current: boolean;
  readonly kind: LaneRow['kind'];
  readonly fold: LaneRow['fold'];
  readonly isPinned: boolean;
  readonly mark: LaneMark | undefined;
}

/** What a press on a label asks for; undefined: the lane itself was pressed. */
export type LaneAction = 'fold' | 'pin' | 'card';

/** The action of the part of a label that was pressed. */
export function actionOf(target: EventTarget | null): LaneAction | undefined {
  if (!(target instanceof Element)) return undefined;
  if (target.closest('.lane-fold') !== null) return 'fold';
  if (target.closest('.lane-dot:not(.is-hollow)') !== null) return 'card';
  return target.closest('.lane-pin') === null ? undefined : 'pin';
}

/** The label of one row of the screen, whose lane changes as the lanes scroll. */
export interface LaneLabel {
  readonly element: HTMLElement;
  /** Undefined: the row is empty. */
  show(text: LaneText | undefined): void;
}

/**
 * Makes an empty label. A value too long for its column loses a part of it by layout alone: the
 * text in the page is whole, so that searching and copying find all of it.
 */
export function createLaneLabel(): LaneLabel {
  const element = part('lane-label');
  const fold = part('lane-fold');
  const dot = part('lane-dot');
  const name = part('lane-name');
  const head = part('lane-head');
  const tail = part('lane-tail');
  const mark = part('lane-mark');
  const count = part('lane-count');
  const pin = part('lane-pin');
  pin.append(pinIcon());
  name.append(head, tail);
  element.append(fold, dot, mark, name, count, pin);
  return {
    element,
    show(text) {
      element.classList.toggle('is-empty', text === undefined);
      if (text === undefined) return;
      head.textContent = text.label.head;
      tail.textContent = text.label.tail;
      name.classList.toggle('is-cut-in-head', text.label.gives === 'middle');
      count.textContent = countText(text.count);
      mark.textContent = text.mark?.sign ?? '';
      element.title = titleOf(text);
      element.classList.toggle('is-current', text.current);
      element.classList.toggle('is-missing', text.value === '' && text.kind !== 'others');
      element.classList.toggle('is-inner', text.kind === 'inner');
      element.classList.toggle('is-others', text.kind === 'others');
      element.classList.toggle('is-pinned', text.isPinned);
      fold.textContent = text.fold === 'open' ? '▾' : text.fold === 'closed' ? '▸' : '';
      fold.title = message(text.fold === 'open' ? 'timeline.fold' : 'timeline.unfold');
      pin.hidden = text.kind !== 'outer';
      pin.title = message(text.isPinned ? 'timeline.unpin' : 'timeline.pin');
      element.classList.toggle('has-denied', text.denied > 0);
      dot.title = message('timeline.card');
      dot.style.setProperty('--hue', String(text.hue ?? 0));
      dot.classList.toggle('is-hollow', text.hue === undefined);
    },
  };
}

function titleOf(text: LaneText): string {
  const value =
    text.value === '' || text.kind === 'others'
      ? text.label.head + text.label.tail
      : visibleText(text.value);
  const counts = [
    message('counts.events', { count: text.count }),
    ...(text.denied === 0 ? [] : [message('timeline.deniedCount', { count: text.denied })]),
  ];
  const marks = text.mark === undefined ? [] : [visibleText(text.mark.words)];
  return [value, counts.join(', '), ...marks].join('\n');
}

function part(className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}

/** A drawing pin, of the program's own. */
function pinIcon(): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const icon = document.createElementNS(space, 'svg');
  icon.setAttribute('viewBox', '0 0 12 12');
  icon.setAttribute('aria-hidden', 'true');
  const outline = document.createElementNS(space, 'path');
  outline.setAttribute('d', 'M4 1H8L7.5 5L9.5 7.5H2.5L4.5 5ZM6 7.5V11.5');
  icon.append(outline);
  return icon;
}
