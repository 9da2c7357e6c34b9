import { filesPerSlice, type LocalSlice, type PathOf } from './local-file.ts';

/**
 * The files picked in the system's dialog, or below the folder picked there, in slices. In the
 * order in which a walk by names finds them, whatever the dialog made of it: files are numbered
 * in the order of the list.
 */
// eslint-disable-next-line @typescript-eslint/require-await -- the dropped files, its like, do await
export async function* pickedFiles(
  files: readonly File[],
  pathOf: PathOf,
): AsyncGenerator<LocalSlice> {
  // Asking for a path takes a while: the order of a folder's files shows without.
  const picked = files.map((file) => ({
    file,
    order: walkingOrder(file.webkitRelativePath || pathOf(file)),
  }));
  picked.sort((one, other) => (one.order < other.order ? -1 : 1));
  for (let start = 0; start < picked.length; start += filesPerSlice) {
    yield picked
      .slice(start, start + filesPerSlice)
      .map(({ file }) => ({ kind: 'file', file, path: pathOf(file) }));
  }
}

/** A folder's files come before whatever has the folder's name as a beginning. */
function walkingOrder(path: string): string {
  return path.replaceAll(/[/\\]/gu, '\0');
}
