import { giveBack } from '../../core/base/give-back.ts';
import type { ArchiveFile } from '../../core/decode/archive-file.ts';
import { archiveFiles } from '../../core/decode/archive.ts';
import { inWords, type StreamEnd, type Streamable } from '../../core/decode/byte-source.ts';
import { ByteWindow } from '../../core/decode/byte-window.ts';
import type { HashKey } from '../../core/decode/content-hash.ts';
import { budgeted, inflateLimit, InflateBudget } from '../../core/decode/inflate-budget.ts';
import {
  isWrapping,
  unwrapped,
  unwrappedPieces,
  type ArchiveKind,
  type Wrapping,
} from '../../core/decode/layers.ts';
import { JsonScanner } from '../../core/decode/json-scanner.ts';
import { loadBytes, type LoadedBytes } from '../../core/decode/load-bytes.ts';
import { sniff, type Kind } from '../../core/decode/sniff.ts';
import type { ObjectOrigin } from '../../core/source/evidence.ts';
import { EventBuilder } from '../../core/table/event-builder.ts';
import { concludeFile, refusalOf, restOfArchive, unreadFile } from './conclude-file.ts';
import type { DecodedFile, EvidenceBytes, GivenUp } from './decode.ts';
import { whyNotHad, type EvidenceLabel } from '../evidence-input.ts';
import { FileContent } from './file-content.ts';
import { FileFindings } from './file-findings.ts';

/** A file that was fetched and hashed, or could not be. */
export type LoadedEvidence =
  | {
      readonly kind: 'loaded';
      readonly blob: EvidenceBytes;
      readonly file: LoadedBytes;
      readonly object: ObjectOrigin | undefined;
    }
  | {
      readonly kind: 'refused';
      readonly outcome: 'skipped' | 'unreadable';
      readonly reason: string;
    };

/** A file's bytes: to be kept, and to be read from, which is quicker out of memory. */
export interface FetchedEvidence {
  readonly blob: EvidenceBytes;
  readonly source: Streamable;
  /** Where it is known: a file asks the browser's process for it. */
  readonly bytes?: number;
  readonly object: ObjectOrigin | undefined;
}

/** Fetches a file's bytes and hashes them, which can be done while another file is in work. */
export async function loadEvidence(fetched: Promise<FetchedEvidence>): Promise<LoadedEvidence> {
  try {
    const { blob, source, bytes, object } = await fetched;
    return { kind: 'loaded', blob, file: await loadBytes(source, undefined, bytes), object };
  } catch (error) {
    return { kind: 'refused', outcome: 'unreadable', reason: whyNotHad(error) };
  }
}

/** Takes one file's result; resolves when the next may be sent. */
export type TellFile = (file: DecodedFile) => Promise<void>;

/** Archives in archives in archives are opened, and no deeper; and so with packings. */
const maxArchives = 3;
const maxWrappings = 3;

/** Bounds for what an archive may hold. */
export interface DecodeLimits {
  readonly files: number;
  /** Bytes that so many packed ones may unpack to. */
  readonly inflatedBytes: (packedBytes: number) => number;
}
const usualLimits: DecodeLimits = { files: 1_000_000, inflatedBytes: inflateLimit };

/** How an {@link EvidenceDecoder} works. */
export interface DecodeOptions {
  readonly limits?: DecodeLimits;
  /** Called whenever some bytes were read. */
  readonly giveSign?: () => void;
  /** Its memory is used, by one decoder at a time. */
  readonly scanner?: JsonScanner;
}

/** A file in work, and what is said of it whatever is in it. */
interface FileInWork {
  readonly file: DecodedFile;
  readonly loaded: LoadedBytes;
  readonly budget: InflateBudget;
  readonly tell: TellFile;
  /** Why the next file to be told is not looked into; undefined where it is. */
  readonly refusal: () => string | undefined;
}

/**
 * Reads evidence files, one after the other: hash, unpack, find the records, and turn them into
 * columns. Nothing in a file makes it throw: what cannot be read is told as such.
 */
export class EvidenceDecoder {
  readonly #builder: EventBuilder;
  readonly #scanner: JsonScanner;
  readonly #window: ByteWindow;
  readonly #limits: DecodeLimits;

  readonly #giveSign: () => void;

  /** `key` is the case's, for telling records apart. */
  constructor(
    key: HashKey,
    {
      limits = usualLimits,
      giveSign = () => undefined,
      scanner = new JsonScanner(),
    }: DecodeOptions = {},
  ) {
    this.#scanner = scanner;
    this.#window = new ByteWindow(scanner);
    this.#builder = new EventBuilder(key);
    this.#giveSign = giveSign;
    this.#limits = limits;
  }

