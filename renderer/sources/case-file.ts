import { tellCaseFile, tellingBytes } from '../core/case-file/tell-case-file.ts';
import type { LocalFile, UnlistedEntry } from './local-file.ts';
import type { HostFile } from './offered-files.ts';

/** A file with a whole case in it. */
export interface CaseFile {
  readonly name: string;
  /** The whole path; as much of it as is known in a browser. */
  readonly path: string;
  readonly bytes: number;
  /** Its bytes. Rejects where it can't be had any more. */
  readonly blob: () => Promise<Blob>;
}

/** The case file that this is, told by its first bytes; undefined where it is none. */
async function caseFileIn(
  input: LocalFile | HostFile | UnlistedEntry,
): Promise<CaseFile | undefined> {
  if (input.kind === 'unlisted') return undefined;
  const head = await headOf(input).catch(() => undefined);
  if (head === undefined || tellCaseFile(head) === undefined) return undefined;
  const { path } = input;
  if (input.kind === 'file') {
    const { file } = input;
    return { name: file.name, path, bytes: file.size, blob: () => Promise.resolve(file) };
  }
  const { name, bytes } = input;
  return { name, path, bytes, blob: async () => (await fetch(addressOf(input))).blob() };
}

/** What may be a case file: files of this disk, or of the command line. */
export type CaseFileSlice = readonly (LocalFile | HostFile | UnlistedEntry)[];

/** The one file that these are, where it is a case file. */
export async function loneCaseFile(
  slices: AsyncIterable<CaseFileSlice>,
): Promise<CaseFile | undefined> {
  for await (const [first, ...others] of slices) {
    return first === undefined || others.length > 0 ? undefined : caseFileIn(first);
  }
  return undefined;
}

async function headOf(input: LocalFile | HostFile): Promise<Uint8Array | undefined> {
  if (input.kind === 'file') {
    return new Uint8Array(await input.file.slice(0, tellingBytes).arrayBuffer());
  }
  const reader = (await fetch(addressOf(input))).body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return first?.value?.slice(0, tellingBytes);
}

/** Under the app's own scheme: see electron/app-scheme.ts. */
function addressOf({ number }: HostFile): string {
  return `/evidence/${number}`;
}
