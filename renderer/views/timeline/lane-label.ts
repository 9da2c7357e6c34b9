import { visibleText } from '../../core/base/visible-text.ts';
import { countText, counted } from '../../state/number-text.ts';
import type { LabelCut } from './cut-labels.ts';

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
  const dot = part('lane-dot');
  const name = part('lane-name');
  const head = part('lane-head');
  const tail = part('lane-tail');
  const count = part('lane-count');
  name.append(head, tail);
  element.append(dot, name, count);
  return {
    element,
    show(text) {
      element.classList.toggle('is-empty', text === undefined);
      if (text === undefined) return;
      head.textContent = text.label.head;
      tail.textContent = text.label.tail;
      name.classList.toggle('is-cut-in-head', text.label.gives === 'middle');
      count.textContent = countText(text.count);
      element.title = titleOf(text);
      element.classList.toggle('is-current', text.current);
      element.classList.toggle('is-missing', text.value === '');
      element.classList.toggle('has-denied', text.denied > 0);
      dot.style.setProperty('--hue', String(text.hue ?? 0));
      dot.classList.toggle('is-hollow', text.hue === undefined);
    },
  };
}

function titleOf(text: LaneText): string {
  const denied = text.denied === 0 ? '' : `, ${countText(text.denied)} denied`;
  const value = text.value === '' ? text.label.head + text.label.tail : visibleText(text.value);
  return `${value}\n${counted(text.count, 'event')}${denied}`;
}

function part(className: string): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  return element;
}
