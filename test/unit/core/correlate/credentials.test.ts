import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Credentials } from '../../../../renderer/core/correlate/credentials.ts';
import {
  keyFactsBetween,
  plainEvents,
  tableOf,
  type PlainEvent,
} from '../../../fixtures/events.ts';

function credentialsOf(events: readonly PlainEvent[]) {
  const table = tableOf(events);
  const credentials = new Credentials(table, keyFactsBetween(events));
  const keyId = (key: string): number => table.dictionaries.accessKey.texts.indexOf(key);
  const chain = (key: string): readonly string[] =>
    credentials.chainTo(keyId(key)).map((issue) => credentials.step(issue).key);
  return { table, credentials, keyId, chain };
}

const chained = plainEvents(`
  time | eventName  | accessKey | principal     | sourceIp    | issues
  1000 | AssumeRole | AKIA1     | user alice    | 203.0.113.9 | ASIA1
  2000 | GetObject  | ASIA1     | role Admin    | 203.0.113.9 |
  3000 | AssumeRole | ASIA1     | role Admin    | 203.0.113.9 | ASIA2
  4000 | DeleteRule | ASIA2     | role Release  | 198.51.1.1  |
  5000 | GetObject  | ASIA9     | role Other    | 198.51.1.1  |
`);

describe('Credentials', () => {
  it('follows keys back to the first that was used to come by them', () => {
    const { chain, credentials, keyId } = credentialsOf(chained);
    expect(chain('ASIA2')).toEqual(['ASIA1', 'ASIA2']);
    expect(chain('AKIA1')).toEqual([]);
    expect(chain('ASIA9')).toEqual([]);
    expect(credentials.stepTo(keyId('ASIA2'))).toMatchObject({
      ref: 2,
      time: 3000,
      eventName: 'AssumeRole',
      principal: 'role Admin',
      accessKey: 'ASIA1',
      key: 'ASIA2',
    });
  });

  it('says what a call handed out, and when it was used first', () => {
    const { credentials } = credentialsOf(chained);
    expect(credentials.handedOutBy(2)).toEqual({
      key: 'ASIA2',
      identity: '',
      firstUse: { ref: 3, time: 4000 },
    });
    expect(credentials.handedOutBy(1)).toBeUndefined();
  });

  it('has no first use of a key that was never used', () => {
    const { credentials } = credentialsOf(
      plainEvents(`
        time | eventName  | accessKey | issues
        1000 | AssumeRole | AKIA1     | ASIA1
      `),
    );
    expect(credentials.handedOutBy(0)).toMatchObject({ key: 'ASIA1', firstUse: undefined });
  });

  describe('of a call noted in two accounts', () => {
    const copy = { time: 1000, text: { eventName: 'AssumeRole' } };
    const own = { ...copy, text: { ...copy.text, accessKey: 'AKIA1', principal: 'user alice' } };
    const use = { time: 2000, text: { accessKey: 'ASIA1' } };

    it.each([
      ['with the key in both', { key: 'ASIA1', shared: 7 }, { key: 'ASIA1', shared: 7 }],
      ['with the key in both and no shared id', { key: 'ASIA1' }, { key: 'ASIA1' }],
      ['with the key in the other account’s only', { key: 'ASIA1', shared: 7 }, { shared: 7 }],
      ['with the key in the caller’s only', { shared: 7 }, { key: 'ASIA1', shared: 7 }],
    ])('takes the caller’s copy, %s', (_, otherGrant, ownGrant) => {
      const events = [{ ...copy, grant: otherGrant }, { ...own, grant: ownGrant }, use];
      const { credentials, keyId } = credentialsOf(events);
      expect(credentials.issues).toHaveLength(1);
      expect(credentials.stepTo(keyId('ASIA1'))).toMatchObject({ ref: 1, accessKey: 'AKIA1' });
      expect(credentials.handedOutBy(0)).toMatchObject({ key: 'ASIA1', firstUse: { ref: 2 } });
    });

    it('takes the other account’s copy where it alone is there', () => {
      const { credentials, keyId } = credentialsOf([{ ...copy, grant: { key: 'ASIA1' } }, use]);
      expect(credentials.stepTo(keyId('ASIA1'))).toMatchObject({ ref: 0, accessKey: '' });
    });
  });

  it('knows the source identity of a session from its beginning or from its use', () => {
    const { credentials, keyId } = credentialsOf([
      { time: 1, text: { accessKey: 'AKIA1' }, grant: { key: 'ASIA1', sourceIdentity: 'alice' } },
      { time: 2, text: { accessKey: 'ASIA2' }, sourceIdentity: 'bob' },
    ]);
    expect(credentials.sourceIdentityOf(keyId('ASIA1'))).toBe('alice');
    expect(credentials.sourceIdentityOf(keyId('ASIA2'))).toBe('bob');
    expect(credentials.sourceIdentityOf(keyId('AKIA1'))).toBe('');
  });

  it('ends where evidence goes in a circle', () => {
    const { chain } = credentialsOf(
      plainEvents(`
        time | accessKey | issues
        1000 | ASIA1     | ASIA2
        2000 | ASIA2     | ASIA1
        3000 | ASIA3     | ASIA3
      `),
    );
    expect(chain('ASIA2')).toEqual(['ASIA1', 'ASIA2']);
    expect(chain('ASIA3')).toEqual([]);
  });

  it('finds what looking through all events again and again finds', () => {
    const key = fc.constantFrom('', 'K1', 'K2', 'K3', 'K4', 'K5', 'K6');
    const event = fc.record({ time: fc.nat({ max: 9 }), own: key, issued: key });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 14 }), (made) => {
        const events = made.map(({ time, own, issued }): PlainEvent => {
          const plain = { time, text: { accessKey: own } };
          return issued === '' ? plain : { ...plain, grant: { key: issued } };
        });
        const { chain, table } = credentialsOf(events);
        const inOrder = Array.from(table.ref, (ref) => made[ref]);
        const issuerOf = (wanted: string) => {
          const calls = inOrder.filter((one) => one?.issued === wanted);
          const call = calls.find((one) => one?.own !== '') ?? calls[0];
          return call?.own === wanted ? undefined : call;
        };
        const slow = (wanted: string, seen: readonly string[] = []): readonly string[] => {
          const call = wanted === '' || seen.includes(wanted) ? undefined : issuerOf(wanted);
          return call === undefined ? [] : [...slow(call.own, [...seen, wanted]), wanted];
        };
        for (const wanted of ['K1', 'K2', 'K3', 'K4', 'K5', 'K6']) {
          expect(chain(wanted)).toEqual(slow(wanted));
        }
      }),
      { numRuns: 200 },
    );
  });
});
