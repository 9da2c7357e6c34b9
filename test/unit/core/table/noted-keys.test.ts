import { describe, expect, it } from 'vitest';
import { keyFactsOf } from '../../../../renderer/core/table/key-facts.ts';
import { decodeOne, record } from '../../../fixtures/decode-files.ts';

const role = 'arn:aws:sts::111122223333:assumed-role/Admin/alice';

/** What the records of one file tell of keys, with texts in place of ids. */
async function factsOf(...records: readonly unknown[]) {
  const { built } = await decodeOne(JSON.stringify({ Records: records }));
  if (built === undefined) throw new Error('no events');
  const textOf = (column: 'accessKey' | 'identity', id: number): string =>
    built.newTexts.find((fresh) => fresh.column === column)?.texts[id - 1] ?? '';
  return Array.from(keyFactsOf(built.keyFacts), ({ key, identity, sourceIdentity, ...fact }) => ({
    ...fact,
    key: textOf('accessKey', key),
    identity: textOf('identity', identity),
    sourceIdentity: textOf('identity', sourceIdentity),
  }));
}

const taking = record({
  eventSource: 'sts.amazonaws.com',
  eventName: 'AssumeRole',
  requestParameters: { roleArn: 'arn:aws:iam::111122223333:role/Admin', sourceIdentity: 'alice' },
  responseElements: { credentials: { accessKeyId: 'ASIA1' }, assumedRoleUser: { arn: role } },
  sharedEventID: '9e0d1c2b-0000-4000-8000-000000000001',
});

describe('what EventBuilder notes of keys', () => {
  it('is what an event hands out, by its place', async () => {
    const [fact, ...more] = await factsOf(record(), taking);
    expect(fact).toMatchObject({
      event: 1,
      issues: true,
      key: 'ASIA1',
      identity: role,
      sourceIdentity: 'alice',
    });
    expect(more).toEqual([]);
  });

  it('is the same number for the copies of a call, another for other calls, 0 for none', async () => {
    const other = { ...taking, sharedEventID: '9e0d1c2b-0000-4000-8000-000000000002' };
    const alone = { ...taking, sharedEventID: undefined };
    const facts = await factsOf(taking, { ...taking, eventID: crypto.randomUUID() }, other, alone);
    const [one, copy, different, none] = facts.map(({ shared }) => shared);
    expect(one).toBeGreaterThan(0);
    expect([copy === one, different === one, none]).toEqual([true, false, 0]);
  });

  it('is the source identity of a key, once', async () => {
    const use = record({
      userIdentity: {
        type: 'AssumedRole',
        arn: role,
        accessKeyId: 'ASIA1',
        sessionContext: { sourceIdentity: 'alice' },
      },
    });
    expect(await factsOf(record(), use, { ...use, eventID: crypto.randomUUID() })).toEqual([
      {
        event: 1,
        issues: false,
        key: 'ASIA1',
        identity: role,
        sourceIdentity: 'alice',
        shared: 0,
      },
    ]);
  });

  it('is nothing where a call failed', async () => {
    expect(await factsOf({ ...taking, errorCode: 'AccessDenied' })).toEqual([]);
  });
});
