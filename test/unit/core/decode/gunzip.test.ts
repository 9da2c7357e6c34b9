import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { heldSource, type Streamable } from '../../../../renderer/core/decode/byte-source.ts';
import { gunzip } from '../../../../renderer/core/decode/gunzip.ts';

/** What a gzip stream gives, from memory or not, and how it says that it ended. */
async function inflated(packed: Uint8Array): Promise<{ text: string; end: string }> {
  const [streamed, held] = [
    await inflatedOf(new Blob([new Uint8Array(packed)])),
    await inflatedOf(heldSource(new Uint8Array(packed).buffer)),
  ];
  expect(held).toEqual(streamed);
  return streamed;
}

async function inflatedOf(source: Streamable): Promise<{ text: string; end: string }> {
  const pieces = gunzip(source);
  const parts: Uint8Array[] = [];
  for (;;) {
    const next = await pieces.next();
    if (next.done !== true) parts.push(next.value);
    else {
      const end = next.value.kind === 'whole' ? 'whole' : next.value.reason;
      return { text: Buffer.concat(parts).toString(), end };
    }
  }
}

const text = Array.from({ length: 30_000 }, (_, i) => `line ${i * i}\n`).join('');
const packed = gzipSync(text);
const damaged = 'the gzip stream is damaged: its checksum does not match';
const wrongEnd = 'the gzip stream is cut off or damaged: its checksum does not match';

/** With the checksum of its last member changed. */
function wrong(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy.set([(copy.at(-8) ?? 0) ^ 1], copy.length - 8);
  return copy;
}

describe('gunzip', () => {
  it('inflates one member, several, and none of any length', async () => {
    expect(await inflated(packed)).toEqual({ text, end: 'whole' });
    expect(await inflated(gzipSync(''))).toEqual({ text: '', end: 'whole' });
    const two = Buffer.concat([packed, gzipSync('more')]);
    expect(await inflated(two)).toEqual({ text: `${text}more`, end: 'whole' });
    const members = Array.from({ length: 2_000 }, (_, i) => gzipSync(`${i} `));
    const all = members.map((_, i) => `${i} `).join('');
    expect(await inflated(Buffer.concat(members))).toEqual({ text: all, end: 'whole' });
  });

  it('gives what is before a cut', async () => {
    const found = await inflated(packed.subarray(0, packed.length / 2));
    expect(found.end).toBe('the gzip stream is cut off');
    expect(found.text.length).toBeGreaterThan(text.length / 4);
    expect(text.startsWith(found.text)).toBe(true);
  });

  it('gives all before bytes that are no gzip, and says that there are some', async () => {
    const trailing = Buffer.concat([packed, Buffer.from('no gzip at all')]);
    const end = 'other bytes stand behind the gzip stream';
    expect(await inflated(trailing)).toEqual({ text, end });
  });

  it('says that the checksum of a member is wrong, whichever it is', async () => {
    const more = gzipSync('more');
    expect(await inflated(wrong(packed))).toEqual({ text, end: wrongEnd });
    const first = Buffer.concat([wrong(packed), more]);
    expect(await inflated(first)).toEqual({ text: `${text}more`, end: damaged });
    const second = Buffer.concat([packed, wrong(more)]);
    expect(await inflated(second)).toEqual({ text: `${text}more`, end: wrongEnd });
  });

  it('lets go of its source where no more is wanted', async () => {
    const { promise: cancelled, resolve: cancel } = Promise.withResolvers<undefined>();
    const source = {
      stream: () =>
        new ReadableStream<Uint8Array<ArrayBuffer>>({
          // The first half of the file, and then nothing for ever.
          start: (controller) => {
            controller.enqueue(new Uint8Array(packed.subarray(0, packed.length / 2)));
          },
          cancel: () => {
            cancel(undefined);
          },
        }),
    };
    const pieces = gunzip(source);
    expect((await pieces.next()).done).toBe(false);
    await pieces.return({ kind: 'whole' });
    await expect(cancelled).resolves.toBeUndefined();
  });
});
