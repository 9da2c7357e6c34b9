import { visibleText } from '../../core/base/visible-text.ts';
import type { FileSink } from '../../core/decode/file-reader.ts';
import type {
  Aside,
  FoundRecord,
  RecordPlace,
  RecordSink,
} from '../../core/decode/record-reader.ts';
import { IssuePacker, type IssuePack } from '../../core/source/issue-pack.ts';
import type { BuiltEvents, EventBuilder } from '../../core/table/event-builder.ts';

/** As many issues of a file are listed one by one; the rest is counted. */
const maxIssues = 1_000_000;
const sampleBytes = 200;
/** Characters of samples that the list of one file may hold, so that it stays below 100 MB. */
const maxSampled = 32_000_000;
/** An issue that is none of one record. */
const wholeFile = { recordIndex: undefined, sample: '' };
const withoutSamples = 'the records below are listed without their first bytes: they are too many';
const decoder = new TextDecoder();

/** Words that only CloudTrail records have: in a damaged file they tell what it was. */
const cloudTrailWords = /"(?:eventVersion|eventSource|eventName|userIdentity|CloudTrailEvent)"/;

/** What is CloudTrail's and no API call, one and many of them. */
const asideWords: Readonly<Record<Aside, readonly [one: string, many: string]>> = {
  digest: ['CloudTrail digest', 'CloudTrail digests'],
  'sign file': ['sign file of query results', 'sign files of query results'],
  'key list': ['list of public keys', 'lists of public keys'],
  insight: ['CloudTrail Insights event', 'CloudTrail Insights events'],
  aggregated: ['aggregated event', 'aggregated events'],
  'control message': ['control message', 'control messages'],
};

/**
 * Gathers what one file's reading yields: events in the builder, and a list of what could not be
 * read. Every value found counts as read; each is kept, or rejected with its place and reason.
 */
export class FileFindings implements RecordSink, FileSink {
  readonly #builder: EventBuilder;
  readonly #issues = new IssuePacker();
  #sampled = 0;
  /** Issues beyond those that are listed, and where the first of them is. */
  #unlisted = 0;
  #firstUnlisted = 0;
  /** The window that is being read, for samples. */
  #bytes: Uint8Array = new Uint8Array(0);
  #base = 0;
  #length = 0;
  read = 0;
  rejected = 0;
  /** Rejected values that were once CloudTrail records, by their looks. */
  #damaged = 0;
  /** Rejected values that are CloudTrail's and no API calls. */
  readonly #asides = new Map<Aside, number>();
  /** The reason of the first thing that is wrong. */
  #fault: string | undefined;

  constructor(builder: EventBuilder) {
    this.#builder = builder;
  }

  /** Says which bytes of the file are at hand. */
  look(bytes: Uint8Array, length: number, base: number): void {
    this.#bytes = bytes;
    this.#length = length;
    this.#base = base;
  }

  record(found: FoundRecord): void {
    const index = this.read++;
    const reason = this.#builder.add(found, index);
    if (reason !== undefined) {
      this.#damaged++;
      this.#fault ??= reason;
      this.#reject(index, found.place.offset, reason);
    }
  }

  other(reason: string, place: RecordPlace): void {
    this.#fault ??= reason;
    this.#reject(this.read++, place.offset, reason);
  }

  aside(kind: Aside, place: RecordPlace): void {
    this.#asides.set(kind, (this.#asides.get(kind) ?? 0) + 1);
    this.#reject(this.read++, place.offset, `${asideWords[kind][0]}: no API call`);
  }

  broken(start: number, _end: number, reason: string): void {
    this.#fault ??= reason;
    this.#reject(this.read++, start, reason);
    if (cloudTrailWords.test(this.#sampleAt(start))) this.#damaged++;
  }

  /** Trouble of the file that costs no record it knows of. */
  flaw(offset: number, reason: string): void {
    this.#fault ??= reason;
    if (!this.#isListFull(offset)) this.#issues.add({ ...wholeFile, offset, reason });
  }

  /** True where the file has, or had, CloudTrail records. */
  get isCloudTrail(): boolean {
    return this.read > this.rejected || this.#damaged > 0;
  }

  /** What alone was found, where it is CloudTrail's and no API call. */
  get onlyAside(): Aside | undefined {
    return [...this.#asides].find(([, count]) => count === this.read)?.[0];
  }

  /** Why not all was kept: what was left out is counted, and the first thing that is wrong told. */
  get reason(): string {
    const leftOut = [...this.#asides].map(([kind, count]) => {
      const [one, many] = asideWords[kind];
      return count === 1
        ? `1 ${one} left out: no API call`
        : `${count} ${many} left out: no API calls`;
    });
    return [...leftOut, ...(this.#fault === undefined ? [] : [this.#fault])].join('; ');
  }

  take(): { readonly built: BuiltEvents; readonly issues: readonly IssuePack[] } {
    if (this.#unlisted > 0) {
      const reason = `${this.#unlisted} more records and stretches could not be read, from here on`;
      this.#issues.add({ ...wholeFile, offset: this.#firstUnlisted, reason });
      this.#unlisted = 0;
    }
    return { built: this.#builder.take(), issues: this.#issues.finish() };
  }

  #reject(recordIndex: number, offset: number, reason: string): void {
    this.rejected++;
    if (this.#isListFull(offset)) return;
    const sample = this.#sampled > maxSampled ? '' : visibleText(this.#sampleAt(offset));
    this.#issues.add({ recordIndex, offset, reason, sample });
    this.#sampled += sample.length;
    if (sample !== '' && this.#sampled > maxSampled) {
      this.#issues.add({ ...wholeFile, offset, reason: withoutSamples });
    }
  }

  /** Where the list is full, what is at the offset is counted instead. */
  #isListFull(offset: number): boolean {
    if (this.#issues.count < maxIssues) return false;
    if (this.#unlisted++ === 0) this.#firstUnlisted = offset;
    return true;
  }

  /** The first bytes at an offset of the file; empty where they have gone by. */
  #sampleAt(offset: number): string {
    const start = offset - this.#base;
    if (start < 0) return '';
    const end = Math.min(this.#length, start + sampleBytes);
    return decoder.decode(this.#bytes.subarray(start, end));
  }
}
