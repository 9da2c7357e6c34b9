import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  joinedKeyFacts,
  KeyFactList,
  keyFactsOf,
  type KeyFact,
} from '../../../../renderer/core/table/key-facts.ts';

const word = fc.nat({ max: 0xffff_ffff });
const fact: fc.Arbitrary<KeyFact> = fc.record({
  event: fc.nat({ max: 1000 }),
  issues: fc.boolean(),
  key: word,
  identity: word,
  sourceIdentity: word,
  shared: fc.nat({ max: 2 ** 52 - 1 }),
});

function packed(facts: readonly KeyFact[]): Uint32Array {
  const list = new KeyFactList();
  for (const one of facts) list.add(one);
  return list.take();
}

describe('KeyFactList', () => {
  it('packs facts so that the same come out', () => {
    fc.assert(
      fc.property(fc.array(fact), (facts) => {
        expect([...keyFactsOf(packed(facts))]).toEqual(facts);
      }),
      { numRuns: 50 },
    );
  });

  it('begins anew when its facts were taken', () => {
    const list = new KeyFactList();
    list.add({ event: 1, issues: true, key: 2, identity: 3, sourceIdentity: 4, shared: 5 });
    expect(list.take()).toHaveLength(7);
    expect(list.take()).toHaveLength(0);
  });
});

describe('joinedKeyFacts', () => {
  it('makes the events’ places refs, run after run', () => {
    const one = { issues: true, key: 1, identity: 2, sourceIdentity: 3, shared: 2 ** 40 };
    const run = (rows: number, ...events: readonly number[]) => ({
      rows,
      keyFacts: packed(events.map((event) => ({ ...one, event }))),
    });
    const first = joinedKeyFacts(undefined, [run(3, 0, 2), run(4, 1)]);
    expect(Array.from(keyFactsOf(first), ({ event }) => event)).toEqual([0, 2, 4]);
    const grown = joinedKeyFacts({ rows: 7, keyFacts: first }, [run(2, 1)]);
    expect([...keyFactsOf(grown)]).toEqual([0, 2, 4, 8].map((event) => ({ ...one, event })));
  });
});
