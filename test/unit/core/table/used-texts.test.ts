import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../../renderer/core/base/record-of.ts';
import { storedTextColumns } from '../../../../renderer/core/table/columns.ts';
import { KeyFactList } from '../../../../renderer/core/table/key-facts.ts';
import { usedTexts } from '../../../../renderer/core/table/used-texts.ts';

describe('usedTexts', () => {
  const dictionaries = recordOf(storedTextColumns, () => ['', 'a', 'b', 'c', 'd']);

  it('empties what no event has, and keeps the places of the others', () => {
    const text = recordOf(storedTextColumns, () => Uint32Array.of(3, 1, 0, 3));
    const { sourceIp } = usedTexts(dictionaries, { text }, [], new Uint32Array(0));
    expect(sourceIp).toEqual(['', 'a', '', 'c', '']);
  });

  it('keeps what only a link, or the handing out of a key, names', () => {
    const text = recordOf(storedTextColumns, () => Uint32Array.of(0));
    const facts = new KeyFactList();
    facts.add({ event: 0, issues: true, key: 1, identity: 2, sourceIdentity: 3, shared: 0 });
    const links = [{ time: 0, targetGroup: 2, loadBalancer: 4 }];
    const used = usedTexts(dictionaries, { text }, links, facts.take());
    expect(used.resource).toEqual(['', '', 'b', '', 'd']);
    expect(used.accessKey).toEqual(['', 'a', '', '', '']);
    expect(used.identity).toEqual(['', '', 'b', 'c', '']);
  });
});
