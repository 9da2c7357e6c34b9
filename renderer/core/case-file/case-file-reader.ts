import { sha256 } from '@noble/hashes/sha2.js';
import { BlobReader, configure, ZipReader, type FileEntry } from '@zip.js/zip.js';
import { inWords } from '../decode/byte-source.ts';
import { toHex } from '../decode/hex.ts';
import { zipEntryPieces } from '../decode/zip-entry.ts';
import { caseFileFormat, caseFileNames, tableEntry, type CaseFileTable } from './case-facts.ts';
import { parseRow } from './row-text.ts';
import { keysOf, sealedHeaderBytes } from './sealed-format.ts';
import { SealedReader } from './sealed-reader.ts';
import { tellCaseFile, tellingBytes } from './tell-case-file.ts';

configure({ useWebWorkers: false });

/** Lists and heads are some thousand bytes an entry; a row is a run of 65,536 events at most. */
const maxTextBytes = 256 * 1024 * 1024;
/** Small pieces of a Blob each cost a way to the browser's process. */
const blobPartBytes = 1024 * 1024;

type Bytes = Uint8Array<ArrayBuffer>;

/** What `case.json` says; `case` as it stands there. */
interface ReadHead {
  readonly app: string;
  readonly written: string;
  readonly case: unknown;
  readonly tables: readonly CaseFileTable[];
}

/**
 * Reads a case file. Whatever is not as it was written makes the call reject with a sentence that
 * says what and where; nothing read before counts then. Memory is a row, or a piece of evidence.
 */
export class CaseFileReader {
  readonly #entries: ReadonlyMap<string, FileEntry>;
  readonly #sums: ReadonlyMap<string, string>;
  readonly #unread: Set<string>;
  readonly #progress: (bytes: number) => void;
  #head: ReadHead | undefined;

  private constructor(
    entries: ReadonlyMap<string, FileEntry>,
    sums: ReadonlyMap<string, string>,
    progress: (bytes: number) => void,
  ) {
    this.#entries = entries;
    this.#sums = sums;
    this.#unread = new Set(sums.keys());
    this.#progress = progress;
  }

  /**
   * Opens a file; undefined where it is sealed and the passphrase, or its lack, does not open it.
   * `progress` hears how many bytes of the file are done with, a piece at a time.
   */
  static async open(
    file: Blob,
    passphrase: string | undefined,
    progress: (bytes: number) => void = () => undefined,
  ): Promise<CaseFileReader | undefined> {
    const bytes = await bytesOf(file, passphrase);
    if (bytes === undefined) return undefined;
    const zip = new ZipReader(bytes, { strictness: 'strict', checkSignature: false });
    const found = await zip.getEntries().catch((error: unknown) => {
      throw bytes instanceof SealedReader ? error : cutOff(error);
    });
    const entries = new Map<string, FileEntry>();
    for (const entry of found) if (!entry.directory) entries.set(entry.filename, entry);
    const listed = entries.get(caseFileNames.sums);
    if (listed === undefined) throw new Error('The list of what is in the file is missing.');
    const sums = parseSums(await textOf(listed));
    const named = [...entries.keys()].filter((name) => name !== caseFileNames.sums);
    for (const name of named) {
      if (!sums.has(name)) throw new Error(`“${name}” in the file is not in its list.`);
    }
    for (const name of sums.keys()) {
      if (!entries.has(name)) throw new Error(`“${name}” is in the file’s list, and is missing.`);
    }
    return new CaseFileReader(entries, sums, progress);
  }

  /** What `case.json` says. Rejects where a later version wrote the file. */
  async head(): Promise<ReadHead> {
    if (this.#head !== undefined) return this.#head;
    await this.#text(caseFileNames.type);
    const json: unknown = JSON.parse(await this.#text(caseFileNames.head));
    this.#head = readHead(json);
    return this.#head;
  }

  /** The rows of a table, with their Blobs. Their number was checked when it comes to its end. */
  async *rows({ name, rows }: CaseFileTable): AsyncGenerator<Record<string, unknown>> {
    let count = 0;
    for await (const line of this.#lines(tableEntry(name))) {
      const { row, blobs } = parseRow(line);
      for (const { member, entry, bytes } of blobs) row[member] = await this.#blob(entry, bytes);
      count++;
      yield row;
    }
    if (count !== rows) throw new Error(`Table “${name}” has ${count} rows in place of ${rows}.`);
  }

  /** To be called at the end: what was never asked for must not be in the file either. */
  checkAllRead(): void {
    const [unread] = this.#unread;
    if (unread !== undefined) throw new Error(`“${unread}” in the file belongs to nothing in it.`);
  }

  async *#lines(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    let rest = '';
    for await (const piece of this.#pieces(name)) {
      const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > maxTextBytes) throw new Error(`“${name}” has a line without an end.`);
      yield* lines;
    }
    if (rest !== '') throw new Error(`“${name}” ends in the middle of a row.`);
  }

