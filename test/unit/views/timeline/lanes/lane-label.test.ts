import { describe, expect, it } from 'vitest';
import {
  actionOf,
  createLaneLabel,
} from '../../../../../renderer/views/timeline/lanes/lane-label.ts';

const whole = (head: string) => ({ head, tail: '', gives: 'head' }) as const;
const text = {
  value: '203.0.113.7',
  label: whole('203.0.113.7'),
  count: 1234,
  denied: 0,
  hue: 90,
  current: false,
  kind: 'outer',
  fold: 'none',
  isPinned: false,
  mark: undefined,
} as const;

describe('createLaneLabel', () => {
  it('shows the value and its count, and says the whole on hover', () => {
    const label = createLaneLabel();
    label.show({ ...text, denied: 2 });
    expect(label.element.textContent).toBe('203.0.113.71,234');
    expect(label.element.title).toBe('203.0.113.7\n1,234 events, 2 denied');
    expect(label.element.classList.contains('has-denied')).toBe(true);
  });

  it('shows what was put to its entity, and says it on hover', () => {
    const label = createLaneLabel();
    label.show({ ...text, mark: { sign: '★', words: 'starred, attacker, \u202Ehid' } });
    expect(label.element.querySelector('.lane-mark')?.textContent).toBe('★');
    expect(label.element.title).toMatch(/\nstarred, attacker, ⟦U\+202E⟧hid$/u);
    label.show(text);
    expect(label.element.querySelector('.lane-mark')?.textContent).toBe('');
  });

  it('takes a value for text, never for markup, and shows what is hidden in it', () => {
    const label = createLaneLabel();
    const value = '<img src=x onerror=alert(1)>\u202E';
    label.show({ ...text, value, label: whole('<img src=x onerror=alert(1)>⟦U+202E⟧') });
    expect(label.element.querySelector('img')).toBeNull();
    expect(label.element.textContent).toContain('<img src=x onerror=alert(1)>⟦U+202E⟧');
    expect(label.element.title).not.toContain('\u202E');
  });

  it('has a hollow dot for what has no colour, and says so where a value is missing', () => {
    const label = createLaneLabel();
    label.show({ ...text, value: '', label: whole('not in this record'), hue: undefined });
    expect(label.element.querySelector('.lane-dot.is-hollow')).not.toBeNull();
    expect(label.element.classList.contains('is-missing')).toBe(true);
    expect(label.element.title).toBe('not in this record\n1,234 events');
  });

  it('has all of a text that is cut, and says which part gives way', () => {
    const label = createLaneLabel();
    const name = () => label.element.querySelector('.lane-name');
    label.show({ ...text, label: { head: 'k8s-production-', tail: 'web', gives: 'middle' } });
    expect(name()?.textContent).toBe('k8s-production-web');
    expect(name()?.classList.contains('is-cut-in-head')).toBe(true);
    label.show({ ...text, label: { head: 'k8s-production-', tail: 'web', gives: 'head' } });
    expect(name()?.classList.contains('is-cut-in-head')).toBe(false);
  });

  it('empties and fills again as lanes scroll by', () => {
    const label = createLaneLabel();
    label.show(undefined);
    expect(label.element.classList.contains('is-empty')).toBe(true);
    label.show(text);
    expect(label.element.classList.contains('is-empty')).toBe(false);
  });

  it('has a triangle where lanes are nested in it, and a pin', () => {
    const label = createLaneLabel();
    const fold = label.element.querySelector('.lane-fold');
    const pin = label.element.querySelector('.lane-pin svg');
    label.show({ ...text, fold: 'open' });
    expect([fold?.textContent, actionOf(fold)]).toEqual(['▾', 'fold']);
    label.show({ ...text, fold: 'closed', isPinned: true });
    expect([fold?.textContent, actionOf(pin)]).toEqual(['▸', 'pin']);
    expect(label.element.classList.contains('is-pinned')).toBe(true);
    label.show({ ...text, kind: 'inner' });
    expect(label.element.querySelector<HTMLElement>('.lane-pin')?.hidden).toBe(true);
    expect(actionOf(label.element.querySelector('.lane-dot'))).toBe('card');
    label.show({ ...text, hue: undefined });
    expect(actionOf(label.element.querySelector('.lane-dot'))).toBeUndefined();
    expect(actionOf(label.element.querySelector('.lane-name'))).toBeUndefined();
    expect(actionOf(null)).toBeUndefined();
  });

  it('does not say of all others that they are not in the record', () => {
    const label = createLaneLabel();
    label.show({ ...text, kind: 'others', value: '', label: whole('others (7)') });
    expect(label.element.classList.contains('is-missing')).toBe(false);
    expect(label.element.title).toBe('others (7)\n1,234 events');
  });
});
