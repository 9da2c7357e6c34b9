/** Deeper nesting is left as text. */
const maxDepth = 8;

/**
 * Reads what Athena and CloudTrail Lake print for a struct, a map or a list in CSV:
 * `{type=AssumedRole, sessioncontext={attributes={…}}}`, `[{arn=…}, {arn=…}]`. Values stand without
 * quotes, so one with `, name=` in it cannot be told from two: it is taken for two. Undefined where
 * the text is nothing of the kind; `null` for a value printed so.
 */
export function parseStruct(text: string): unknown {
  const reader = new StructReader(text.trim());
  const value = reader.read(0, '');
  return reader.isAtEnd ? value : undefined;
}

class StructReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  /** `close` is what ends the struct or list around the value. */
  read(depth: number, close: '}' | ']' | ''): unknown {
    const opening = this.#text[this.#at];
    if (depth < maxDepth && opening === '{') return this.#readStruct(depth);
    if (depth < maxDepth && opening === '[') return this.#readList(depth);
    return this.#readText(close);
  }

  #readStruct(depth: number): unknown {
    const members = new Map<string, unknown>();
    this.#at++;
    while (!this.#take('}')) {
      const name = /^[\w.:/-]+(?==)/.exec(this.#text.slice(this.#at, this.#at + 128))?.[0];
      if (name === undefined) return undefined;
      this.#at += name.length + 1;
      members.set(name, this.read(depth + 1, '}'));
      if (!this.#take(', ') && this.#text[this.#at] !== '}') return undefined;
    }
    return Object.fromEntries(members);
  }

  #readList(depth: number): unknown {
    const values: unknown[] = [];
    this.#at++;
    while (!this.#take(']')) {
      values.push(this.read(depth + 1, ']'));
      if (!this.#take(', ') && this.#text[this.#at] !== ']') return undefined;
    }
    return values;
  }

  /** Up to what closes the struct or list, or to the comma before the next member. */
  #readText(close: '}' | ']' | ''): string | null {
    const pattern = close === ']' ? endInList : endInStruct;
    pattern.lastIndex = this.#at;
    const end = pattern.exec(this.#text)?.index ?? this.#text.length;
    const text = this.#text.slice(this.#at, end);
    this.#at = end;
    return text === 'null' ? null : text;
  }

  #take(expected: string): boolean {
    const isThere = this.#text.startsWith(expected, this.#at);
    if (isThere) this.#at += expected.length;
    return isThere;
  }
}

const endInStruct = /\}|, (?=[\w.:/-]+=)/g;
const endInList = /\]|, (?=[{[])/g;
