import { filesPerSlice, type LocalSlice, type OwnEvidence, type PathOf } from './local-file.ts';

/** Picked files, or a picked folder, as evidence. */
export function pickedEvidence(files: readonly File[], pathOf: PathOf): OwnEvidence {
  const [first] = files;
  const below = first?.webkitRelativePath ?? '';
  const nameOf = first && below !== '' ? nameBelow(pathOf(first), below) : undefined;
  let byName: ReadonlyMap<string, File> | undefined;
  return {
    files: nameOf === undefined ? files : files.slice(0, 1),
    slices: () => pickedFiles(files, pathOf),
    open: (path) => {
      // Asking for a path takes a while: a folder's files are told apart without.
      byName ??= new Map(files.map((file) => [file.webkitRelativePath || pathOf(file), file]));
      return Promise.resolve(byName.get(nameOf?.(path) ?? path));
    },
  };
}

/** What a file is called below the picked folder, from its whole path; `path` is `name` as a whole one. */
function nameBelow(path: string, name: string): (path: string) => string {
  const start = path.length - name.length;
  if (path.endsWith(name)) return (whole) => whole.slice(start);
  return (whole) => whole.slice(start).replaceAll('\\', '/');
}

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
