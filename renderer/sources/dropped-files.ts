import {
  filesPerSlice,
  type LocalFile,
  type LocalSlice,
  type PathOf,
  type UnlistedEntry,
} from './local-file.ts';

/** What was dropped, taken out of the drop event: the event's own list is empty once it is over. */
export interface Dropped {
  readonly entry: FileSystemEntry;
  /** The whole path of the dropped file or folder; empty where it is not known. */
  readonly path: string;
}

/** The files and folders of a drop. To be called within the event. */
export function takeDropped(transfer: DataTransfer, pathOf: PathOf): readonly Dropped[] {
  return [...transfer.items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    if (entry === null) return [];
    const file = item.getAsFile();
    return [{ entry, path: file === null ? '' : pathOf(file) }];
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
    const file = await new Promise<File>((resolve, reject) => {
      found.file.file(resolve, reject);
    });
    return { kind: 'file', file, path: found.path };
  } catch (error) {
    const reason = `The file can’t be opened: ${told(error)}`;
    return { kind: 'unlisted', path: found.path, outcome: 'unreadable', reason };
  }
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
