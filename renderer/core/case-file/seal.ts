import { EvenChunks, type ByteSink } from './byte-sink.ts';
import { chunkNonce, newHeader, sealedChunkBytes } from './sealed-format.ts';

/** A sink whose bytes go on to another one encrypted under a passphrase. Takes about a second. */
export async function sealInto(sink: ByteSink, passphrase: string): Promise<ByteSink> {
  const { header, keys } = await newHeader(passphrase);
  await sink.write(header);
  let number = 0;
  const chunks = new EvenChunks(sealedChunkBytes, async (chunk, isLast) => {
    const way = { name: 'AES-GCM', iv: chunkNonce(number++, isLast) };
    await sink.write(new Uint8Array(await crypto.subtle.encrypt(way, keys.content, chunk)));
  });
  return {
    write: (bytes) => chunks.write(bytes),
    close: async () => {
      await chunks.close();
      await sink.close();
    },
  };
}
