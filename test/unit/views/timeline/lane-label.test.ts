import { describe, expect, it } from 'vitest';
import { createLaneLabel, splitLabel } from '../../../../renderer/views/timeline/lane-label.ts';

const text = {
  value: '203.0.113.7',
  label: '203.0.113.7',
  count: 1234,
  denied: 0,
  hue: 90,
  current: false,
};

describe('splitLabel', () => {
  it('leaves a short text whole', () => {
    expect(splitLabel('203.0.113.7')).toEqual(['203.0.113.7', '']);
  });

  it('keeps the end of a long one, and cuts through no character', () => {
    const long = 'arn:aws:iam::123456789012:user/zoë😀';
    const [head, tail] = splitLabel(long);
    expect(head + tail).toBe(long);
    expect(tail).toBe('er/zoë😀');
  });
});

describe('createLaneLabel', () => {
  it('shows the value and its count, and says the whole on hover', () => {
    const label = createLaneLabel();
    label.show({ ...text, denied: 2 });
    expect(label.element.textContent).toBe('203.0.113.71,234');
    expect(label.element.title).toBe('203.0.113.7\n1,234 events, 2 denied');
    expect(label.element.classList.contains('has-denied')).toBe(true);
  });

  it('takes a value for text, never for markup, and shows what is hidden in it', () => {
    const label = createLaneLabel();
    const value = '<img src=x onerror=alert(1)>\u202E';
    label.show({ ...text, value, label: value });
    expect(label.element.querySelector('img')).toBeNull();
    expect(label.element.textContent).toContain('<img src=x onerror=alert(1)>⟦U+202E⟧');
    expect(label.element.title).not.toContain('\u202E');
  });

  it('has a hollow dot for what has no colour, and says so where a value is missing', () => {
    const label = createLaneLabel();
    label.show({ ...text, value: '', label: 'not in this record', hue: undefined });
    expect(label.element.querySelector('.lane-dot.is-hollow')).not.toBeNull();
    expect(label.element.classList.contains('is-missing')).toBe(true);
    expect(label.element.title).toBe('not in this record\n1,234 events');
  });

  it('empties and fills again as lanes scroll by', () => {
    const label = createLaneLabel();
    label.show(undefined);
    expect(label.element.classList.contains('is-empty')).toBe(true);
    label.show(text);
    expect(label.element.classList.contains('is-empty')).toBe(false);
  });
});
