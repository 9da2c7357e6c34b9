import fc from 'fast-check';
import { packTar } from 'modern-tar';
import { describe, expect, it } from 'vitest';
import { archiveFileAt } from '../../../../renderer/core/decode/archive.ts';
import type { Streamable } from '../../../../renderer/core/decode/byte-source.ts';
import { loadBytes } from '../../../../renderer/core/decode/load-bytes.ts';
import { tarFiles } from '../../../../renderer/core/decode/tar-archive.ts';

interface Seen {
  readonly name: string;
  readonly text: string;
  readonly refusal?: string;
  readonly flaw?: string;
}

/** The files of an archive and what is in them, and last what the walk threw. */
async function walk(content: Streamable): Promise<(Seen | string)[]> {
  const seen: (Seen | string)[] = [];
  try {
    for await (const { name, refusal, source } of tarFiles(content)) {
      const { source: held, flaw } = await loadBytes(source);
      const text = await new Response(held.stream()).text();
      seen.push({
        name,
        text,
        ...(refusal === undefined ? {} : { refusal: refusal.reason }),
        ...(flaw === undefined ? {} : { flaw }),
      });
    }
  } catch (error) {
    seen.push(String(error));
  }
  return seen;
}

/** Bytes that come in pieces of a length, as out of an inflater. */
function inPieces(bytes: Uint8Array<ArrayBuffer>, length: number): Streamable {
  return {
    stream: () => {
      let at = 0;
      return new ReadableStream({
        pull: (controller) => {
          if (at < bytes.length) controller.enqueue(bytes.slice(at, at + length));
          else controller.close();
          at += length;
        },
      });
    },
  };
}

async function packed(
  files: readonly (readonly [name: string, text: string])[],
): Promise<Uint8Array<ArrayBuffer>> {
  return packTar(
    files.map(([name, text]) => ({
      header: { name, size: new TextEncoder().encode(text).length },
      body: text,
    })),
  );
}

const abc = [
  ['a.json', 'a'.repeat(1000)],
  ['b.json', 'b'.repeat(600)],
  ['c.json', 'c'],
] as const;
const abcSeen = abc.map(([name, text]) => ({ name, text }));

/** A header that this test makes itself: what the other program does not write. */
function header(name: string, type: string, size: string | Uint8Array): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(512);
  const put = (at: number, text: string): void => {
    block.set(new TextEncoder().encode(text), at);
  };
  put(0, name);
  if (typeof size === 'string') put(124, size);
  else block.set(size, 124);
  put(148, '        ');
  put(156, type);
  const sum = block.reduce((total, byte) => total + byte, 0);
  put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
  return block;
}

function block(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(512);
  bytes.set(new TextEncoder().encode(text));
  return bytes;
}

const end = new Uint8Array(1024);

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat(parts));
}

describe('tarFiles', () => {
  it('reads what another program packed, in pieces of any length', async () => {
    const name = fc
      .array(fc.constantFrom('a', 'ü', '漢', '😀', '.', '/x', ' ', '..', 'long'.repeat(20)), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => `f${parts.join('')}`);
    const text = fc.string({ unit: 'grapheme', maxLength: 700 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(name, text), { maxLength: 6 }),
        fc.integer({ min: 1, max: 2000 }),
        async (files, pieceLength) => {
          const bytes = await packed(files);
          const expected = files.map(([file, content]) => ({ name: file, text: content }));
          expect(await walk(new Blob([bytes]))).toEqual(expected);
          expect(await walk(inPieces(bytes, pieceLength))).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds each file again by its place', async () => {
    const bytes = await packed(abc);
    for (const content of [new Blob([bytes]), inPieces(bytes, 100)]) {
      for await (const { entry, name } of tarFiles(content)) {
        const again = await archiveFileAt('tar', content, entry);
        expect(again?.name).toBe(name);
        const { bytes: length } = await loadBytes(again?.source ?? new Blob());
        expect(length).toBe(abc.find(([each]) => each === name)?.[1].length);
      }
      await expect(archiveFileAt('tar', content, 1e9)).rejects.toThrow('no end mark');
    }
  });

  it('passes over a damaged header, says where, and reads on', async () => {
    const bytes = await packed(abc);
    const second = 512 + 1024;
    bytes.fill(0xff, second + 3, second + 4);
    expect(await walk(new Blob([bytes]))).toEqual([
      abcSeen[0],
      {
        name: '(damaged part)',
        text: '',
        refusal: `no tar header at byte ${second} of the archive`,
      },
      abcSeen[2],
    ]);
  });

  it('gives what there is of an archive that was cut, and says so', async () => {
    const bytes = await packed(abc);
    expect(await walk(new Blob([bytes.slice(0, 512 + 1024 + 512 + 100)]))).toEqual([
      abcSeen[0],
      { name: 'b.json', text: 'b'.repeat(100), flaw: 'the archive ends inside this file' },
      'Error: it has no end mark: it may be cut off',
    ]);
    expect(await walk(inPieces(bytes.slice(0, 512 + 1024 + 30), 64))).toEqual([
      abcSeen[0],
      'Error: it ends in the middle of a block',
    ]);
    expect(await walk(new Blob([bytes.slice(0, 512 + 1024)]))).toEqual([
      abcSeen[0],
      'Error: it has no end mark: it may be cut off',
    ]);
  });

  it('reads archives that were put one behind the other', async () => {
    const first = await packed(abc.slice(0, 1));
    const second = await packed(abc.slice(1));
    expect(await walk(new Blob([first, second]))).toEqual(abcSeen);
  });

  it('reads the old format, GNU long names and sizes in base 256', async () => {
    const long = `${'folder/'.repeat(30)}x`;
    const size = Uint8Array.of(0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3);
    const archive = joined(
      header('old', '\0', '5 '),
      block('hello'),
      header('folder/', '\0', '0'),
      header('././@LongLink', 'L', long.length.toString(8)),
      block(long),
      header('cut name', '0', size),
      block('abc'),
      end,
    );
    expect(await walk(new Blob([archive]))).toEqual([
      { name: 'old', text: 'hello' },
      { name: long, text: 'abc' },
    ]);
  });

  it('tells links, devices and sparse files, which have no bytes of their own', async () => {
    const sparse = '22 GNU.sparse.major=1\n';
    const archive = joined(
      header('device', '3', '0'),
      header('pax', 'x', sparse.length.toString(8)),
      block(sparse),
      header('holes', '0', '0'),
      end,
    );
    const linked = await packTar([
      { header: { name: 'l', size: 0, type: 'symlink', linkname: '/etc/passwd' } },
    ]);
    expect(await walk(new Blob([archive, linked]))).toMatchObject([
      { name: 'device', refusal: 'an entry of type 3, no file' },
      { name: 'holes', refusal: 'a sparse file: unpack the archive and import it' },
      { name: 'l', refusal: 'a link to /etc/passwd' },
    ]);
  });

  it('comes to an end, and gives no more than there is, whatever the bytes', async () => {
    const bytes = await packed(abc);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(bytes.length - 1), fc.nat(255)), { maxLength: 8 }),
        fc.nat(bytes.length),
        fc.integer({ min: 50, max: 3000 }),
        async (changes, length, pieceLength) => {
          const changed = bytes.slice(0, length);
          for (const [at, byte] of changes) if (at < length) changed[at] = byte;
          const blob = await walk(new Blob([changed]));
          expect(await walk(inPieces(changed, pieceLength))).toEqual(blob);
          const given = blob.map((seen) => (typeof seen === 'string' ? 0 : seen.text.length));
          expect(given.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
