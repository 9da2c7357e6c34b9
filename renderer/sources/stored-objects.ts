import { objectUri } from '../core/source/object-place.ts';
import type { ListedObject } from '../host/host.ts';
import { filesPerSlice } from './local-file.ts';

/** An object as the ingest worker takes it. */
export interface StoredObject {
  readonly kind: 'object';
  readonly bucket: string;
  readonly key: string;
  readonly path: string;
  readonly etag: string;
  readonly bytes: number;
  readonly modified: number;
  /** The query that it is the result of. */
  readonly query?: string | undefined;
}

/** The objects of a bucket that were listed, in their order, in slices; `query` is what made them. */
// eslint-disable-next-line @typescript-eslint/require-await -- its like, the dropped files, do await
export async function* storedObjects(
  bucket: string,
  objects: readonly ListedObject[],
  query?: string,
): AsyncGenerator<readonly StoredObject[]> {
  for (let start = 0; start < objects.length; start += filesPerSlice) {
    const slice = objects.slice(start, start + filesPerSlice);
    yield slice.map((object) => ({ ...storedObject(bucket, object), query }));
  }
}

function storedObject(bucket: string, { key, etag, bytes, modified }: ListedObject): StoredObject {
  const path = objectUri({ bucket, prefix: key });
  return { kind: 'object', bucket, key, path, etag, bytes, modified };
}
