import { compactJson, redactJson } from './redact-json.ts';

/** Records come as string literals inside other JSON, seldom more than once over. */
const maxLiterals = 4;

/** A record as JSON on one line, and how many secrets were taken out. */
export interface RecordJson {
  readonly json: string;
  readonly redacted: number;
}

/** A JSON object, as its own text and as a value. */
interface FoundObject {
  readonly json: string;
  readonly value: object;
}

/**
 * The record that these bytes of the evidence are, as JSON without white space between its tokens:
 * numbers, order and names that stand twice as they were written. With `redact` without its
 * secrets. Undefined where it is no JSON object: a row of a table, say.
 */
export function recordJson(raw: string, redact: boolean): RecordJson | undefined {
  const found = innermostObject(raw);
  if (found === undefined) return undefined;
  const { json, value } = found;
  if (redact) {
    const { json: text, count } = redactJson(json);
    return { json: text, redacted: count };
  }
  // As CloudTrail writes it there is no white space, and finding that out is what the platform is fast at.
  const isCompact = JSON.stringify(value) === json;
  return { json: isCompact ? json : compactJson(json), redacted: 0 };
}

/** The object of a JSON text, or of a text that is a JSON text; undefined where there is none. */
export function innermostObject(raw: string): FoundObject | undefined {
  let json = raw;
  try {
    for (let depth = 0; depth <= maxLiterals; depth++) {
      const value: unknown = JSON.parse(json);
      if (typeof value === 'object' && value !== null) return { json, value };
      if (typeof value !== 'string') return undefined;
      json = value;
    }
  } catch {
    // A row of a table, or a record that is cut off: no JSON.
    return undefined;
  }
  return undefined;
}
