import { describe, expect, it } from 'vitest';
import { commonFolder } from '../../../../renderer/core/source/common-folder.ts';

describe('commonFolder', () => {
  it.each([
    [['/a/b/c.json', '/a/b/d/e.json'], '/a/b/'],
    [['/a/bee.json', '/a/beer.json'], '/a/'],
    [['C:\\logs\\a.gz', 'C:\\logs\\b\\c.gz'], 'C:\\logs\\'],
    [['/e/a.zip', '/e/a.zip » AWSLogs/x.json'], '/e/'],
    [['/only/one.json'], '/only/'],
    [['a.json', 'b.json'], ''],
    [[], ''],
  ])('of %j is %j', (paths, folder) => {
    expect(commonFolder(paths)).toBe(folder);
  });
});
