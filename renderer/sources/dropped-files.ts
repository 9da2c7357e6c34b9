import {
  filesPerSlice,
  type LocalFile,
  type LocalSlice,
  type OwnEvidence,
  type PathOf,
  type UnlistedEntry,
} from './local-file.ts';

/** What was dropped, taken out of the drop event: the event's own list is empty once it is over. */
export interface Dropped {
  readonly entry: FileSystemEntry;
  /** The same as the host knows it; of a folder too. */
  readonly file: File;
  /** The whole path of the dropped file or folder; empty where it is not known. */
  readonly path: string;
}

/** The files and folders of a drop. To be called within the event. */
export function takeDropped(transfer: DataTransfer, pathOf: PathOf): readonly Dropped[] {
  return [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    if (entry === null) return [];
    // One that no disk has stands for what comes without.
    const file = item.getAsFile() ?? new File([], entry.name);
    return [{ entry, file, path: pathOf(file) }];
  });
}

/** A drop as evidence. */
export function droppedEvidence(dropped: readonly Dropped[]): OwnEvidence {
  const entries = new Map(dropped.map(({ entry, path }) => [path, entry]));
  return {
    files: dropped.map(({ file }) => file),
    slices: () => droppedFiles(dropped),
    open: async (path) => {
      const entry = await entryAt(entries, path);
      return entry && isFile(entry) ? fileOf(entry).catch(() => undefined) : undefined;
    },
  };
}

/** The entry at a path: dropped itself, or somewhere below what was. */
async function entryAt(
  dropped: ReadonlyMap<string, FileSystemEntry>,
  path: string,
): Promise<FileSystemEntry | undefined> {
  const separator = path.includes('\\') ? '\\' : '/';
  const names: string[] = [];
  for (let above = path; above !== '';) {
    const entry = dropped.get(above);
    if (entry !== undefined) return names.length === 0 ? entry : below(entry, names.join('/'));
    const end = Math.max(above.lastIndexOf(separator), 0);
    names.unshift(above.slice(end + 1));
    above = above.slice(0, end);
  }
  return undefined;
}

function below(entry: FileSystemEntry, path: string): Promise<FileSystemEntry | undefined> {
  return new Promise((resolve) => {
    if (!isDirectory(entry)) resolve(undefined);
    else {
      entry.getFile(path, {}, resolve, () => {
        resolve(undefined);
      });
    }
  });
}

/** One step of the walk. */
type Found =
  | { readonly kind: 'entry'; readonly file: FileSystemFileEntry; readonly path: string }
  | UnlistedEntry;

/** All files of a drop, folders read to their ends, in the order of their names, in slices. */
export async function* droppedFiles(dropped: readonly Dropped[]): AsyncGenerator<LocalSlice> {
  let slice: Found[] = [];
  for (const { entry, path } of dropped) {
    for await (const found of walk(entry, rootPath(entry, path))) {
      slice.push(found);
      if (slice.length < filesPerSlice) continue;
      yield await opened(slice);
      slice = [];
    }
  }
  if (slice.length > 0) yield await opened(slice);
}

/** The host's path where it is a whole one: a browser knows no more than the name. */
function rootPath(entry: FileSystemEntry, path: string): string {
  return /[/\\]/u.test(path) ? path : entry.name;
}

async function* walk(entry: FileSystemEntry, path: string): AsyncGenerator<Found> {
  if (isFile(entry)) {
    yield { kind: 'entry', file: entry, path };
    return;
  }
  if (!isDirectory(entry)) {
    yield { kind: 'unlisted', path, outcome: 'skipped', reason: 'neither a file nor a folder' };
    return;
  }
  const { children, trouble } = await childrenOf(entry);
  if (trouble !== undefined) {
    yield { kind: 'unlisted', path, outcome: 'unreadable', reason: trouble };
  }
  const between = path.includes('\\') ? '\\' : '/';
  for (const child of children) yield* walk(child, path + between + child.name);
}

interface Children {
  readonly children: readonly FileSystemEntry[];
  /** Why the folder could not be read to its end. */
  readonly trouble: string | undefined;
}

// A reader answers at most a hundred entries at a time, and none when it is at the end.
async function childrenOf(directory: FileSystemDirectoryEntry): Promise<Children> {
  const reader = directory.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    try {
      const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
        reader.readEntries(resolve, reject);
      });
      if (some.length === 0) break;
      children.push(...some);
    } catch (error) {
      return { children: byName(children), trouble: `The folder can’t be read: ${told(error)}` };
    }
  }
  return { children: byName(children), trouble: undefined };
}

function byName(entries: readonly FileSystemEntry[]): readonly FileSystemEntry[] {
  return entries.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

function opened(found: readonly Found[]): Promise<LocalSlice> {
  return Promise.all(found.map(open));
}

async function open(found: Found): Promise<LocalFile | UnlistedEntry> {
  if (found.kind === 'unlisted') return found;
  try {
    return { kind: 'file', file: await fileOf(found.file), path: found.path };
  } catch (error) {
    const reason = `The file can’t be opened: ${told(error)}`;
    return { kind: 'unlisted', path: found.path, outcome: 'unreadable', reason };
  }
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => {
    entry.file(resolve, reject);
  });
}

function told(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.message : String(error);
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isDirectory(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
