import { setTimeout as wait } from 'node:timers/promises';
import { GetObjectCommand, type GetObjectCommandOutput, type S3Client } from '@aws-sdk/client-s3';
import type { ObjectFacts } from '../ipc/object-store.ts';
import type { Patience } from './aws-connection.ts';

/** An object as listed: another one under its key is refused. */
export interface WantedObject {
  readonly bucket: string;
  readonly key: string;
  /** Empty where the store lists none. */
  readonly etag: string;
}

/** What is fetched with. */
export interface Fetcher {
  readonly client: S3Client;
  readonly requesterPays: boolean;
  readonly patience: Patience;
}

/**
 * The bytes of an object, in pieces as they come; returns what the store says of it. A connection
 * that breaks in the middle goes on where it broke, of the same object. The SDK repeats requests
 * that were refused for now by itself; what it throws is final.
 */
export async function* objectPieces(
  { client, requesterPays, patience }: Fetcher,
  wanted: WantedObject,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, ObjectFacts, undefined> {
  let facts: ObjectFacts | undefined;
  let length = 0;
  let got = 0;
  for (let failures = 0; ;) {
    const etag = facts?.etag ?? wanted.etag;
    const command = new GetObjectCommand({
      ...{ Bucket: wanted.bucket, Key: wanted.key },
      ...(etag !== '' && { IfMatch: `"${etag}"` }),
      ...(got > 0 && { Range: `bytes=${got}-` }),
      ...(requesterPays && { RequestPayer: 'requester' }),
    });
    // Without the signal: only so does the SDK keep its chain of middleware from one call to the next.
    const answer = await unlessAborted(client.send(command), signal);
    facts ??= factsOf(answer);
    if (got === 0) length = answer.ContentLength ?? 0;
    else if (answer.ContentRange?.startsWith(`bytes ${got}-`) !== true) {
      bodyOf(answer).destroy?.();
      throw new Error(`cut short after ${got} of ${length} bytes, and the store gives no ranges`);
    }
    try {
      for await (const piece of heard(bodyOf(answer), patience.silenceMs)) {
        got += piece.length;
        failures = 0;
        yield piece;
      }
      if (got >= length) return facts;
      throw new Error(`cut short after ${got} of ${length} bytes`);
    } catch (error) {
      failures++;
      if (signal.aborted || failures >= patience.tries) throw error;
      await wait(patience.pauseMs * 2 ** (failures - 1), undefined, { signal });
    }
  }
}

/** The answer; rejects where the signal aborts first, and lets go what comes after that. */
function unlessAborted(
  asked: Promise<GetObjectCommandOutput>,
  signal: AbortSignal,
): Promise<GetObjectCommandOutput> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason as Error);
      void asked.then(
        (answer) => bodyOf(answer).destroy?.(),
        () => undefined,
      );
    };
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted) abort();
    void asked.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
}

/** The pieces of a body; throws where nothing came for too long. Ending it early lets it go. */
async function* heard(
  body: BodyStream,
  silenceMs: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const pieces = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const silence = new AbortController();
      const next = await Promise.race([
        pieces.next(),
        wait(silenceMs, 'silent' as const, { signal: silence.signal, ref: false }),
      ]).finally(() => {
        silence.abort();
      });
      if (next === 'silent') throw new Error(`the network gave nothing for ${silenceMs / 1000} s`);
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    // A silent stream never comes to the end of its `next`: it is let go without waiting for that.
    void pieces.return?.().catch(() => undefined);
    body.destroy?.();
  }
}

/** In Node a body is a Readable. */
type BodyStream = AsyncIterable<Uint8Array> & { destroy?: () => void };

function bodyOf({ Body }: GetObjectCommandOutput): BodyStream {
  if (Body !== undefined && Symbol.asyncIterator in Body) return Body as BodyStream;
  throw new Error('the store answered without a body');
}

function factsOf(answer: GetObjectCommandOutput): ObjectFacts {
  const { ETag, VersionId, LastModified, Metadata } = answer;
  return {
    etag: ETag?.replaceAll('"', '') ?? '',
    versionId: VersionId === 'null' ? undefined : VersionId,
    modified: LastModified?.getTime(),
    metadata: Object.entries(Metadata ?? {}),
  };
}
