import { describe, expect, it } from 'vitest';
import type { EntityCard } from '../../../../renderer/core/correlate/entity.ts';
import {
  classInWords,
  eventNovelties,
  noveltyInWords,
} from '../../../../renderer/state/events/card-words.ts';
import { idle, openDesk } from '../desk.ts';

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
    expect(classInWords(await card({ keyClass: 'long-term' }))).toContain('long-term');
    expect(classInWords(await card())).toContain('not an AWS access key ID');
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
      'First event of this access key from this source IP, 41 d after the first event of this access key',
    );
    const novelty = { of: 'principal', with: 'tool', since: 1000 } as const;
    expect(eventNovelties([novelty], 1000 + day)).toEqual([
      'First event of this principal with this tool, 1 d after the first event of this principal',
    ]);
  });
});
