import { describe, expect, it } from 'vitest';
import {
  type TrailCall,
  trailCallRows,
  trailOutages,
} from '../../../../renderer/core/correlate/trail-outages.ts';
import { eventTable } from '../../../fixtures/events.ts';

const arn = 'arn:aws:cloudtrail:eu-west-1:111122223333:trail/main';
const end = 10_000;
const lastSeen = 7000;

function calls(
  ...list: readonly (readonly [number, string, unknown, string?])[]
): readonly TrailCall[] {
  return list.map(([time, eventName, requestParameters, region = 'eu-west-1'], ref) => ({
    ...{ ref, time, eventName, requestParameters, region, account: '111122223333' },
  }));
}

function told(list: readonly TrailCall[]): readonly string[] {
  return trailOutages(list, end, () => lastSeen).map(
    ({ span, trail, missing, began, ended }) =>
      `${trail} ${span.start}–${span.end} ${missing}: ${began.eventName} to ${ended?.eventName ?? 'the end'}`,
  );
}

describe('trailOutages', () => {
  it('lasts from StopLogging to StartLogging of the same trail, by name or by ARN', () => {
    const list = calls(
      [1000, 'StopLogging', { name: arn }],
      [2000, 'StartLogging', { name: 'other' }],
      [3000, 'StartLogging', { name: 'main' }],
      [4000, 'StartLogging', { name: 'main' }],
    );
    expect(told(list)).toEqual(['main 1000–3000 all events: StopLogging to StartLogging']);
  });

  it('tells trails of one name apart by their home regions', () => {
    const list = calls(
      [1000, 'StopLogging', { name: 'main' }],
      [2000, 'StartLogging', { name: 'main' }, 'us-east-1'],
    );
    expect(told(list)).toEqual(['main 1000–10000 all events: StopLogging to the end']);
  });

  it('lasts to the end where nothing ends it, and from the first of several calls', () => {
    const list = calls(
      [1000, 'StopLogging', { name: 'main' }],
      [2000, 'DeleteTrail', { name: 'main' }],
    );
    expect(told(list)).toEqual(['main 1000–10000 all events: StopLogging to the end']);
    expect(told(calls([end, 'DeleteTrail', undefined]))).toEqual([
      ' 10000–10001 all events: DeleteTrail to the end',
    ]);
  });

  it('is seen up to its end, or as long as the account and region had events', () => {
    const seen = (list: readonly TrailCall[]) =>
      trailOutages(list, end, (account, region) =>
        account === '111122223333' && region === 'eu-west-1' ? lastSeen : end,
      ).map(({ seenUntil }) => seenUntil);
    const stop = [1000, 'StopLogging', undefined] as const;
    expect(seen(calls(stop, [3000, 'StartLogging', undefined]))).toEqual([3000]);
    expect(seen(calls(stop))).toEqual([7000]);
    expect(seen(calls([8000, 'StopLogging', undefined]))).toEqual([8000]);
  });

  it('reads from event selectors what is left out', () => {
    const put = (time: number, ...eventSelectors: readonly unknown[]) =>
      [time, 'PutEventSelectors', { trailName: 'main', eventSelectors }] as const;
    const all = { readWriteType: 'All', includeManagementEvents: true };
    expect(
      told(
        calls(
          put(1000, { ...all, readWriteType: 'WriteOnly' }),
          put(2000, { ...all, readWriteType: 'ReadOnly' }),
          put(3000, { ...all, includeManagementEvents: false }),
          put(4000, { readWriteType: 'ReadOnly' }, { readWriteType: 'WriteOnly' }),
          put(5000, all),
        ),
      ),
    ).toEqual([
      'main 1000–2000 reads: PutEventSelectors to PutEventSelectors',
      'main 2000–3000 writes: PutEventSelectors to PutEventSelectors',
      'main 3000–4000 all events: PutEventSelectors to PutEventSelectors',
    ]);
  });

  it('reads advanced event selectors', () => {
    const field = (name: string, ...equals: readonly string[]) => ({ field: name, equals });
    const put = (time: number, ...fieldSelectors: readonly unknown[]) =>
      [
        time,
        'PutEventSelectors',
        { trailName: 'main', advancedEventSelectors: [{ fieldSelectors }] },
      ] as const;
    const management = field('eventCategory', 'Management');
    expect(
      told(
        calls(
          put(1000, field('eventCategory', 'Data')),
          put(2000, management),
          put(3000, management, field('readOnly', 'false')),
          put(4000, management, field('readOnly', 'true')),
        ),
      ),
    ).toEqual([
      'main 1000–2000 all events: PutEventSelectors to PutEventSelectors',
      'main 3000–4000 reads: PutEventSelectors to PutEventSelectors',
      'main 4000–10000 writes: PutEventSelectors to the end',
    ]);
  });

  it('bears parameters of any shape', () => {
    const odd = [null, 7, [], { name: 7 }, { eventSelectors: [null, 7] }, { name: arn.repeat(99) }];
    const list = calls(...odd.map((value, n) => [n, 'PutEventSelectors', value] as const));
    expect(trailOutages(list, end, () => lastSeen)).toEqual([]);
    expect(
      trailOutages(
        calls(...odd.map((value, n) => [n, 'StopLogging', value] as const)),
        end,
        () => lastSeen,
      ),
    ).not.toHaveLength(0);
  });
});

describe('trailCallRows', () => {
  it('has the calls to CloudTrail that succeeded', () => {
    const table = eventTable(`
      time | is     | eventName    | eventSource
      1000 |        | StopLogging  | cloudtrail.amazonaws.com
      2000 | denied | StopLogging  | cloudtrail.amazonaws.com
      3000 |        | StopLogging  | s3.amazonaws.com
      4000 |        | CreateRule   | cloudtrail.amazonaws.com
      5000 |        | StartLogging | cloudtrail.amazonaws.com
    `);
    expect(trailCallRows(table)).toEqual([0, 4]);
    expect(trailCallRows(eventTable('time | eventName\n1 | CreateRule'))).toEqual([]);
  });
});
