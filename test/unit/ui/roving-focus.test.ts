import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { focusPart } from '../../../renderer/ui/focus.ts';
import { rovingFocus } from '../../../renderer/ui/roving-focus.ts';

let list: HTMLElement;
let stop: (() => void) | undefined;

function button(name: string, isItem: boolean): HTMLButtonElement {
  const made = document.createElement('button');
  made.textContent = name;
  made.tabIndex = -1;
  made.toggleAttribute('data-item', isItem);
  return made;
}

function row(name: string): HTMLLIElement {
  const made = document.createElement('li');
  made.append(button(name, true), button(`leave out ${name}`, false));
  return made;
}

beforeEach(() => {
  list = document.createElement('section');
  list.append(button('heading', true), row('one'), row('two'));
  document.body.replaceChildren(list);
  stop = rovingFocus(list) ?? undefined;
});
afterEach(() => {
  stop?.();
});

const focused = () => document.activeElement?.textContent;
const stops = () =>
  [...list.querySelectorAll<HTMLElement>('[tabindex="0"]')].map(({ textContent }) => textContent);
function press(key: string): string | null | undefined {
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  return focused();
}

describe('rovingFocus', () => {
  it('is one stop of Tab, which stays where the focus was last', () => {
    expect(stops()).toEqual(['heading']);
    list.querySelector<HTMLElement>('[data-item]')?.focus();
    expect(['ArrowDown', 'ArrowDown', 'ArrowDown', 'End', 'ArrowUp'].map(press)).toEqual([
      ...['one', 'two', 'heading', 'two', 'one'],
    ]);
    expect(stops()).toEqual(['one']);
  });

  it('reaches the other buttons of a row sideways, and the next row from there', () => {
    list.querySelector<HTMLElement>('[data-item]')?.focus();
    expect(['Home', 'ArrowDown', 'ArrowRight', 'ArrowLeft'].map(press)).toEqual([
      ...['heading', 'one', 'leave out one', 'one'],
    ]);
    expect(['ArrowRight', 'ArrowDown'].map(press)).toEqual(['leave out one', 'two']);
  });

  it('has a stop again where the one it had is gone', async () => {
    list.querySelector<HTMLElement>('li [data-item]')?.focus();
    list.replaceChildren(row('three'));
    await Promise.resolve();
    expect(stops()).toEqual(['three']);
  });
});

describe('focusPart', () => {
  it('goes round the parts that are shown, to the first stop of Tab in each', () => {
    const input = document.createElement('input');
    const hidden = document.createElement('input');
    for (const part of [input, hidden, list]) part.toggleAttribute('data-part', true);
    document.body.replaceChildren(input, hidden, list);
    // jsdom lays nothing out.
    const shown = [new DOMRect()] as unknown as DOMRectList;
    for (const part of [input, list]) part.getClientRects = () => shown;
    focusPart(1);
    expect(document.activeElement).toBe(input);
    focusPart(1);
    expect(focused()).toBe('heading');
    focusPart(1);
    expect(document.activeElement).toBe(input);
    focusPart(-1);
    expect(focused()).toBe('heading');
  });
});
