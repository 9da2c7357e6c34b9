import { wholeVisibleText } from '../../core/base/visible-text.ts';

/** A piece of formatted JSON. */
export interface JsonPiece {
  /** `plain`: a text that is no JSON, or is shown as found. */
  readonly kind: 'key' | 'string' | 'number' | 'word' | 'mark' | 'plain';
  /** As it may be seen; marks carry the line breaks and the indentation. */
  readonly text: string;
  /** Where the piece starts in the formatted text. */
  readonly start: number;
}

const token =
  /[ \t\r\n]+|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/suy;
const deepest = 200;

/**
 * The JSON formatted, with every token as it stands: numbers keep their digits, strings their
 * escapes, repeated keys their places, all of which parsing and printing again would lose. Hidden
 * characters are made visible. Undefined where the text is no JSON.
 */
export function prettyJson(text: string): readonly JsonPiece[] | undefined {
  const printer = new Printer();
  token.lastIndex = 0;
  while (token.lastIndex < text.length) {
    const found = token.exec(text)?.[0];
    if (found === undefined || !printer.take(found)) return undefined;
  }
  return printer.depth === 0 && printer.pieces.length > 0 ? printer.pieces : undefined;
}

class Printer {
  readonly pieces: JsonPiece[] = [];
  #depth = 0;
  #length = 0;
  /** The bracket that was just opened, of which it is not known yet whether anything is in it. */
  #opened = '';

  get depth(): number {
    return this.#depth;
  }

  /** False where the token makes the text something else than JSON. */
  take(found: string): boolean {
    const first = found.charAt(0);
    if (/\s/u.test(first)) return true;
    if (first === '}' || first === ']') return this.#close(found);
    if (this.#opened !== '') this.#add('mark', `${this.#opened}\n${this.#indent()}`);
    this.#opened = '';
    if (first === '{' || first === '[') return this.#open(found);
    if (first === ',') this.#add('mark', `,\n${this.#indent()}`);
    else if (first === ':') this.#colon();
    else if (first === '"') this.#add('string', wholeVisibleText(found));
    else this.#add(/[tfn]/u.test(first) ? 'word' : 'number', found);
    return true;
  }

  #open(bracket: string): boolean {
    this.#opened = bracket;
    this.#depth += 1;
    return this.#depth <= deepest;
  }

  #close(bracket: string): boolean {
    this.#depth -= 1;
    if (this.#depth < 0) return false;
    this.#add(
      'mark',
      this.#opened === '' ? `\n${this.#indent()}${bracket}` : this.#opened + bracket,
    );
    this.#opened = '';
    return true;
  }

  // A string is known to be a key once its colon comes.
  #colon(): void {
    const key = this.pieces.at(-1);
    if (key?.kind === 'string') this.pieces[this.pieces.length - 1] = { ...key, kind: 'key' };
    this.#add('mark', ': ');
  }

  #add(kind: JsonPiece['kind'], text: string): void {
    this.pieces.push({ kind, text, start: this.#length });
    this.#length += text.length;
  }

  #indent(): string {
    return '  '.repeat(this.#depth);
  }
}

/** The text as found, line by line, with hidden characters made visible. */
export function visibleLines(text: string): string {
  return text
    .split('\n')
    .map((line) => wholeVisibleText(line.replaceAll('\t', '  ')))
    .join('\n');
}
