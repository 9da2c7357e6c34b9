import type { TextColumn } from '../table/columns.ts';
import type { EventTable } from '../table/event-table.ts';
import type { AddedColumn } from './added-columns.ts';
import type { FieldColumn } from './allowed-ids.ts';
import { textRanks } from './text-ranks.ts';

/** What is worked out once per dictionary of a table and asked for by every keystroke. */
export class TextIndex {
  readonly #table: EventTable;
  readonly #lowered = new Map<TextColumn, readonly string[]>();
  readonly #ranks = new Map<TextColumn, Uint32Array>();

  constructor(table: EventTable) {
    this.#table = table;
  }

  /** The column with its texts in lower case. */
  column(column: TextColumn): FieldColumn {
    const { texts } = this.#table.dictionaries[column];
    const lowered = (): readonly string[] =>
      madeOnce(this.#lowered, column, () => inLowerCase(texts));
    return { ids: this.#table.text[column], texts, lowered };
  }

  /** By id: the text's place among the column's texts in the order of their code units. */
  ranks(column: TextColumn): Uint32Array {
    return madeOnce(this.#ranks, column, () => textRanks(this.#table.dictionaries[column].texts));
  }
}

function madeOnce<T>(made: Map<TextColumn, T>, column: TextColumn, make: () => T): T {
  const value = made.get(column) ?? make();
  made.set(column, value);
  return value;
}

/** As `TextIndex.column`, of a column that is made anew too often to keep what is worked out. */
export function addedColumn({ ids, texts }: AddedColumn): FieldColumn {
  return { ids, texts, lowered: () => inLowerCase(texts) };
}

function inLowerCase(texts: readonly string[]): readonly string[] {
  return texts.map((text) => text.toLowerCase());
}
