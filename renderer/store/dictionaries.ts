import { recordOf } from '../core/base/record-of.ts';
import { storedTextColumns } from '../core/table/columns.ts';
import type { StoredDictionaries } from '../core/table/event-table.ts';
import type { CaseDatabase } from './case-database.ts';

/** All dictionaries of a case; each begins with the empty text. */
export async function readDictionaries(database: CaseDatabase): Promise<StoredDictionaries> {
  const rows = await database.terms.toArray();
  const texts = recordOf(storedTextColumns, () => ['']);
  for (const row of rows) {
    const column = texts[row.column];
    row.texts.forEach((text, place) => (column[row.first + place] = text));
  }
  return texts;
}
