import { describe, expect, it } from 'vitest';
import type { EntityCard } from '../../../renderer/core/correlate/entity.ts';
import {
  classInWords,
  eventNovelties,
  newCompanions,
  noveltyInWords,
} from '../../../renderer/state/card-words.ts';
import { idle, openDesk } from './desk.ts';

const day = 86_400_000;

async function card(changes: Partial<EntityCard> = {}): Promise<EntityCard> {
  const { session } = await openDesk();
  session.entity.open({ field: 'accessKey', value: 'AKIA1' });
  await idle(session);
  const { card: loaded } = session.entity;
  if (loaded.phase !== 'done' || loaded.value === undefined) throw new Error('no card');
  return { ...loaded.value, ...changes };
}

describe('classInWords', () => {
  it('tells keys and addresses apart, and where a key came from', async () => {
    expect(classInWords(await card())).toContain('long-term');
    const temporary = classInWords(await card({ keyClass: 'temporary' }));
    expect(temporary).toContain('no event of the case hands it out');
    const address = await card({ keyClass: undefined, addressClass: 'documentation' });
    expect(classInWords(address)).toContain('documentation');
    expect(classInWords(await card({ keyClass: undefined }))).toBe('');
  });
});

describe('novelty in words', () => {
  it('says of what, with what, and how long after the first use', () => {
    expect(noveltyInWords('accessKey', 'sourceIp', 41 * day)).toBe(
      'First use of this access key from this source IP, 41 d after its first use',
    );
    const novelty = { of: 'principal', with: 'tool', since: 1000 } as const;
    expect(eventNovelties([novelty], 1000 + day)).toEqual([
      'First use of this principal with this tool, 1 d after its first use',
    ]);
  });

  it('lists what an entity met long after its first use, the latest first', async () => {
    const met = (value: string, firstSeen: number, first: number) => ({
      ...{ value, firstSeen, first },
      count: 1,
    });
    const seenWith = [
      {
        field: 'sourceIp' as const,
        values: [met('10.0.0.1', 1000, 0), met('10.0.0.2', 1000 + day, 1)],
        distinct: 2,
      },
      { field: 'tool' as const, values: [met('curl', 1000 + 2 * day, 2)], distinct: 1 },
      { field: 'eventName' as const, values: [met('DeleteRule', 9 * day, 3)], distinct: 1 },
    ];
    const news = newCompanions(await card({ seenWith }));
    expect(news.map(({ value, ref }) => [value, ref])).toEqual([
      ['curl', 2],
      ['10.0.0.2', 1],
    ]);
  });
});
