import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elbOnly, everything, type Filter } from '../../../../renderer/core/query/filter.ts';
import {
  amend,
  back,
  forward,
  historyFrom,
  visit,
  type FilterHistory,
} from '../../../../renderer/state/search/filter-history.ts';

const named = (text: string): Filter => ({ ...everything, text });
const walk = (...texts: readonly string[]): FilterHistory =>
  texts.reduce((history, text) => visit(history, named(text)), historyFrom(elbOnly));

describe('filter history', () => {
  it('walks back and forward', () => {
    const history = walk('a', 'b');
    expect(back(history).present).toEqual(named('a'));
    expect(back(back(history)).present).toEqual(elbOnly);
    expect(forward(back(history))).toEqual(history);
  });

  it('stays where it is at either end', () => {
    const history = walk('a');
    expect(forward(history)).toBe(history);
    const first = back(history);
    expect(back(first)).toBe(first);
  });

  it('forgets what lay ahead when another way is taken', () => {
    const history = visit(back(walk('a', 'b')), named('c'));
    expect(history.future).toEqual([]);
    expect(history.present).toEqual(named('c'));
  });

  it('makes no step to the filter it is at', () => {
    const history = walk('a');
    expect(visit(history, named('a'))).toBe(history);
  });

  it('amends the present without a step', () => {
    const history = amend(walk('a'), named('ab'));
    expect(history.present).toEqual(named('ab'));
    expect(back(history).present).toEqual(elbOnly);
  });

  it('keeps no more than two hundred steps', () => {
    const texts = Array.from({ length: 500 }, (_, number) => String(number));
    expect(walk(...texts).past).toHaveLength(200);
  });

  it('agrees with a plain list and a place in it', () => {
    const moves = fc.array(fc.oneof(fc.constant('<'), fc.constant('>'), fc.nat(3).map(String)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(moves, (steps) => {
        let history = historyFrom(elbOnly);
        let list: Filter[] = [elbOnly];
        let at = 0;
        for (const step of steps) {
          if (step === '<') {
            history = back(history);
            at = Math.max(0, at - 1);
          } else if (step === '>') {
            history = forward(history);
            at = Math.min(list.length - 1, at + 1);
          } else {
            history = visit(history, named(step));
            if (list[at]?.text !== step) {
              list = [...list.slice(0, at + 1), named(step)];
              at += 1;
            }
          }
          expect(history.present).toEqual(list[at]);
        }
        expect([...history.past, history.present, ...history.future]).toEqual(list);
      }),
    );
  });
});
