import { inWords, type Streamable } from '../../core/decode/byte-source.ts';
import { ByteWindow, GrowingBuffer } from '../../core/decode/byte-window.ts';
import { isWrapping, unwrappedPieces } from '../../core/decode/layers.ts';
import { TextFinder } from '../../core/decode/text-finder.ts';
import type { RecordPlaces } from '../../core/table/record-places.ts';
import type { SourceRow } from '../../store/case-database.ts';
import { CaseEvidence } from '../../store/case-evidence.ts';
import { giveBack } from '../../core/base/give-back.ts';
import type { RecordSearchAsk, RecordSearchTell } from './record-search.ts';

const tellEveryMs = 100;

/**
 * Looks for a text in records as they lie in the evidence: reads each file once, from its beginning
 * up to the last record wanted. A record that can't be read is told as such. Free of `self`.
 */
export async function searchRecords(
  { caseId, text, places }: RecordSearchAsk,
  tell: (tell: RecordSearchTell) => void,
  now: () => number = () => Date.now(),
): Promise<void> {
  const evidence = new CaseEvidence(caseId);
  try {
    const search = new RecordSearch(text, places, tell, now);
    await search.run(evidence);
    tell({ kind: 'done' });
  } catch (error) {
    tell({ kind: 'failed', reason: inWords(error) });
  } finally {
    evidence.close();
  }
}

/** Records of one file: places from `start`, and before `end`. */
interface FileRecords {
  readonly start: number;
  readonly end: number;
}

class RecordSearch {
  readonly #finder: TextFinder;
  readonly #places: RecordPlaces;
  readonly #tell: (tell: RecordSearchTell) => void;
  readonly #now: () => number;
  readonly #window = new ByteWindow(new GrowingBuffer());
  readonly #files: Map<number, FileRecords>;
  #found: number[] = [];
  #searched = 0;
  #unread = 0;
  #told = 0;

  constructor(
    text: string,
    places: RecordPlaces,
    tell: (tell: RecordSearchTell) => void,
    now: () => number,
  ) {
    this.#finder = new TextFinder(text);
    this.#places = places;
    this.#tell = tell;
    this.#now = now;
    this.#files = filesIn(places.source);
  }

  async run(evidence: CaseEvidence): Promise<void> {
    const rows = await evidence.sources();
    const wanted = new Set(this.#files.keys());
    for await (const read of evidence.contentOf(rows, (source) => wanted.has(source))) {
      const records = this.#files.get(read.row.id);
      if (records === undefined || read.kind === 'gone') continue;
      this.#files.delete(read.row.id);
      await this.#searchFile(read.row, read.file.source, records);
    }
    for (const { start, end } of this.#files.values()) this.#miss(end - start);
    this.#tellPart();
  }

  async #searchFile(
    { layers }: SourceRow,
    source: Streamable,
    { start, end }: FileRecords,
  ): Promise<void> {
    let next = start;
    this.#window.begin((bytes, length, base) => {
      next = this.#look(bytes, length, base, next, end);
      const done = next < end ? (this.#places.offset[next] ?? 0) - base : length;
      return Math.max(0, Math.min(done, length));
    });
    const wrappings = layers.filter(isWrapping);
    const pieces = unwrappedPieces(source, wrappings);
    while (next < end) {
      const piece = await pieces.next();
      if (piece.done === true) {
        this.#window.end();
        break;
      }
      this.#window.take(piece.value);
      if (wrappings.at(-1) === 'gzip') giveBack(piece.value);
      this.#tellInTime();
    }
    await pieces.return({ kind: 'whole' });
    this.#miss(end - next);
    this.#tellInTime();
  }

  /** Looks through the records that lie in these bytes as a whole; answers the next one's place. */
  #look(bytes: Uint8Array, length: number, base: number, first: number, end: number): number {
    const { offset, byteLength, ref } = this.#places;
    for (let place = first; place < end; place++) {
      const from = (offset[place] ?? 0) - base;
      const to = from + (byteLength[place] ?? 0);
      if (to > length) return place;
      this.#searched++;
      // Records come in the order of their offsets: one that lies before was let go already.
      if (from < 0) this.#unread++;
      else if (this.#finder.isIn(bytes, from, to)) this.#found.push(ref[place] ?? 0);
    }
    return end;
  }

  #miss(records: number): void {
    this.#searched += records;
    this.#unread += records;
  }

  #tellInTime(): void {
    const now = this.#now();
    if (now - this.#told < tellEveryMs) return;
    this.#told = now;
    this.#tellPart();
  }

  #tellPart(): void {
    const [searched, unread, found] = [this.#searched, this.#unread, this.#found];
    if (searched === 0) return;
    [this.#searched, this.#unread, this.#found] = [0, 0, []];
    this.#tell({ kind: 'part', searched, unread, found: Uint32Array.from(found) });
  }
}

/** The run of places of each file; each file is one run. */
function filesIn(source: Uint32Array): Map<number, FileRecords> {
  const files = new Map<number, FileRecords>();
  let start = 0;
  for (let place = 1; place <= source.length; place++) {
    if (place < source.length && source[place] === source[start]) continue;
    files.set(source[start] ?? 0, { start, end: place });
    start = place;
  }
  return files;
}
