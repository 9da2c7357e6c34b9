import { describe, expect, it } from 'vitest';
import { pickedFiles } from '../../../renderer/sources/picked-files.ts';

describe('pickedFiles', () => {
  it('gives files in the order of a walk by names, in slices', async () => {
    const names = ['b/z.json', 'b-2.json', 'b/a/y.json', 'a.json', 'b/a.json'];
    const files = names.map((name) => new File([name], name));
    const paths: string[] = [];
    for await (const offer of pickedFiles(files, (file) => file.name)) {
      paths.push(...offer.map(({ path }) => path));
    }
    expect(paths).toEqual(['a.json', 'b/a/y.json', 'b/a.json', 'b/z.json', 'b-2.json']);
  });
});
