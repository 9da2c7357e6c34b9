import { describe, expect, it } from 'vitest';
import type { ListedObject } from '../../../../renderer/host/host.ts';
import { selectObjects } from '../../../../renderer/state/aws/object-listing.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';

const listed = (key: string, more: Partial<ListedObject> = {}): ListedObject => ({
  ...{ key, bytes: 10, etag: `tag of ${key}`, modified: 1, storageClass: 'STANDARD' },
  ...more,
});
const kept = (key: string, more: Parameters<typeof evidenceSource>[0] = {}) =>
  evidenceSource({
    ...{ path: `s3://trail/${key}`, bytes: 10 },
    object: { etag: `tag of ${key}`, versionId: undefined, metadata: [] },
    ...more,
  });

describe('selectObjects', () => {
  it('leaves out what is in the case with the same address, ETag and size', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].map((key) => listed(key));
    const inCase = [
      kept('a'),
      kept('b', { verdict: 'unreadable' }),
      kept('c', { bytes: 9 }),
      kept('d', { object: { etag: 'an older one', versionId: undefined, metadata: [] } }),
      kept('e', { object: undefined }),
    ];
    const { objects, known, count } = selectObjects('trail', all, inCase);
    expect(objects.map(({ key }) => key)).toEqual(['b', 'c', 'd', 'e']);
    expect(known).toBe(1);
    expect(count).toEqual({ objects: 4, bytes: 40 });
  });

  it('fetches again what no ETag tells apart, and what lies in another bucket', () => {
    const nameless = kept('a', { object: { etag: '', versionId: undefined, metadata: [] } });
    expect(selectObjects('trail', [listed('a', { etag: '' })], [nameless]).known).toBe(0);
    expect(selectObjects('other', [listed('a')], [kept('a')]).known).toBe(0);
  });

  it('counts what has to be restored first', () => {
    const classes = ['STANDARD', 'GLACIER', 'GLACIER_IR', 'DEEP_ARCHIVE', ''];
    const all = classes.map((storageClass) => listed(storageClass, { storageClass }));
    expect(selectObjects('trail', all, []).archived).toBe(2);
  });
});
