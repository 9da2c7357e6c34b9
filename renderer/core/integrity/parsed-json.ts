/** The value of a JSON text in UTF-8; undefined where the bytes are none. */
export function parsedJson(content: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content)) as unknown;
  } catch {
    return undefined;
  }
}
