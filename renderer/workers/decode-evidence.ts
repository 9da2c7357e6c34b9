import type { EpochMs } from '../core/base/units.ts';
import { archiveFiles, type ArchiveFile } from '../core/decode/archive.ts';
import { inWords, type StreamEnd, type Streamable } from '../core/decode/byte-source.ts';
import { ByteWindow } from '../core/decode/byte-window.ts';
import type { HashKey } from '../core/decode/content-hash.ts';
import { InflateBudget } from '../core/decode/inflate-budget.ts';
import {
  isWrapping,
  unwrapped,
  unwrappedPieces,
  type ArchiveKind,
  type Wrapping,
} from '../core/decode/layers.ts';
import { loadBytes, type LoadedBytes } from '../core/decode/load-bytes.ts';
import { sniff, type Kind } from '../core/decode/sniff.ts';
import { EventBuilder } from '../core/table/event-builder.ts';
import { concludeFile, refusalOf, unreadFile } from './conclude-file.ts';
import type { DecodedFile } from './decode.ts';
import { FileContent } from './file-content.ts';
import { FileFindings } from './file-findings.ts';

/** What is known of a file before it is read. */
export interface EvidenceLabel {
  readonly name: string;
  readonly path: string;
  readonly modified: EpochMs | undefined;
}

/** A file that was fetched and hashed, or could not be. */
export type LoadedEvidence =
  | { readonly kind: 'loaded'; readonly blob: Blob; readonly file: LoadedBytes }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** Fetches a file's bytes and hashes them, which can be done while another file is in work. */
export async function loadEvidence(fetched: Promise<Blob>): Promise<LoadedEvidence> {
  try {
    const blob = await fetched;
    return { kind: 'loaded', blob, file: await loadBytes(blob) };
  } catch (error) {
    return { kind: 'unreadable', reason: inWords(error) };
  }
}

/** Takes one file's result; resolves when the next may be sent. */
export type TellFile = (file: DecodedFile) => Promise<void>;

/** Archives in archives in archives are opened, and no deeper; and so with packings. */
const maxArchives = 3;
const maxWrappings = 3;
const maxEntries = 1_000_000;

/** A file in work, and what is said of it whatever is in it. */
interface FileInWork {
  readonly file: DecodedFile;
  readonly loaded: LoadedBytes;
  readonly budget: InflateBudget;
  readonly tell: TellFile;
}

/**
 * Reads evidence files, one after the other: hash, unpack, find the records, and turn them into
 * columns. Nothing in a file makes it throw: what cannot be read is told as such.
 */
export class EvidenceDecoder {
  readonly #builder: EventBuilder;
  readonly #window = new ByteWindow();

  /** `key` is the case's, for telling records apart. */
  constructor(key: HashKey) {
    this.#builder = new EventBuilder(key);
  }

