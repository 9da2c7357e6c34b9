import type { EpochMs, Span } from '../core/base/units.ts';
import { ByteWindow } from '../core/decode/byte-window.ts';
import { FileReader } from '../core/decode/file-reader.ts';
import { inflateAny, inflateOne, type StreamEnd } from '../core/decode/inflate.ts';
import { RecordReader } from '../core/decode/record-reader.ts';
import {
  maxHeldBytes,
  sha256OfBytes,
  sha256OfSource,
  type ByteSource,
} from '../core/decode/sha256.ts';
import { sniff, sniffBytes, type Container } from '../core/decode/sniff.ts';
import { zipFiles } from '../core/decode/zip-archive.ts';
import { EventBuilder } from '../core/table/event-builder.ts';
import type { DecodedFile } from './decode.ts';
import { FileFindings } from './file-findings.ts';

/** What is known of a file before it is read. */
export interface EvidenceLabel {
  readonly name: string;
  readonly path: string;
  readonly modified: EpochMs | undefined;
}

interface FileLabel extends EvidenceLabel {
  readonly entry: number | undefined;
}

/** A file that was fetched and hashed, or could not be. */
export type LoadedEvidence =
  | { readonly kind: 'loaded'; readonly blob: Blob; readonly file: LoadedFile }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Fetches a file's bytes and hashes them, which can be done while another file is in work. */
export async function loadEvidence(fetched: Promise<Blob>): Promise<LoadedEvidence> {
  try {
    const blob = await fetched;
    return { kind: 'loaded', blob, file: await load(blob) };
  } catch (error) {
    return { kind: 'unreadable', reason: inWords(error) };
  }
}

/** A file's bytes, with the hash and container found in them. */
interface LoadedFile {
  readonly source: ByteSource;
  readonly sha256: string;
  readonly container: Container;
}

/** Takes one file's result; resolves when the next may be sent. */
export type TellFile = (file: DecodedFile) => Promise<void>;

/**
 * Reads evidence files, one after the other: hash, inflate, find the records, and turn them into
 * columns. Nothing in a file makes it throw: what cannot be read is told as such.
 */
export class EvidenceDecoder {
  readonly #builder = new EventBuilder();
  readonly #window = new ByteWindow();