  /** Reads a file, or an archive and then each file in it. */
  async decode(
    label: EvidenceLabel,
    loaded: LoadedEvidence,
    tell: TellFile,
    givenUp?: GivenUp,
  ): Promise<void> {
    const unread = unreadFile(label);
    let told = 0;
    if (loaded.kind === 'refused') {
      await tell({ ...unread, outcome: loaded.outcome, reason: loaded.reason });
      return;
    }
    const { bytes, sha256 } = loaded.file;
    await this.#decodeFile({
      file: { ...unread, bytes, sha256, blob: loaded.blob, object: loaded.object },
      loaded: loaded.file,
      budget: new InflateBudget(bytes, this.#limits.inflatedBytes(bytes), this.#giveSign),
      tell: (decoded) => {
        told++;
        return tell(decoded);
      },
      refusal: () => (givenUp?.places.includes(told) === true ? givenUp.reason : undefined),
    });
  }

  async #decodeFile(work: FileInWork): Promise<void> {
    const { file, loaded, tell } = work;
    const refusal = work.refusal();
    if (refusal !== undefined) return tell({ ...file, outcome: 'unreadable', reason: refusal });
    const wrappings: Wrapping[] = [];
    let kind = sniff(loaded.head);
    for (;;) {
      if (isWrapping(kind) && wrappings.length < maxWrappings) wrappings.push(kind);
      else if ((kind === 'zip' || kind === 'tar') && file.depth < maxArchives) {
        await this.#decodeArchive(work, wrappings, kind);
        return;
      } else if (kind !== 'plain') {
        const damage = kind === 'empty' ? lossOf(file, loaded) : undefined;
        const outcome = damage === undefined ? 'skipped' : 'unreadable';
        await tell({ ...file, layers: wrappings, outcome, reason: damage ?? refusalOf(kind) });
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
    archive: FileInWork,
    wrappings: readonly Wrapping[],
    kind: ArchiveKind,
  ): Promise<void> {
    const { file, loaded, budget, tell } = archive;
    const layers = [...wrappings, kind];
    const shape = `${kind} archive`;
    await tell({ ...file, outcome: 'archive', layers, shape, reason: loaded.flaw ?? '' });
    const tellRest = (reason: string): Promise<void> =>
      tell({ ...restOfArchive(file), outcome: 'unreadable', reason });
    const content = unwrapped(loaded.source, wrappings);
    const files = archiveFiles(kind, wrappings.length === 0 ? content : budgeted(content, budget));
    for (let count = 0; ; count++) {
      const next = await files.next().catch(inWords);
      if (typeof next === 'string') {
        const reason = budget.isSpent ? budget.reason : `the archive cannot be read on: ${next}`;
        return tellRest(reason);
      }
      if (next.done === true) return;
      if (count < this.#limits.files && !budget.isSpent) {
        await this.#decodeEntry(archive, next.value);
        continue;
      }
      await files.return(undefined);
      const most = this.#limits.files.toLocaleString('en');
      const reason = `more than ${most} files: the rest were not read`;
      return tellRest(budget.isSpent ? budget.reason : reason);
    }
  }

  async #decodeEntry(
    archive: FileInWork,
    { entry, name, size, modified, refusal, source }: ArchiveFile,
  ): Promise<void> {
    const { budget, tell } = archive;
    const label = {
      name: name.slice(name.lastIndexOf('/') + 1),
      path: `${archive.file.path} » ${name}`,
      modified,
    };
    const file = { ...unreadFile(label), bytes: size, depth: archive.file.depth + 1, entry };
    if (refusal !== undefined) return tell({ ...file, ...refusal });
    const givenUp = archive.refusal();
    if (givenUp !== undefined) return tell({ ...file, outcome: 'unreadable', reason: givenUp });
    const loaded = await loadBytes(source, (spent) => budget.spend(spent)).catch(inWords);
    if (budget.isSpent || typeof loaded === 'string') {
      const reason = typeof loaded === 'string' ? loaded : budget.reason;
      await tell({ ...file, outcome: 'unreadable', reason });
    } else {
      const { bytes, sha256 } = loaded;
      await this.#decodeFile({ ...archive, file: { ...file, bytes, sha256 }, loaded });
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
      this.#scanner,
      wrappings.length > 0 && wrappings.at(-1) !== 'parquet',
    );
    this.#window.begin((bytes, length, base, final) => content.read(bytes, length, base, final));
    const end = await this.#take(loaded.source, wrappings, content, budget);
    this.#window.end();
    const { packing = 'empty' } = content;
    if (packing !== 'empty') return packing;
    const damage = loaded.flaw ?? (end.kind === 'broken' ? end.reason : undefined);
    if (content.reader === undefined) {
      if (damage === undefined) return 'empty';
      return { ...file, layers: wrappings, outcome: 'unreadable', reason: damage };
    }
    if (damage !== undefined) findings.flaw(this.#window.total, damage);
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
      this.#giveSign();
      content.glance(next.value);
      this.#window.take(next.value);
      const isOver = wrappings.length > 0 && !budget.spend(next.value.length);
      if (wrappings.at(-1) === 'gzip') giveBack(next.value);
      if (!isOver && content.packing === undefined) continue;
      await pieces.return({ kind: 'whole' });
      return isOver ? { kind: 'broken', reason: budget.reason } : { kind: 'whole' };
    }
  }
}

/** Packed, even nothing takes some bytes. */
const packedName = /\.(?:gz|tgz|zip|tar|zst|parquet)$/i;

/** Why a file that has no bytes should have some; undefined where it may well be empty. */
function lossOf({ name, bytes }: DecodedFile, { flaw }: LoadedBytes): string | undefined {
  const isCut = bytes === 0 && packedName.test(name);
  return flaw ?? (isCut ? 'empty: it was cut off, or never written' : undefined);
}
