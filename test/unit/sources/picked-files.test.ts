import { describe, expect, it } from 'vitest';
import type { LocalSlice } from '../../../renderer/sources/local-file.ts';
import { pickedEvidence, pickedFiles } from '../../../renderer/sources/picked-files.ts';

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

  it('hands files on in slices, with their paths', async () => {
    const files = Array.from(
      { length: 401 },
      (_, number) => new File([], `${String(number).padStart(3, '0')}.json`),
    );
    const slices: LocalSlice[] = [];
    for await (const slice of pickedFiles(files, ({ name }) => `/logs/${name}`)) slices.push(slice);
    expect(slices.map((slice) => slice.length)).toEqual([200, 200, 1]);
    expect(slices[2]?.[0]?.path).toBe('/logs/400.json');
  });
});

/** A file as it comes with a picked folder. */
function fileBelow(webkitRelativePath: string): File {
  const name = webkitRelativePath.split('/').at(-1) ?? '';
  return Object.defineProperty(new File([webkitRelativePath], name), 'webkitRelativePath', {
    value: webkitRelativePath,
  });
}

describe('pickedEvidence', () => {
  it('names a folder by one of its files, and opens them by whole paths', async () => {
    const files = ['logs/a.json', 'logs/deep/a.json'].map(fileBelow);
    const evidence = pickedEvidence(files, (file) => `/cases/${file.webkitRelativePath}`);
    expect(evidence.files).toEqual([files[0]]);
    expect(await evidence.open('/cases/logs/deep/a.json')).toBe(files[1]);
    expect(await evidence.open('/cases/logs/deep/b.json')).toBeUndefined();
  });

  it('opens files of a folder by the paths of Windows', async () => {
    const files = ['logs/a.json', 'logs/deep/a.json'].map(fileBelow);
    const evidence = pickedEvidence(
      files,
      (file) => `C:\\cases\\${file.webkitRelativePath.replaceAll('/', '\\')}`,
    );
    expect(await evidence.open('C:\\cases\\logs\\deep\\a.json')).toBe(files[1]);
  });

  it('takes a backslash for the part of a name that it is elsewhere', async () => {
    const files = ['logs/deep/a.json', 'logs/deep\\a.json'].map(fileBelow);
    const evidence = pickedEvidence(files, (file) => `/cases/${file.webkitRelativePath}`);
    expect(await evidence.open('/cases/logs/deep\\a.json')).toBe(files[1]);
    expect(await evidence.open('/cases/logs/deep/a.json')).toBe(files[0]);
  });

  it('names files that were picked one by one each by itself', async () => {
    const files = ['a.json', 'b.json'].map((name) => new File([name], name));
    const evidence = pickedEvidence(files, ({ name }) => `/cases/${name}`);
    expect(evidence.files).toEqual(files);
    expect(await evidence.open('/cases/b.json')).toBe(files[1]);
  });
});
