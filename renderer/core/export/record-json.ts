import { compactJson, redactJson } from './redact-json.ts';

/** Records come as string literals inside other JSON, seldom more than once over. */
const maxLiterals = 4;

/** A record as JSON on one line, and how many secrets were taken out. */
export interface RecordJson {
  readonly json: string;
  readonly redacted: number;
}

/**
 * The record that these bytes of the evidence are, as JSON without white space between its tokens:
 * numbers, order and names that stand twice as they were written. With `redact` without its
 * secrets. Undefined where it is no JSON object: a row of a table, say.
 */
export function recordJson(raw: string, redact: boolean): RecordJson | undefined {
  const json = innermostObject(raw);
  if (json === undefined) return undefined;
  if (!redact) return { json: compactJson(json), redacted: 0 };
  const { json: text, count } = redactJson(json);
  return { json: text, redacted: count };
}

/** A JSON object's own text, where it may stand as a text in a text; undefined where it is none. */
export function innermostObject(raw: string): string | undefined {
  let json = raw;
  try {
    for (let depth = 0; depth <= maxLiterals; depth++) {
      const value: unknown = JSON.parse(json);
      if (typeof value === 'object' && value !== null) return json;
      if (typeof value !== 'string') return undefined;
      json = value;
    }
  } catch {
    return undefined;
  }
  return undefined;
}
