import { describe, expect, it } from 'vitest';
import type { EpochMs, Span } from '../../../../renderer/core/base/units.ts';
import { elbOnly, type Filter } from '../../../../renderer/core/query/filter.ts';
import { pivotTo } from '../../../../renderer/state/search/filter-edits.ts';
import { padded } from '../../../../renderer/state/timeline/timeline-window.svelte.ts';
import { windowFor } from '../../../../renderer/state/timeline/window-moves.ts';

const minute = 60_000;
const day = 1440 * minute;
const fourDays = { start: 0, end: 4 * day };
const pivot = pivotTo('accessKey', ['AKIA1']);
const narrowed: Filter = { ...elbOnly, terms: pivot.terms };
const burst = { start: day, end: day + 43 * minute };

function chosen(filter: Filter, span: Span<EpochMs>, visible: Span<EpochMs>) {
  return { filter, span, wanted: padded(span), visible, isInView: true, wasFitted: false };
}

describe('windowFor', () => {
  it('goes to the selection of a pivot that is a speck in the window', () => {
    const selection = chosen(pivot, burst, fourDays);
    expect(windowFor(selection)).toEqual(padded(burst));
  });

  it('goes to the selection of a pivot that is mostly out of view', () => {
    const visible = { start: day, end: day + 60 * minute };
    const selection = chosen(pivot, fourDays, visible);
    expect(windowFor(selection)).toEqual(padded(fourDays));
  });

  it('stays where a pivot’s selection still takes up much of the window', () => {
    const span = { start: day, end: 3 * day };
    const selection = chosen(pivot, span, fourDays);
    expect(windowFor(selection)).toBeUndefined();
  });

  it('stays for any other filter while something selected is in view', () => {
    for (const filter of [narrowed, elbOnly, { ...pivot, text: 'rule' }]) {
      const selection = chosen(filter, burst, fourDays);
      expect(windowFor(selection)).toBeUndefined();
    }
  });

  it('goes to the selection of any filter that leaves nothing in view', () => {
    const visible = { start: 3 * day, end: 4 * day };
    const selection = { ...chosen(narrowed, burst, visible), isInView: false };
    expect(windowFor(selection)).toEqual(padded(burst));
  });

  it('grows with the selection where the window was fitted to the one before, and not else', () => {
    const selection = chosen(elbOnly, fourDays, padded(burst));
    expect(windowFor(selection)).toBeUndefined();
    expect(windowFor({ ...selection, wasFitted: true })).toEqual(padded(fourDays));
    const within = chosen(narrowed, burst, fourDays);
    expect(windowFor({ ...within, wasFitted: true })).toBeUndefined();
  });

  it('leaves a single event in view where it is', () => {
    const span = { start: day, end: day + 1 };
    const selection = chosen(pivot, span, fourDays);
    expect(windowFor(selection)).toBeUndefined();
  });
});
