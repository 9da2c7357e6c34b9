import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A store of objects that are all alike, for counts that a real server takes minutes to be filled with. */
export interface PlainStore {
  readonly endpoint: string;
  stop(): Promise<void>;
}

const pageSize = 1000;

/**
 * Answers ListObjectsV2 and GetObject as S3 does, for one bucket of `keys` (sorted), whose bodies
 * `bodyOf` makes anew at each request. It looks at no signature.
 */
export async function startPlainStore(
  keys: readonly string[],
  bodyOf: (key: string) => Uint8Array,
): Promise<PlainStore> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const key = decodeURIComponent(pathname).split('/').slice(2).join('/');
    if (searchParams.has('list-type')) {
      response.setHeader('content-type', 'application/xml');
      response.end(listing(keys, searchParams, bodyOf));
      return;
    }
    const body = bodyOf(key);
    response.setHeader('etag', `"${etagOf(key)}"`);
    response.setHeader('content-length', body.length);
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listing(
  keys: readonly string[],
  asked: URLSearchParams,
  bodyOf: (key: string) => Uint8Array,
): string {
  const prefix = asked.get('prefix') ?? '';
  const isFolders = asked.get('delimiter') === '/';
  const after = asked.get('continuation-token') ?? '';
  const below = keys.filter((key) => key.startsWith(prefix));
  const names = isFolders ? foldersOf(below, prefix) : below;
  const rest = names.filter((name) => name > after);
  const page = rest.slice(0, pageSize);
  const isMore = rest.length > page.length;
  const entries = page.map((name) =>
    isFolders
      ? `<CommonPrefixes><Prefix>${name}</Prefix></CommonPrefixes>`
      : `<Contents><Key>${name}</Key><LastModified>2026-03-12T00:00:00.000Z</LastModified><ETag>&quot;${etagOf(name)}&quot;</ETag><Size>${bodyOf(name).length}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const next = isMore ? `<NextContinuationToken>${page.at(-1) ?? ''}</NextContinuationToken>` : '';
  return `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${String(isMore)}</IsTruncated>${next}${entries.join('')}</ListBucketResult>`;
}

function foldersOf(keys: readonly string[], prefix: string): readonly string[] {
  const ends = keys.map((key) => [key, key.indexOf('/', prefix.length)] as const);
  return [...new Set(ends.flatMap(([key, end]) => (end < 0 ? [] : [key.slice(0, end + 1)])))];
}

function etagOf(key: string): string {
  return Buffer.from(key).toString('hex').slice(-32);
}
