import { describe, expect, it } from 'vitest';
import { sampleSettings } from '../../../made/trail.ts';
import { importedTrail } from '../../../fixtures/imported-trail.ts';

describe('the chain of the made incident', () => {
  it('leads from the stolen key over the role to the other account’s role', async () => {
    const { loaded, truth } = await importedTrail(sampleSettings);
    const { table, credentials } = loaded.built;
    const { stolenKey, chain, addresses } = truth.incident;
    const [first = '', last = ''] = chain;
    const steps = credentials
      .chainTo(table.dictionaries.accessKey.texts.indexOf(last))
      .map((issue) => credentials.step(issue));
    expect(steps.map(({ accessKey, key }) => [accessKey, key])).toEqual([
      [stolenKey, first],
      [first, last],
    ]);
    expect(steps.map(({ sourceIp }) => sourceIp)).toEqual(addresses);
    expect(steps.map(({ principal }) => principal)).toEqual([
      'user synthetic-dev-1 (111122223333)',
      'role synthetic-deploy (111122223333)',
    ]);
    // The second step crosses into another account and is noted in both: one call nevertheless.
    const key = table.dictionaries.accessKey.texts.indexOf(last);
    expect(credentials.issues.filter((issue) => issue.key === key)).toHaveLength(1);
  }, 60_000);
});
