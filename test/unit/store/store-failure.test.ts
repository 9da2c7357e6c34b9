import { describe, expect, it } from 'vitest';
import { databaseClosed, storeFailure } from '../../../renderer/store/store-failure.ts';

const named = (name: string, more: object = {}) => Object.assign(new Error('x'), { name }, more);

describe('storeFailure', () => {
  it('calls a full disk by its name, however deep it is packed', () => {
    const full = 'The disk is full. Free some space.';
    const quota = named('QuotaExceededError');
    const packed = [
      quota,
      named('DataError'),
      named('AbortError', { inner: quota }),
      named('BulkError', { failures: [new Error('other'), named('AbortError', { inner: quota })] }),
    ];
    for (const error of packed) expect(storeFailure(error, 'Free some space.')).toBe(full);
  });

  it('says of a closed database what befell it', () => {
    for (const name of ['DatabaseClosedError', 'UnknownError']) {
      const closed = named('AbortError', { inner: named(name) });
      expect(storeFailure(closed, '')).toBe(databaseClosed);
    }
  });

  it('leaves any other failure its own words', () => {
    expect(storeFailure(new Error('the key is taken'), 'Free some space.')).toBe(
      'the key is taken',
    );
    expect(storeFailure('odd', '')).toBe('odd');
  });
});
