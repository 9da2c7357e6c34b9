import type { ArchiveFile } from './archive-file.ts';
import { streamOf, type Pieces, type Streamable } from './byte-source.ts';
import { StreamCursor } from './stream-cursor.ts';
import { paxRecords, readTarHeader, tarBlock, text, type TarHeader } from './tar-header.ts';

/** Long names and the like are shorter. */
const maxMetaBytes = 1024 * 1024;

/**
 * The files of a tar archive in their order: v7, ustar, pax and GNU, and archives put one behind
 * the other. A file's place is the offset of its first header, from where `start` takes the walk
 * up again. What is no header is passed over up to the next one, and told as a file of its own that
 * cannot be read. Throws where the archive does not end as it should.
 */
export async function* tarFiles(
  content: Streamable,
  start = 0,
): AsyncGenerator<ArchiveFile, undefined> {
  const cursor = new StreamCursor(content);
  let meta: Meta = {};
  let entry = start;
  let zeroBlocks = 0;
  try {
    await cursor.skipTo(start);
    for (;;) {
      const at = cursor.position;
      const block = await cursor.upTo(tarBlock);
      if (block.length < tarBlock) {
        checkEnd(cursor, block.length, zeroBlocks);
        return undefined;
      }
      if (block.every((byte) => byte === 0)) {
        zeroBlocks++;
        entry = cursor.position;
        continue;
      }
      zeroBlocks = 0;
      const header = readTarHeader(block);
      if (header === undefined) {
        yield await damagedPart(cursor, at);
        meta = {};
        entry = cursor.position;
        continue;
      }
      const size = hasBody(header) ? (meta.size ?? header.size) : 0;
      const next = cursor.position + Math.ceil(size / tarBlock) * tarBlock;
      if (isMeta(header) && size <= maxMetaBytes) {
        meta = metaOf(header, await cursor.upTo(size), meta);
      } else {
        if (!isFolder(header, meta)) yield fileOf(content, cursor, entry, { header, meta, size });
        meta = {};
        entry = next;
      }
      await cursor.skipTo(next);
    }
  } finally {
    await cursor.close();
  }
}

function checkEnd(cursor: StreamCursor, rest: number, zeroBlocks: number): void {
  if (cursor.fault !== undefined) throw new Error(cursor.fault);
  if (rest > 0) throw new Error('it ends in the middle of a block');
  if (zeroBlocks === 0) throw new Error('it has no end mark: it may be cut off');
}

/** Goes on to the next header or the end, and tells what lies before as one unreadable file. */
async function damagedPart(cursor: StreamCursor, start: number): Promise<ArchiveFile> {
  for (;;) {
    const block = await cursor.peek(tarBlock);
    const isEnd = block.length < tarBlock || block.every((byte) => byte === 0);
    if (isEnd || readTarHeader(block) !== undefined) break;
    await cursor.skipTo(cursor.position + tarBlock);
  }
  return {
    entry: start,
    name: '(damaged part)',
    size: cursor.position - start,
    modified: undefined,
    refusal: { outcome: 'unreadable', reason: `no tar header at byte ${start} of the archive` },
    source: new Blob(),
  };
}

/** What headers before a file's own say of it. */
interface Meta {
  readonly name?: string | undefined;
  readonly linkName?: string | undefined;
  readonly size?: number | undefined;
  readonly modifiedSeconds?: number | undefined;
  readonly isSparse?: boolean | undefined;
}

function isMeta({ type }: TarHeader): boolean {
  return type === 'x' || type === 'g' || type === 'L' || type === 'K';
}

/** Links, devices and folders have none, whatever their size says. */
function hasBody({ type }: TarHeader): boolean {
  return !/[1-6]/.test(type);
}

/** Old formats have folders as files whose names end in a slash. */
function isFolder({ type, name }: TarHeader, meta: Meta): boolean {
  return type === '5' || (type === '0' && (meta.name ?? name).endsWith('/'));
}

function metaOf({ type }: TarHeader, body: Uint8Array, meta: Meta): Meta {
  switch (type) {
    case 'L':
      return { ...meta, name: text(body, 0, body.length) };
    case 'K':
      return { ...meta, linkName: text(body, 0, body.length) };
    case 'x': {
      const records = paxRecords(body);
      const size = records.get('size') ?? '';
      const modified = Number.parseFloat(records.get('mtime') ?? '');
      return {
        name: records.get('path') ?? meta.name,
        linkName: records.get('linkpath') ?? meta.linkName,
        size: /^\d{1,15}$/.test(size) ? Number(size) : meta.size,
        modifiedSeconds: Number.isFinite(modified) ? modified : meta.modifiedSeconds,
        isSparse: [...records.keys()].some((name) => name.startsWith('GNU.sparse.')),
      };
    }
    default:
      // A global header speaks of all files that follow, and says nothing that is shown.
      return meta;
  }
}

function fileOf(
  content: Streamable,
  cursor: StreamCursor,
  entry: number,
  file: { readonly header: TarHeader; readonly meta: Meta; readonly size: number },
): ArchiveFile {
  const { header, meta, size } = file;
  const modified = (meta.modifiedSeconds ?? header.modifiedSeconds) * 1000;
  const start = cursor.position;
  return {
    entry,
    name: meta.name ?? header.name,
    size,
    modified: modified > 0 ? modified : undefined,
    refusal: refusalOf(header, meta),
    source:
      content instanceof Blob && start + size <= content.size
        ? content.slice(start, start + size)
        : { stream: () => streamOf(() => bodyPieces(content, cursor, start, size)) },
  };
}

/** A body as the walk comes by it; once the walk is elsewhere, by a walk of its own. */
async function* bodyPieces(
  content: Streamable,
  walk: StreamCursor,
  start: number,
  size: number,
): Pieces {
  const cursor = walk.position === start ? walk : new StreamCursor(content);
  try {
    await cursor.skipTo(start);
    for (let left = size; left > 0;) {
      const piece = await cursor.some(left);
      if (piece.length === 0) {
        return { kind: 'broken', reason: cursor.fault ?? 'the archive ends inside this file' };
      }
      left -= piece.length;
      yield piece;
    }
    return { kind: 'whole' };
  } finally {
    if (cursor !== walk) await cursor.close();
  }
}

function refusalOf({ type, linkName }: TarHeader, meta: Meta): ArchiveFile['refusal'] {
  if (type === '1' || type === '2') {
    return { outcome: 'skipped', reason: `a link to ${meta.linkName ?? linkName}` };
  }
  if (type === 'S' || meta.isSparse === true) {
    return { outcome: 'unreadable', reason: 'a sparse file: unpack the archive and import it' };
  }
  return type === '0'
    ? undefined
    : { outcome: 'skipped', reason: `an entry of type ${type}, no file` };
}
