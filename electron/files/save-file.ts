import { createHash, randomBytes, type Hash } from 'node:crypto';
import { statSync } from 'node:fs';
import { open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import type { SavedFile, SaveTarget } from '../ipc/contract.ts';

interface OpenFile {
  readonly handle: FileHandle;
  readonly target: string;
  readonly partial: string;
  /** The last write: each waits for the one before, so that bytes never interleave. */
  last: Promise<void>;
  /** Of all that was written. */
  readonly hash: Hash;
  bytes: number;
}

/**
 * Files being saved. The bytes go to a hidden neighbour of the target, which takes the target's name
 * only when it is whole: nobody finds half a file under the name they chose.
 */
export class SaveFiles {
  readonly #open = new Map<number, OpenFile>();
  readonly #saved = new Set<string>();
  #next = 1;

  /** Opens a save to a path. Rejects where its folder can't be written, or the path is a folder. */
  async open(target: string): Promise<SaveTarget> {
    if (await isFolder(target)) throw new Error(`${target} is a folder`);
    const name = `.${path.basename(target)}.${randomBytes(6).toString('hex')}.part`;
    const partial = path.join(path.dirname(target), name);
    const handle = await open(partial, 'wx');
    const save = this.#next++;
    this.#open.set(save, {
      ...{ handle, target, partial, last: Promise.resolve() },
      ...{ hash: createHash('sha256'), bytes: 0 },
    });
    return { save, path: target };
  }

  /** Adds bytes; resolves when they are handed to the system. */
  write(save: number, bytes: Uint8Array): Promise<void> {
    const file = this.#find(save);
    file.hash.update(bytes);
    file.bytes += bytes.length;
    file.last = file.last.then(() => file.handle.writeFile(bytes));
    return file.last;
  }

  /** Ends a save: on disk for good where kept, without a trace where not. */
  async close(save: number, keep: boolean): Promise<SavedFile> {
    const file = this.#find(save);
    this.#open.delete(save);
    try {
      if (keep) {
        await file.last;
        await file.handle.sync();
      }
      await file.handle.close();
      if (keep) await rename(file.partial, file.target);
    } catch (error) {
      await file.handle.close().catch(() => undefined);
      await rm(file.partial, { force: true });
      throw error;
    }
    if (keep) this.#saved.add(file.target);
    else await rm(file.partial, { force: true });
    return { path: file.target, bytes: file.bytes, sha256: file.hash.digest('hex') };
  }

  /** Writes a text under a saved file's name with this ending. Rejects for any other file. */
  async writeBeside(saved: string, ending: string, text: string): Promise<void> {
    if (!this.isSaved(saved)) throw new Error(`${saved} was not saved by this app`);
    const { save } = await this.open(saved + ending);
    try {
      await this.write(save, Buffer.from(text));
    } catch (error) {
      await this.close(save, false);
      throw error;
    }
    await this.close(save, true);
  }

  /** Whether this path was saved since the start: the page may ask about no other. */
  isSaved(target: string): boolean {
    return this.#saved.has(target);
  }

  /** Whether something is being saved. */
  get hasOpen(): boolean {
    return this.#open.size > 0;
  }

  /** Drops every save that is still open: what the app leaves unfinished it leaves out. */
  async discardAll(): Promise<void> {
    await Promise.all([...this.#open.keys()].map((save) => this.close(save, false)));
  }

  #find(save: number): OpenFile {
    const file = this.#open.get(save);
    if (!file) throw new Error(`save ${save} is not open`);
    return file;
  }
}

/** The first folder of these files that is not there; undefined where all are. */
export function missingFolder(targets: readonly string[]): string | undefined {
  return targets
    .map((target) => path.dirname(target))
    .find((folder) => {
      try {
        return !statSync(folder).isDirectory();
      } catch {
        return true;
      }
    });
}

async function isFolder(target: string): Promise<boolean> {
  return stat(target).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