  /** Reads a file, or an archive and then each file in it. */
  async decode(label: EvidenceLabel, loaded: LoadedEvidence, tell: TellFile): Promise<void> {
    const file = { ...label, entry: undefined };
    if (loaded.kind === 'unreadable') {
      await tell(unread(file, undefined, 'unreadable', loaded.reason));
    } else if (loaded.file.container === 'zip') {
      await this.#decodeZip(file, loaded.blob, loaded.file, tell);
    } else {
      await tell({ ...(await this.#decodeFile(file, loaded.file)), blob: loaded.blob });
    }
  }

  async #decodeZip(
    label: FileLabel,
    file: Blob,
    loaded: LoadedFile,
    tell: TellFile,
  ): Promise<void> {
    const archive = { ...unread(label, file, 'archive', ''), sha256: loaded.sha256 };
    await tell({ ...archive, container: 'zip', shape: 'zip archive', blob: file });
    const entries = zipFiles(file);
    for (;;) {
      const next = await entries.next().catch((error: unknown) => inWords(error));
      if (typeof next === 'string') {
        const rest = { ...label, path: `${label.path} » (rest of the archive)`, entry: -1 };
        await tell(unread(rest, undefined, 'unreadable', `the archive's directory: ${next}`));
        return;
      }
      if (next.done === true) return;
      const { name, entry, modified, trouble, source } = next.value;
      const inner = { name: lastPart(name), path: `${label.path} » ${name}`, modified, entry };
      const found = trouble ?? (await load(source).catch(inWords));
      await tell(
        typeof found === 'string'
          ? unread(inner, source, 'unreadable', found)
          : await this.#decodeFile(inner, found),
      );
    }
  }

  async #decodeFile(label: FileLabel, loaded: LoadedFile): Promise<DecodedFile> {
    const { source, sha256, container } = loaded;
    const refusal = refused(container);
    if (refusal !== undefined) {
      return { ...unread(label, source, 'skipped', refusal), sha256 };
    }
    const isGzip = container === 'gzip';
    let findings = new FileFindings(this.#builder);
    let reader = this.#begin(findings);
    const take = (piece: Uint8Array): void => {
      this.#window.take(piece);
    };
    let end: StreamEnd = isGzip
      ? await inflateOne(source.stream(), take)
      : await takeAll(source.stream(), take);
    if (isGzip && end.kind === 'broken') {
      this.#builder.take();
      findings = new FileFindings(this.#builder);
      reader = this.#begin(findings);
      end = await inflateAny(source.stream(), take);
    }
    this.#window.end();
    if (end.kind === 'broken') findings.note(this.#window.total, end.reason);
    const file = {
      ...unread(label, source, 'skipped', ''),
      sha256,
      container: isGzip ? ('gzip' as const) : ('plain' as const),
      inflatedBytes: this.#window.total,
    };
    return conclude(file, findings, reader, end);
  }

  #begin(findings: FileFindings): FileReader {
    const reader = new FileReader(new RecordReader(findings), findings);
    this.#window.begin((bytes, length, base, final) => {
      findings.look(bytes, length, base);
      return reader.read(bytes, length, base, final);
    });
    return reader;
  }
}

/** The verdict over a file that was read through. */
function conclude(
  file: DecodedFile,
  findings: FileFindings,
  reader: FileReader,
  end: StreamEnd,
): DecodedFile {
  const { built, issues } = findings.take();
  const { read, rejected, firstReason, isCloudTrail } = findings;
  if (read === 0 && reader.wrapper === 'Records' && issues.length === 0) {
    return { ...file, outcome: 'events', shape: shapeInWords(reader), reason: 'holds no records' };
  }
  if (!isCloudTrail) {
    if (end.kind === 'broken') {
      return { ...file, outcome: 'unreadable', reason: end.reason, read, rejected, issues };
    }
    return { ...file, reason: notCloudTrail(firstReason, read) };
  }
  return {
    ...file,
    outcome: read > rejected ? 'events' : 'unreadable',
    shape: shapeInWords(reader),
    reason: firstReason,
    read,
    rejected,
    issues,
    built,
    span: spanOf(built.columns.time),
  };
}

function notCloudTrail(firstReason: string, read: number): string {
  if (read === 0) return 'no CloudTrail records in it';
  return firstReason.startsWith('no JSON') ? 'not JSON' : firstReason;
}

/** What the file's structure says it is, in the words of the ledger. */
function shapeInWords({ wrapper, form }: FileReader): string {
  switch (wrapper) {
    case 'Records':
      return 'CloudTrail trail file';
    case 'Events':
      return 'lookup-events output';
    case 'events':
      return 'CloudWatch Logs events';
    case 'logEvents':
      return 'CloudWatch Logs subscription';
    default:
      return form === 'list' ? 'JSON array' : form === 'one' ? 'single JSON object' : 'JSON lines';
  }
}

function refused(container: Container): string | undefined {
  switch (container) {
    case 'gzip':
    case 'plain':
      return undefined;
    case 'empty':
      return 'empty file';
    case 'zip':
      return 'an archive inside an archive: extract it and import it by itself';
    case 'zstd':
    case 'xz':
    case 'bzip2':
    case '7z':
      return `a ${container} archive: unpack it and import what is in it`;
    case 'parquet':
      return 'a Parquet file: this version does not read them';
  }
}

/** Hash and container of a file. Rejects where its bytes cannot be had. */
async function load(source: ByteSource): Promise<LoadedFile> {
  if (source.size > maxHeldBytes) {
    const sha256 = await sha256OfSource(source);
    return { source, sha256, container: sniff(await firstBytes(source)) };
  }
  const bytes = await source.arrayBuffer();
  const sha256 = await sha256OfBytes(bytes);
  return {
    source: heldSource(bytes),
    sha256,
    container: sniff(new Uint8Array(bytes, 0, Math.min(sniffBytes, bytes.byteLength))),
  };
}

/** Bytes in memory as a source: a Blob of them would travel to the browser process and back. */
function heldSource(bytes: ArrayBuffer): ByteSource {
  return {
    size: bytes.byteLength,
    arrayBuffer: () => Promise.resolve(bytes),
    stream: () =>
      new ReadableStream({
        start: (controller) => {
          controller.enqueue(new Uint8Array(bytes));
          controller.close();
        },
      }),
  };
}

async function firstBytes(source: ByteSource): Promise<Uint8Array> {
  const reader = source.stream().getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return value?.subarray(0, sniffBytes) ?? new Uint8Array(0);
}

async function takeAll(
  pieces: ReadableStream<Uint8Array<ArrayBuffer>>,
  take: (piece: Uint8Array) => void,
): Promise<StreamEnd> {
  const reader = pieces.getReader();
  for (;;) {
    const next = await reader.read().catch((error: unknown) => inWords(error));
    if (typeof next === 'string') return { kind: 'broken', reason: next };
    if (next.done) return { kind: 'whole' };
    take(next.value);
  }
}

function unread(
  label: FileLabel,
  source: { readonly size: number } | undefined,
  outcome: DecodedFile['outcome'],
  reason: string,
): DecodedFile {
  return {
    ...label,
    bytes: source?.size ?? 0,
    sha256: '',
    container: 'plain',
    inflatedBytes: 0,
    shape: '',
    outcome,
    reason,
    read: 0,
    rejected: 0,
    issues: [],
    span: undefined,
    built: undefined,
    blob: undefined,
  };
}

function spanOf(time: Float64Array): Span<EpochMs> | undefined {
  let start = Infinity;
  let end = -Infinity;
  for (const at of time) {
    if (at < start) start = at;
    if (at > end) end = at;
  }
  return time.length === 0 ? undefined : { start, end: end + 1 };
}

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
