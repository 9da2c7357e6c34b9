import type { HashKey } from '../../core/decode/content-hash.ts';
import type { EpochMs, Span } from '../../core/base/units.ts';
import type { Layers } from '../../core/decode/layers.ts';
import type { ObjectOrigin } from '../../core/source/evidence.ts';
import type { IssuePack } from '../../core/source/issue-pack.ts';
import type { BuiltEvents } from '../../core/table/event-builder.ts';
import type { KnownInput } from '../evidence-input.ts';
import type { StopReason } from '../ingest/ingest.ts';

/** A file read to its end. */
export interface DecodedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
  readonly modified: EpochMs | undefined;
  /** The query that it answers; undefined where it is none's answer. */
  readonly query?: string | undefined;
  readonly object: ObjectOrigin | undefined;
  /** Empty where the bytes could not be read. */
  readonly sha256: string;
  readonly layers: Layers;
  readonly inflatedBytes: number;
  readonly shape: string;
  readonly lacks: readonly string[];
  /** How many archives it lies in: the last one told with one fewer around it is its own. */
  readonly depth: number;
  /** Place in its archive; undefined for a file that lies in none. */
  readonly entry: number | undefined;
  /** `archive`: what is in it comes in messages of its own, after this one. */
  readonly outcome: 'events' | 'skipped' | 'unreadable' | 'archive';
  readonly reason: string;
  /** Records found, the rejected among them. */
  readonly read: number;
  readonly rejected: number;
  readonly issues: readonly IssuePack[];
  readonly span: Span<EpochMs> | undefined;
  readonly built: BuiltEvents | undefined;
  /** The bytes as found, to be kept; undefined inside an archive, which is kept whole. */
  readonly blob: EvidenceBytes | undefined;
}

/** The bytes of a file as found: small ones in memory, which the store would have to read again. */
export type EvidenceBytes = Blob | ArrayBuffer;

/** What the ingest worker tells a decoding worker. */
export type DecodeAsk =
  /** Comes first; with a port to the main process where objects are to be fetched. */
  | { readonly kind: 'key'; readonly key: HashKey; readonly objects?: MessagePort }
  | { readonly kind: 'inputs'; readonly inputs: readonly AskedInput[] }
  /** Files told were taken in, so much {@link weightOf} them: others may be sent. */
  | { readonly kind: 'taken'; readonly weight: number };

/** An input to read. */
export interface AskedInput {
  readonly number: number;
  readonly input: KnownInput;
  readonly givenUp: GivenUp | undefined;
}

/** Files of an input that an earlier worker was lost over: they are told, and not looked into. */
export interface GivenUp {
  /** Their places among the files told of the input, counted from 0. */
  readonly places: readonly number[];
  readonly reason: string;
}

/** What was told and not taken in yet may weigh so much: more would only pile up. */
export const maxUntaken = 8192;

/** What a file told weighs: its events, and as much as some at least, and as many at most. */
export function weightOf({ built }: DecodedFile): number {
  return Math.min(1024, Math.max(128, built?.columns.length ?? 0));
}

/** What a decoding worker tells: the files of an input in order, then its end. */
export type DecodeTell =
  | { readonly kind: 'file'; readonly number: number; readonly file: DecodedFile }
  | { readonly kind: 'end'; readonly number: number }
  /** The store is out of reach: this input was not read, and no other object can be. */
  | { readonly kind: 'stuck'; readonly number: number; readonly problem: StopReason }
  /** It has started, and can be blamed for being silent. */
  | { readonly kind: 'ready' }
  /** It is getting on with an input, or waits for its bytes: told once a second at most. */
  | { readonly kind: 'sign'; readonly number: number };