  /** Reads a file, or an archive and then each file in it. */
  async decode(label: EvidenceLabel, loaded: LoadedEvidence, tell: TellFile): Promise<void> {
    const file = unreadFile(label);
    if (loaded.kind === 'unreadable') {
      await tell({ ...file, outcome: 'unreadable', reason: loaded.reason });
      return;
    }
    const { bytes, sha256 } = loaded.file;
    await this.#decodeFile({
      file: { ...file, bytes, sha256, blob: loaded.blob },
      loaded: loaded.file,
      budget: new InflateBudget(bytes),
      tell,
    });
  }

  async #decodeFile(work: FileInWork): Promise<void> {
    const { file, loaded, tell } = work;
    const wrappings: Wrapping[] = [];
    let kind = sniff(loaded.head);
    for (;;) {
      if (isWrapping(kind) && wrappings.length < maxWrappings) wrappings.push(kind);
      else if ((kind === 'zip' || kind === 'tar') && file.depth < maxArchives) {
        await this.#decodeArchive(work, wrappings, kind);
        return;
      } else if (kind !== 'plain') {
        await tell({ ...file, layers: wrappings, reason: refusalOf(kind) });
        return;
      }
      const found = await this.#decodeContent(work, wrappings);
      if (typeof found !== 'string') {
        await tell(found);
        return;
      }
      kind = found;
    }
  }

  async #decodeArchive(
    { file, loaded, budget, tell }: FileInWork,
    wrappings: readonly Wrapping[],
    kind: ArchiveKind,
  ): Promise<void> {
    const layers = [...wrappings, kind];
    await tell({
      ...file,
      outcome: 'archive',
      layers,
      shape: `${kind} archive`,
      reason: loaded.flaw ?? '',
    });
    const { path, depth } = file;
    const rest = {
      ...unreadFile({
        name: file.name,
        path: `${path} » (rest of the archive)`,
        modified: undefined,
      }),
      depth: depth + 1,
      entry: -1,
    };
    const tellRest = (reason: string): Promise<void> =>
      tell({ ...rest, outcome: 'unreadable', reason });
    const files = archiveFiles(kind, unwrapped(loaded.source, wrappings));
    for (let count = 0; ; count++) {
      const next = await files.next().catch(inWords);
      if (typeof next === 'string') return tellRest(`the archive cannot be read on: ${next}`);
      if (next.done === true) return;
      if (count >= maxEntries || budget.isSpent) {
        await files.return(undefined);
        return tellRest(
          budget.isSpent ? budget.reason : 'more than 1,000,000 files: no more of them were read',
        );
      }
      await this.#decodeEntry(file, next.value, budget, tell);
    }
  }

  async #decodeEntry(
    archive: DecodedFile,
    { entry, name, size, modified, refusal, source }: ArchiveFile,
    budget: InflateBudget,
    tell: TellFile,
  ): Promise<void> {
    const label = {
      name: name.slice(name.lastIndexOf('/') + 1),
      path: `${archive.path} » ${name}`,
      modified,
    };
    const file = { ...unreadFile(label), bytes: size, depth: archive.depth + 1, entry };
    if (refusal !== undefined) {
      await tell({ ...file, ...refusal });
      return;
    }
    const loaded = await loadBytes(source, (spent) => budget.spend(spent)).catch(inWords);
    if (budget.isSpent || typeof loaded === 'string') {
      const reason = typeof loaded === 'string' ? loaded : budget.reason;
      await tell({ ...file, outcome: 'unreadable', reason });
    } else {
      const { bytes, sha256 } = loaded;
      await this.#decodeFile({ file: { ...file, bytes, sha256 }, loaded, budget, tell });
    }
  }

  /** Reads what is in the wrappings; answers what it is where it is packed again. */
  async #decodeContent(
    { file, loaded, budget }: FileInWork,
    wrappings: readonly Wrapping[],
  ): Promise<DecodedFile | Kind> {
    const findings = new FileFindings(this.#builder);
    const content = new FileContent(
      findings,
      wrappings.length > 0 && wrappings.at(-1) !== 'parquet',
    );
    this.#window.begin((bytes, length, base, final) => content.read(bytes, length, base, final));
    const end = await this.#take(loaded.source, wrappings, content, budget);
    this.#window.end();
    if (content.packing !== undefined) return content.packing;
    if (content.reader === undefined) return 'empty';
    const damage = loaded.flaw ?? (end.kind === 'broken' ? end.reason : undefined);
    if (damage !== undefined) findings.note(this.#window.total, damage);
    const read = { ...file, layers: wrappings, inflatedBytes: this.#window.total };
    return concludeFile(read, findings, content.reader, { damage, head: loaded.head });
  }

  async #take(
    source: Streamable,
    wrappings: readonly Wrapping[],
    content: FileContent,
    budget: InflateBudget,
  ): Promise<StreamEnd> {
    const pieces = unwrappedPieces(source, wrappings);
    for (;;) {
      const next = await pieces.next();
      if (next.done === true) return next.value;
      this.#window.take(next.value);
      const isOver = wrappings.length > 0 && !budget.spend(next.value.length);
      if (!isOver && content.packing === undefined) continue;
      await pieces.return({ kind: 'whole' });
      return isOver ? { kind: 'broken', reason: budget.reason } : { kind: 'whole' };
    }
  }
}
