import { describe, expect, it } from 'vitest';
import { ObjectServer, type FetchObject } from '../../../../electron/aws/object-server.ts';
import type { AwsProblem } from '../../../../electron/ipc/aws.ts';
import type { ObjectFacts } from '../../../../electron/ipc/object-store.ts';
import type { ObjectInput } from '../../../../renderer/workers/ingest/ingest.ts';
import { ObjectReader, StoreStuck } from '../../../../renderer/workers/decode/object-reader.ts';

const facts: ObjectFacts = {
  ...{ etag: 'abc', versionId: 'v1', modified: 1 },
  metadata: [['signature', 'beef']],
};
const input = (key: string, bytes: number): ObjectInput => ({
  ...{ kind: 'object', bucket: 'trail', key, bytes },
  ...{ path: `s3://trail/${key}`, etag: 'abc', modified: 1 },
});
const problem = (scope: AwsProblem['scope']): AwsProblem => ({
  ...{ scope, reason: 'It is gone.', wayOut: 'List again.' },
});

/** A reader on one end of a channel, the main process' server on the other. */
function readerOf(fetch: FetchObject, scope: AwsProblem['scope'] = 'object') {
  const { port1, port2 } = new MessageChannel();
  const server = new ObjectServer(
    {
      tell: (message) => {
        port1.postMessage(message);
      },
    },
    fetch,
    () => problem(scope),
  );
  port1.onmessage = ({ data }: MessageEvent<unknown>) => {
    server.hear(data);
  };
  const close = (): void => {
    server.close();
    port1.close();
  };
  return { reader: new ObjectReader(port2), server, close };
}

/** Pieces of these sizes, each filled with its number. */
function pieces(...sizes: readonly number[]): FetchObject {
  return async function* () {
    for (const [place, size] of sizes.entries()) {
      yield await Promise.resolve(new Uint8Array(size).fill(place + 1));
    }
    return facts;
  };
}

function plain(...sizes: readonly number[]): Buffer {
  return Buffer.concat(sizes.map((size, place) => Buffer.alloc(size, place + 1)));
}

describe('ObjectReader, on an ObjectServer', () => {
  it.each([
    ['in one piece', [1000], 1000],
    ['in many', [10, 0, 70_000, 3], 70_013],
    ['of several messages', [900_000, 900_000, 900_000], 2_700_000],
    ['larger than was listed', [1000, 2_000_000], 10],
    ['smaller than was listed', [5], 5000],
    ['with nothing in it', [], 0],
  ])('reads an object %s', async (_, sizes, listed) => {
    const { reader, close } = readerOf(pieces(...sizes));
    const { blob, source, object } = await reader.read(input('a', listed));
    const expected = plain(...sizes);
    expect(Buffer.from(await new Blob([blob]).arrayBuffer()).equals(expected)).toBe(true);
    expect(blob instanceof Blob).toBe(expected.length > 64 * 1024);
    const again = await new Response(source.stream()).arrayBuffer();
    expect(Buffer.from(again).equals(expected)).toBe(true);
    expect(object).toEqual({ etag: 'abc', versionId: 'v1', metadata: facts.metadata });
    close();
  });

  it('reads several at a time without mixing them up', async () => {
    const { reader, close } = readerOf(({ key }, signal) =>
      pieces(Number(key))({ bucket: '', key, etag: '' }, signal),
    );
    const sizes = [5, 1_500_000, 7, 3_000_000];
    const read = await Promise.all(sizes.map((size) => reader.read(input(String(size), size))));
    expect(read.map(({ blob }) => new Blob([blob]).size)).toEqual(sizes);
    close();
  });

  it('says of one object what went wrong with it', async () => {
    const fail: FetchObject = () => {
      throw new Error('NoSuchKey');
    };
    const { reader, close } = readerOf(fail);
    await expect(reader.read(input('a', 1))).rejects.toThrow('It is gone. List again.');
    close();
  });

  it('tells apart what no other object escapes either', async () => {
    const fail: FetchObject = () => {
      throw new Error('ExpiredToken');
    };
    const { reader, close } = readerOf(fail, 'connection');
    await expect(reader.read(input('a', 1))).rejects.toBeInstanceOf(StoreStuck);
    close();
  });
});

describe('ObjectServer', () => {
  it('fetches no further than the reader takes in', async () => {
    let fetched = 0;
    const told: unknown[] = [];
    const endless: FetchObject = async function* () {
      for (;;) {
        fetched++;
        yield await Promise.resolve(new Uint8Array(1024 * 1024));
      }
    };
    const server = new ObjectServer(
      {
        tell: (message) => {
          told.push(message);
        },
      },
      endless,
      () => problem('object'),
    );
    const settle = async (): Promise<void> => {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
    };
    server.hear({ kind: 'get', number: 1, bucket: 'b', key: 'k', etag: '', bytes: 9e9 });
    await settle();
    const before = fetched;
    expect(told).toHaveLength(2);
    server.hear({ kind: 'taken', number: 1 });
    await settle();
    expect(told).toHaveLength(3);
    expect(fetched).toBe(before + 1);
    server.close();
    await settle();
    expect(fetched).toBe(before + 1);
  });

  it('sends nothing more after what is not of the contract', async () => {
    const told: unknown[] = [];
    const server = new ObjectServer(
      {
        tell: (message) => {
          told.push(message);
        },
      },
      (_, signal) => {
        signal.throwIfAborted();
        return pieces(1)({ bucket: '', key: '', etag: '' }, signal);
      },
      () => problem('object'),
    );
    server.hear({ kind: 'get', number: 1, bucket: 'b', key: 'k', etag: '"quoted', bytes: 1 });
    server.hear({ kind: 'get', number: 2, bucket: 'b', key: 'k', etag: '', bytes: 1 });
    for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    expect(told).toEqual([]);
  });
});
