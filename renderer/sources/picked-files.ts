import { filesPerSlice, type LocalOffer, type PathOf } from './local-file.ts';

/** The files picked in the system's dialog, or below the folder picked there, in slices. */
// eslint-disable-next-line @typescript-eslint/require-await -- the dropped files, its like, do await
export async function* pickedFiles(
  files: readonly File[],
  pathOf: PathOf,
): AsyncGenerator<LocalOffer> {
  for (let start = 0; start < files.length; start += filesPerSlice) {
    const slice = files.slice(start, start + filesPerSlice);
    yield {
      files: slice.map((file) => ({ kind: 'file', file, path: pathOf(file) })),
      unlisted: [],
    };
  }
}
