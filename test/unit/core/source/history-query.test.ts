import { describe, expect, it } from 'vitest';
import { answerPageName } from '../../../../renderer/core/source/answer-page.ts';
import {
  historyFolder,
  restOfQuery,
  type HistoryQuery,
} from '../../../../renderer/core/source/history-query.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';

const hour = 3_600_000;
const at = (hours: number): number => Date.UTC(2026, 2, 10) + hours * hour;
const query = (start: number, end: number, more: Partial<HistoryQuery> = {}): HistoryQuery => ({
  ...{ account: '111122223333', region: 'eu-west-1' },
  attribute: { name: 'EventSource', value: 'elasticloadbalancing.amazonaws.com' },
  ...{ span: { start: at(start), end: at(end) }, ...more },
});

/** A page of the answer to a query, with events back to this hour. */
function page(
  of: HistoryQuery,
  number: number,
  more: { oldest?: number; isLast?: boolean; asked?: number; verdict?: 'unreadable' } = {},
) {
  const { oldest, isLast = false, asked = 100, verdict = 'imported' } = more;
  const span = oldest === undefined ? undefined : { start: at(oldest), end: at(oldest) + 1 };
  const path = historyFolder(of) + answerPageName(number, isLast);
  return evidenceSource({ path, span, modified: at(asked), verdict });
}

const restOf = (of: HistoryQuery, ...pages: ReturnType<typeof page>[]) => {
  const rest = restOfQuery(of, pages)?.span;
  return rest && [(rest.start - at(0)) / hour, (rest.end - at(0)) / hour];
};
const second = 1 / 3600;

describe('historyFolder', () => {
  it('holds all that was asked, whatever is in the value', () => {
    expect(historyFolder(query(0, 24))).toBe(
      'event-history://111122223333/eu-west-1/EventSource=elasticloadbalancing.amazonaws.com/2026-03-10T000000Z--2026-03-11T000000Z/',
    );
    const odd = query(0, 1, { attribute: { name: 'Username', value: '../a b*/漢' } });
    expect(historyFolder(odd)).toContain('/Username=..%2Fa%20b%2A%2F%E6%BC%A2/');
    expect(historyFolder(query(0, 1, { attribute: undefined }))).toContain('/all/');
  });
});

describe('restOfQuery', () => {
  const whole = query(0, 24);

  it('is the query itself where nothing was asked before', () => {
    expect(restOfQuery(whole, [])).toEqual(whole);
    const others = [
      page(query(0, 24, { account: '444455556666' }), 1, { oldest: 1, isLast: true }),
      page(query(0, 24, { region: 'eu-west-2' }), 1, { oldest: 1, isLast: true }),
      page(query(0, 24, { attribute: undefined }), 1, { oldest: 1, isLast: true }),
      evidenceSource({ path: historyFolder(whole), verdict: 'unreadable' }),
    ];
    expect(restOfQuery(whole, others)).toEqual(whole);
  });

  it('is nothing where the last page is there', () => {
    expect(restOf(whole, page(whole, 1, { oldest: 9 }), page(whole, 2, { isLast: true }))).toBe(
      undefined,
    );
  });

  it('ends with the oldest event that is there, its second included', () => {
    const pages = [page(whole, 1, { oldest: 20 }), page(whole, 2, { oldest: 9 })];
    expect(restOf(whole, ...pages)).toEqual([0, 9 + second]);
  });

  it('goes on over several breaks', () => {
    const next = query(0, 9 + second);
    const pages = [page(whole, 1, { oldest: 9 }), page(next, 1, { oldest: 4 })];
    expect(restOf(whole, ...pages)).toEqual([0, 4 + second]);
    const last = query(0, 4 + second);
    expect(restOf(whole, ...pages, page(last, 1, { isLast: true }))).toBeUndefined();
  });

  it('makes use of what another span has of it', () => {
    const wide = page(query(-48, 48), 1, { isLast: true });
    expect(restOf(whole, wide)).toBeUndefined();
    const late = page(query(12, 48), 1, { isLast: true });
    expect(restOf(whole, late)).toEqual([0, 12]);
    const early = page(query(-48, 12), 1, { isLast: true });
    expect(restOf(whole, early)).toEqual([12, 24]);
    expect(restOf(whole, early, page(query(18, 30), 1, { isLast: true }))).toEqual([12, 18]);
    expect(restOf(whole, early, late)).toBeUndefined();
  });

  it('asks again for what was too fresh to be there when it was asked', () => {
    expect(restOf(whole, page(whole, 1, { isLast: true, asked: 24.25 }))).toEqual([23.75, 24]);
    expect(restOf(whole, page(whole, 1, { isLast: true, asked: 24.5 }))).toBeUndefined();
  });

  it('asks the whole again where one of the pages could not be read', () => {
    const pages = [
      page(whole, 1, { oldest: 20, verdict: 'unreadable' }),
      page(whole, 2, { oldest: 9, isLast: true }),
    ];
    expect(restOf(whole, ...pages)).toEqual([0, 24]);
  });
});
