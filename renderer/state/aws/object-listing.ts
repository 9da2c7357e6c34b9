import { atMost } from '../../core/base/at-most.ts';
import { objectUri, type ObjectPlace } from '../../core/source/object-place.ts';
import type { EvidenceSource } from '../../core/source/evidence.ts';
import type { AwsHost, ListedObject } from '../../host/host.ts';
import { answered } from './aws-task.svelte.ts';

/** What a listing has found so far, or at its end. */
export interface ObjectCount {
  readonly objects: number;
  readonly bytes: number;
}

/** Objects to be fetched, and those that need not be. */
export interface ObjectSelection {
  readonly objects: readonly ListedObject[];
  readonly count: ObjectCount;
  /** In the case already: same address, ETag and size. */
  readonly known: number;
  /** In a storage class that has to be restored before it can be read. */
  readonly archived: number;
}

/** Requests under way at a time. */
const parallel = 8;

/** Lists what lies in a bucket. Rejects with the store's problem, or when told to stop. */
export class ObjectLister {
  readonly #aws: AwsHost;
  readonly #store: number;
  readonly #bucket: string;
  readonly #signal: AbortSignal;

  constructor(aws: AwsHost, store: number, bucket: string, signal: AbortSignal) {
    this.#aws = aws;
    this.#store = store;
    this.#bucket = bucket;
    this.#signal = signal;
  }

  /** The folders right below a prefix. */
  async folders(prefix: string): Promise<readonly string[]> {
    const folders: string[] = [];
    for await (const page of this.#pages(prefix, true)) folders.push(...page.folders);
    return folders;
  }

  /** All objects below these prefixes, in their order; tells after each page how many it has. */
  async objects(
    prefixes: readonly string[],
    tell: (count: ObjectCount) => void,
  ): Promise<readonly ListedObject[]> {
    let [objects, bytes] = [0, 0];
    const below = atMost(parallel, async (prefix: string) => {
      const found: ListedObject[] = [];
      for await (const page of this.#pages(prefix, false)) {
        found.push(...page.objects);
        objects += page.objects.length;
        bytes += page.objects.reduce((sum, object) => sum + object.bytes, 0);
        tell({ objects, bytes });
      }
      return found;
    });
    return (await Promise.all(prefixes.map(below))).flat();
  }

  async *#pages(
    prefix: string,
    folders: boolean,
  ): AsyncGenerator<{
    readonly objects: readonly ListedObject[];
    readonly folders: readonly string[];
  }> {
    let next: string | undefined;
    do {
      this.#signal.throwIfAborted();
      const told = await this.#aws.listObjects({
        ...{ store: this.#store, bucket: this.#bucket },
        ...{ prefix, folders, next },
      });
      this.#signal.throwIfAborted();
      const page = answered(told);
      yield page;
      next = page.next;
    } while (next !== undefined);
  }
}

/** Leaves out what the case has: read to its end under the same address, with the same ETag and size. */
export function selectObjects(
  bucket: string,
  listed: readonly ListedObject[],
  inCase: readonly EvidenceSource[],
): ObjectSelection {
  const complete = new Map<string, EvidenceSource>();
  for (const source of inCase) {
    if (source.object !== undefined && source.verdict !== 'unreadable') {
      complete.set(source.path, source);
    }
  }
  const objects = listed.filter(({ key, etag, bytes }) => {
    const place: ObjectPlace = { bucket, prefix: key };
    const source = complete.get(objectUri(place));
    return etag === '' || source?.object?.etag !== etag || source.bytes !== bytes;
  });
  return {
    objects,
    count: { objects: objects.length, bytes: objects.reduce((sum, { bytes }) => sum + bytes, 0) },
    known: listed.length - objects.length,
    archived: objects.filter(({ storageClass }) => archivedClasses.has(storageClass)).length,
  };
}

// Glacier Instant Retrieval is read like any other: https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html
const archivedClasses: ReadonlySet<string> = new Set(['GLACIER', 'DEEP_ARCHIVE']);