  async #blob(name: string, bytes: number): Promise<Blob> {
    const parts: Blob[] = [];
    let waiting: Bytes[] = [];
    let waits = 0;
    for await (const piece of this.#pieces(name)) {
      waiting.push(piece);
      waits += piece.length;
      if (waits < blobPartBytes) continue;
      parts.push(new Blob(waiting));
      waiting = [];
      waits = 0;
    }
    const blob = new Blob([...parts, ...waiting]);
    if (blob.size !== bytes) throw new Error(`“${name}” has ${blob.size} bytes, not ${bytes}.`);
    return blob;
  }

  async #text(name: string): Promise<string> {
    const decoder = new TextDecoder();
    let text = '';
    for await (const piece of this.#pieces(name)) {
      text += decoder.decode(piece, { stream: true });
      if (text.length > maxTextBytes) throw new Error(`“${name}” is longer than any can be.`);
    }
    return text + decoder.decode();
  }

  async *#pieces(name: string): AsyncGenerator<Bytes> {
    const entry = this.#entries.get(name);
    if (entry === undefined) throw new Error(`“${name}” is missing in the file.`);
    this.#unread.delete(name);
    const hash = sha256.create();
    let told = 0;
    for await (const piece of entryPieces(entry)) {
      hash.update(piece);
      const share = entry.uncompressedSize === 0 ? 0 : piece.length / entry.uncompressedSize;
      told += share * entry.compressedSize;
      this.#progress(share * entry.compressedSize);
      yield piece;
    }
    this.#progress(entry.compressedSize - told);
    const found = toHex(hash.digest());
    const expected = this.#sums.get(name);
    if (found !== expected) {
      throw new Error(`“${name}” in the file was changed: its SHA-256 is ${found}.`);
    }
  }
}

/** The bytes of the zip; undefined where a passphrase is wanted, or another one. */
async function bytesOf(
  file: Blob,
  passphrase: string | undefined,
): Promise<BlobReader | SealedReader | undefined> {
  const kind = tellCaseFile(new Uint8Array(await file.slice(0, tellingBytes).arrayBuffer()));
  if (kind === undefined) throw new Error('It is no case file of Trailwitness.');
  if (kind === 'open') return new BlobReader(file);
  if (passphrase === undefined) return undefined;
  const header = new Uint8Array(await file.slice(0, sealedHeaderBytes).arrayBuffer());
  const keys = await keysOf(header, passphrase);
  if (keys === undefined) return undefined;
  const reader = new SealedReader(file, keys);
  await reader.checkEnd();
  return reader;
}

/** What an entry holds. Rejects where it can't be read to its end. */
async function* entryPieces(entry: FileEntry): AsyncGenerator<Bytes> {
  const end = yield* zipEntryPieces(entry);
  if (end.kind === 'broken') throw new Error(`“${entry.filename}” can’t be read: ${end.reason}.`);
}

async function textOf(entry: FileEntry): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of entryPieces(entry)) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > maxTextBytes) throw new Error('The list in the file is longer than any is.');
  }
  return text;
}

/** Lines as sha256sum writes them. */
function parseSums(text: string): ReadonlyMap<string, string> {
  const sums = new Map<string, string>();
  for (const line of text.split('\n').slice(0, -1)) {
    const [, hash, name] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? [];
    if (hash === undefined || name === undefined || sums.has(name)) {
      throw new Error('The list of what is in the file was changed.');
    }
    sums.set(name, hash);
  }
  return sums;
}

function readHead(json: unknown): ReadHead {
  const head = membersOf(json);
  if (typeof head['format'] === 'number' && head['format'] > caseFileFormat) {
    const by = typeof head['app'] === 'string' ? ` (${head['app']})` : '';
    throw new Error(`The file was written by a later version of Trailwitness${by}. Open it there.`);
  }
  const { app, written, tables } = head;
  if (head['format'] !== caseFileFormat || typeof app !== 'string' || typeof written !== 'string') {
    throw new Error('The file’s case.json is none.');
  }
  if (!Array.isArray(tables)) throw new Error('The file’s case.json names no tables.');
  return { app, written, case: head['case'], tables: tables.map(readTable) };
}

function readTable(json: unknown): CaseFileTable {
  const { name, rows } = membersOf(json);
  if (typeof name !== 'string' || typeof rows !== 'number') {
    throw new Error('The file’s case.json names a table that is none.');
  }
  return { name, rows };
}

function membersOf(json: unknown): Readonly<Record<string, unknown>> {
  return typeof json === 'object' && json !== null ? { ...json } : {};
}

function cutOff(error: unknown): Error {
  return new Error(`The file is cut off, or its end was changed: ${inWords(error)}.`);
}
