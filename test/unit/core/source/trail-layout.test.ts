import { describe, expect, it } from 'vitest';
import { findTrails, type ListFolders } from '../../../../renderer/core/source/trail-layout.ts';

/** A bucket of these keys, as a listing with `/` tells its folders; notes what was listed. */
function bucketOf(...keys: readonly string[]): { list: ListFolders; listed: string[] } {
  const listed: string[] = [];
  const list: ListFolders = (prefix) => {
    listed.push(prefix);
    const folders = new Set<string>();
    for (const key of keys) {
      const slash = key.startsWith(prefix) ? key.indexOf('/', prefix.length) : -1;
      if (slash >= 0) folders.add(key.slice(0, slash + 1));
    }
    return Promise.resolve([...folders].sort());
  };
  return { list, listed };
}

const one = '111122223333';
const two = '444455556666';
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const trail = (root: string, account: string, region: string, date: string, kind = 'CloudTrail') =>
  `${root}AWSLogs/${account}/${kind}/${region}/${date}/file.json.gz`;

const single = [
  trail('', one, 'eu-west-1', '2025/12/31'),
  trail('', one, 'eu-west-1', '2026/03/02'),
  trail('', one, 'us-gov-west-1', '2026/02/01'),
  trail('', one, 'eu-west-1', '2026/03/02', 'CloudTrail-Digest'),
  `AWSLogs/${one}/elasticloadbalancing/eu-west-1/2026/03/02/access.log.gz`,
  `AWSLogs/${one}/CloudTrail-Lake/Query/2026/03/02/id/result_1.csv.gz`,
  'AWSLogs/aws-account-fields/x',
];

describe('findTrails', () => {
  it('finds accounts, regions, kinds and days of a single account’s trail', async () => {
    const found = await findTrails('', bucketOf(...single).list);
    expect(found.folders).toEqual([
      {
        account: one,
        kind: 'CloudTrail-Digest',
        region: 'eu-west-1',
        prefix: `AWSLogs/${one}/CloudTrail-Digest/eu-west-1/`,
      },
      {
        account: one,
        kind: 'CloudTrail',
        region: 'eu-west-1',
        prefix: `AWSLogs/${one}/CloudTrail/eu-west-1/`,
      },
      {
        account: one,
        kind: 'CloudTrail',
        region: 'us-gov-west-1',
        prefix: `AWSLogs/${one}/CloudTrail/us-gov-west-1/`,
      },
    ]);
    expect(found.days).toEqual({ start: day('2025-12-31'), end: day('2026-03-03') });
    expect(found.daysLookedFor).toBe(2);
  });

  it.each([
    ['an organisation', 'AWSLogs/o-ab12cd34ef/'],
    ['Control Tower', 'o-ab12cd34ef/AWSLogs/'],
    ['Control Tower since 3.0', 'o-ab12cd34ef/AWSLogs/o-ab12cd34ef/'],
    ['a prefix of its own', 'security/cloudtrail/AWSLogs/'],
  ])('finds the trail of %s', async (_, root) => {
    const keys = [one, two].map((account) => `${root}${account}/CloudTrail/eu-west-1/2026/03/02/f`);
    const { folders } = await findTrails('', bucketOf('other/x', ...keys).list);
    expect(folders.map(({ account, prefix }) => [account, prefix])).toEqual([
      [one, `${root}${one}/CloudTrail/eu-west-1/`],
      [two, `${root}${two}/CloudTrail/eu-west-1/`],
    ]);
  });

  it('starts at any place in a trail, with or without the slash, and lists nothing beside it', async () => {
    const { list, listed } = bucketOf(...single);
    const below = await findTrails(`AWSLogs/${one}/CloudTrail/eu-west-1`, list);
    expect(below.folders.map(({ prefix }) => prefix)).toEqual([
      `AWSLogs/${one}/CloudTrail/eu-west-1/`,
    ]);
    expect(below.days).toEqual({ start: day('2025-12-31'), end: day('2026-03-03') });
    expect(
      listed.every((prefix) => prefix.startsWith(`AWSLogs/${one}/CloudTrail/eu-west-1/`)),
    ).toBe(true);
    const month = await findTrails(`AWSLogs/${one}/CloudTrail/eu-west-1/2026/03/`, list);
    expect(month.days).toEqual({ start: day('2026-03-01'), end: day('2026-04-01') });
    expect(month.folders.map(({ prefix }) => prefix)).toEqual([
      `AWSLogs/${one}/CloudTrail/eu-west-1/`,
    ]);
  });

  it('says that there is none where there is none, without reading a bucket through', async () => {
    const keys = Array.from({ length: 300 }, (_, place) => `exports/${place}/a/b/c/d/file.json`);
    const { list, listed } = bucketOf(...keys);
    expect(await findTrails('', list)).toEqual({ folders: [], days: undefined, daysLookedFor: 0 });
    expect(listed.length).toBeLessThan(60);
    expect((await findTrails('AWSLogs/partial-na', list)).folders).toEqual([]);
  });

  it('ends with the first refusal of the store', async () => {
    const refuse: ListFolders = () => Promise.reject(new Error('AccessDenied'));
    await expect(findTrails('', refuse)).rejects.toThrow('AccessDenied');
  });
});
