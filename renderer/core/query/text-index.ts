import type { TextColumn } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';

/** What is worked out once per dictionary of a table and asked for by every keystroke. */
export class TextIndex {
  readonly #table: EventTable;
  readonly #lowered = new Map<TextColumn, readonly string[]>();
  readonly #ranks = new Map<TextColumn, Uint32Array>();

  constructor(table: EventTable) {
    this.#table = table;
  }

  /** The column's texts in lower case, by id. */
  lowered(column: TextColumn): readonly string[] {
    return madeOnce(this.#lowered, column, () =>
      this.#table.dictionaries[column].texts.map((text) => text.toLowerCase()),
    );
  }

  /** By id: the text's place among the column's texts in the order of their code units. */
  ranks(column: TextColumn): Uint32Array {
    return madeOnce(this.#ranks, column, () => ranksOf(this.#table.dictionaries[column].texts));
  }
}

function madeOnce<T>(made: Map<TextColumn, T>, column: TextColumn, make: () => T): T {
  const value = made.get(column) ?? make();
  made.set(column, value);
  return value;
}

function ranksOf(texts: readonly string[]): Uint32Array {
  const rankOfText = new Map(texts.toSorted().map((text, rank) => [text, rank]));
  return Uint32Array.from(texts, (text) => rankOfText.get(text) ?? 0);
}
