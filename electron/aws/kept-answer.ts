/** The bytes of an answer, once its command was sent. */
export type KeptAnswer = () => Uint8Array<ArrayBuffer>;

interface Result {
  response: unknown;
}

/** What is needed of the middleware of a command of the SDK. */
interface Stack<Step> {
  add(
    middleware: (handle: Step) => Step,
    options: { readonly step: 'deserialize'; readonly priority: 'low'; readonly name: string },
  ): void;
}

/**
 * Keeps an answer as it comes over the network, before the SDK takes it apart: evidence is the bytes,
 * and not what a library made of them.
 */
export function keepAnswer<R extends Result>(
  stack: Stack<(args: never) => Promise<R>>,
): KeptAnswer {
  let bytes: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  stack.add(
    (handle) => async (args) => {
      const result = await handle(args);
      const response = result.response as { body: AsyncIterable<Uint8Array> | Uint8Array };
      bytes = await bytesOf(response.body);
      // It was read to its end: who takes it apart reads this.
      response.body = bytes;
      return result;
    },
    { step: 'deserialize', priority: 'low', name: 'keepAnswer' },
  );
  return () => bytes;
}

async function bytesOf(
  body: AsyncIterable<Uint8Array> | Uint8Array,
): Promise<Uint8Array<ArrayBuffer>> {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  const pieces: Uint8Array[] = [];
  for await (const piece of body) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}
