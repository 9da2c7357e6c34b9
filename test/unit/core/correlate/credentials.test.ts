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
  time | eventName  | accessKey            | principal    | sourceIp    | issues
  1000 | AssumeRole | AKIATESTKEY000000001 | user alice   | 203.0.113.9 | ASIATESTKEY000000001
  2000 | GetObject  | ASIATESTKEY000000001 | role Admin   | 203.0.113.9 |
  3000 | AssumeRole | ASIATESTKEY000000001 | role Admin   | 203.0.113.9 | ASIATESTKEY000000002
  4000 | DeleteRule | ASIATESTKEY000000002 | role Release | 198.51.1.1  |
  5000 | GetObject  | ASIATESTKEY000000009 | role Other   | 198.51.1.1  |
`);

const sixKeys = [1, 2, 3, 4, 5, 6].map((digit) => `AKIATESTKEY00000000${digit}`);

describe('Credentials', () => {
  it('follows keys back to the first that was used to come by them', () => {
    const { chain, credentials, keyId } = credentialsOf(chained);
    expect(chain('ASIATESTKEY000000002')).toEqual(['ASIATESTKEY000000001', 'ASIATESTKEY000000002']);
    expect(chain('AKIATESTKEY000000001')).toEqual([]);
    expect(chain('ASIATESTKEY000000009')).toEqual([]);
    expect(credentials.stepTo(keyId('ASIATESTKEY000000002'))).toMatchObject({
      ref: 2,
      time: 3000,
      eventName: 'AssumeRole',
      principal: 'role Admin',
      accessKey: 'ASIATESTKEY000000001',
      key: 'ASIATESTKEY000000002',
    });
  });

  it('says what a call handed out, and when it was used first', () => {
    const { credentials } = credentialsOf(chained);
    expect(credentials.handedOutBy(2)).toEqual({
      key: 'ASIATESTKEY000000002',
      identity: '',
      firstUse: { ref: 3, time: 4000 },
    });
    expect(credentials.handedOutBy(1)).toBeUndefined();
  });

  it('names whom a key was handed out to as principals are named', () => {
    const events = plainEvents(`
      time | accessKey
      1000 | AKIATESTKEY000000001
    `).map((event) => ({
      ...event,
      grant: {
        key: 'ASIATESTKEY000000001',
        identity: 'arn:aws:sts::444455556666:assumed-role/Release/alice',
      },
    }));
    const { credentials, keyId } = credentialsOf(events);
    expect(credentials.stepTo(keyId('ASIATESTKEY000000001'))).toMatchObject({
      identity: 'arn:aws:sts::444455556666:assumed-role/Release/alice',
      recipient: 'role Release (444455556666)',
    });
  });

  it('has no first use of a key that was never used', () => {
    const { credentials } = credentialsOf(
      plainEvents(`
        time | eventName  | accessKey            | issues
        1000 | AssumeRole | AKIATESTKEY000000001 | ASIATESTKEY000000001
      `),
    );
    expect(credentials.handedOutBy(0)).toMatchObject({
      key: 'ASIATESTKEY000000001',
      firstUse: undefined,
    });
  });

  describe('of a call noted in two accounts', () => {
    const copy = { time: 1000, text: { eventName: 'AssumeRole' } };
    const own = {
      ...copy,
      text: { ...copy.text, accessKey: 'AKIATESTKEY000000001', principal: 'user alice' },
    };
    const use = { time: 2000, text: { accessKey: 'ASIATESTKEY000000001' } };

    it.each([
      [
        'with the key in both',
        { key: 'ASIATESTKEY000000001', shared: 7 },
        { key: 'ASIATESTKEY000000001', shared: 7 },
      ],
      [
        'with the key in both and no shared id',
        { key: 'ASIATESTKEY000000001' },
        { key: 'ASIATESTKEY000000001' },
      ],
      [
        'with the key in the other account’s only',
        { key: 'ASIATESTKEY000000001', shared: 7 },
        { shared: 7 },
      ],
      [
        'with the key in the caller’s only',
        { shared: 7 },
        { key: 'ASIATESTKEY000000001', shared: 7 },
      ],
    ])('takes the caller’s copy, %s', (_, otherGrant, ownGrant) => {
      const events = [{ ...copy, grant: otherGrant }, { ...own, grant: ownGrant }, use];
      const { credentials, keyId } = credentialsOf(events);
      expect(credentials.issues).toHaveLength(1);
      expect(credentials.stepTo(keyId('ASIATESTKEY000000001'))).toMatchObject({
        ref: 1,
        accessKey: 'AKIATESTKEY000000001',
      });
      expect(credentials.handedOutBy(0)).toMatchObject({
        key: 'ASIATESTKEY000000001',
        firstUse: { ref: 2 },
      });
    });

    it('takes the other account’s copy where it alone is there', () => {
      const { credentials, keyId } = credentialsOf([
        { ...copy, grant: { key: 'ASIATESTKEY000000001' } },
        use,
      ]);
      expect(credentials.stepTo(keyId('ASIATESTKEY000000001'))).toMatchObject({
        ref: 0,
        accessKey: '',
      });
    });
  });

  it('knows the source identity of a session from its beginning or from its use', () => {
    const { credentials, keyId } = credentialsOf([
      {
        time: 1,
        text: { accessKey: 'AKIATESTKEY000000001' },
        grant: { key: 'ASIATESTKEY000000001', sourceIdentity: 'alice' },
      },
      { time: 2, text: { accessKey: 'ASIATESTKEY000000002' }, sourceIdentity: 'bob' },
    ]);
    expect(credentials.sourceIdentityOf(keyId('ASIATESTKEY000000001'))).toBe('alice');
    expect(credentials.sourceIdentityOf(keyId('ASIATESTKEY000000002'))).toBe('bob');
    expect(credentials.sourceIdentityOf(keyId('AKIATESTKEY000000001'))).toBe('');
  });

  it('ends where evidence goes in a circle', () => {
    const { chain } = credentialsOf(
      plainEvents(`
        time | accessKey            | issues
        1000 | ASIATESTKEY000000001 | ASIATESTKEY000000002
        2000 | ASIATESTKEY000000002 | ASIATESTKEY000000001
        3000 | ASIATESTKEY000000003 | ASIATESTKEY000000003
      `),
    );
    expect(chain('ASIATESTKEY000000002')).toEqual(['ASIATESTKEY000000001', 'ASIATESTKEY000000002']);
    expect(chain('ASIATESTKEY000000003')).toEqual([]);
  });

  it('finds what looking through all events again and again finds', () => {
    const key = fc.constantFrom('', ...sixKeys);
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
        for (const wanted of sixKeys) {
          expect(chain(wanted)).toEqual(slow(wanted));
        }
      }),
      { numRuns: 200 },
    );
  });
});
