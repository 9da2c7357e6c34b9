import { recordOf } from '../base/record-of.ts';
import { storedTextColumns } from './columns.ts';
import type { StoredDictionaries, TargetGroupLink } from './event-table.ts';
import { keyFactsOf, type KeyFacts } from './key-facts.ts';
import type { SortedColumns } from './sort-columns.ts';

/**
 * The dictionaries with each text that nothing stored has left empty: nothing may be concluded from
 * evidence that was taken out of the case. A pass over all text columns.
 */
export function usedTexts(
  dictionaries: StoredDictionaries,
  { text }: Pick<SortedColumns, 'text'>,
  links: readonly TargetGroupLink[],
  keyFacts: KeyFacts,
): StoredDictionaries {
  const isUsed = recordOf(storedTextColumns, (column) => {
    const used = new Uint8Array(dictionaries[column].length);
    for (const id of text[column]) used[id] = 1;
    return used;
  });
  for (const { targetGroup, loadBalancer } of links) {
    isUsed.resource[targetGroup] = 1;
    isUsed.resource[loadBalancer] = 1;
  }
  for (const { key, identity, sourceIdentity } of keyFactsOf(keyFacts)) {
    isUsed.accessKey[key] = 1;
    isUsed.identity[identity] = 1;
    isUsed.identity[sourceIdentity] = 1;
  }
  return recordOf(storedTextColumns, (column) =>
    dictionaries[column].map((words, id) => (isUsed[column][id] === 1 ? words : '')),
  );
}
