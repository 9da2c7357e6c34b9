import type { EpochMs } from '../../renderer/core/base/units.ts';
import type { Random } from './random.ts';
import type { MadeEvent } from './record.ts';
import { minute, second } from './times.ts';

/** One file of the trail: its key in the bucket, and its records as JSON. */
export interface TrailFile {
  /** `AWSLogs/ACCOUNT/CloudTrail/REGION/YYYY/MM/DD/….json.gz` */
  readonly path: string;
  readonly records: readonly string[];
}

/** When a file is closed. */
export interface FileRule {
  /** At this many records, drawn anew for each file. */
  readonly records: { readonly least: number; readonly most: number };
  /** And at multiples of this time. Undefined: by number only. */
  readonly every: number | undefined;
}

interface Stream {
  readonly account: string;
  readonly region: string;
  records: string[];
  target: number;
}

/** How long a slot of time is that is delivered at once. */
export const slot = 15 * minute;

/**
 * Brings events into files as CloudTrail does: some minutes late, so not in order of time; a few
 * much later; a few twice. Memory holds what is on the way only.
 */
export class Delivery {
  readonly #random: Random;
  readonly #rule: FileRule;
  readonly #duplicateShare: number;
  readonly #waiting = new Map<number, MadeEvent[]>();
  readonly #streams = new Map<string, Stream>();
  #slot: number;
  duplicates = 0;
  files = 0;

  constructor(
    random: Random,
    rule: FileRule,
    settings: { readonly start: EpochMs; readonly duplicateShare: number },
  ) {
    this.#random = random;
    this.#rule = rule;
    this.#duplicateShare = settings.duplicateShare;
    this.#slot = Math.floor(settings.start / slot);
  }

  /** Takes an event on its way. */
  add(event: MadeEvent): void {
    const late = this.#random.chance(0.002);
    const delay = late
      ? this.#random.between(30, 110) * minute
      : minute + Math.min(this.#random.waiting(130 * second), 9 * minute);
    this.#put(event, event.at + delay);
    if (!this.#random.chance(this.#duplicateShare)) return;
    this.duplicates++;
    this.#put(event, event.at + delay + this.#random.between(5, 40) * minute);
  }

  #put(event: MadeEvent, arrival: EpochMs): void {
    const place = Math.max(this.#slot, Math.floor(arrival / slot));
    const there = this.#waiting.get(place);
    if (there) there.push(event);
    else this.#waiting.set(place, [event]);
  }

  /** The files that are complete once all events up to this time have arrived. */
  *until(time: EpochMs): Generator<TrailFile> {
    const end = Math.floor(time / slot);
    while (this.#slot < end) {
      yield* this.#deliver();
      this.#slot++;
      const now = this.#slot * slot;
      if (this.#rule.every !== undefined && now % this.#rule.every === 0)
        yield* this.#closeAll(now);
    }
  }

  /** The rest. */
  *end(): Generator<TrailFile> {
    const last = Math.max(this.#slot, ...this.#waiting.keys());
    yield* this.until((last + 1) * slot);
    yield* this.#closeAll(this.#slot * slot);
  }

  *#deliver(): Generator<TrailFile> {
    const events = this.#waiting.get(this.#slot) ?? [];
    this.#waiting.delete(this.#slot);
    for (const event of events) {
      const stream = this.#streamOf(event);
      stream.records.push(event.json);
      // A file is closed only when the next one is sure to be large enough too.
      if (stream.records.length < stream.target + this.#rule.records.least) continue;
      const records = stream.records.slice(0, stream.target);
      stream.records = stream.records.slice(stream.target);
      yield this.#close(stream, records, (this.#slot + 1) * slot);
    }
  }

  #streamOf(event: MadeEvent): Stream {
    const name = `${event.account} ${event.region}`;
    const known = this.#streams.get(name);
    if (known) return known;
    const stream = {
      account: event.account,
      region: event.region,
      records: [],
      target: this.#target(),
    };
    this.#streams.set(name, stream);
    return stream;
  }

  #target(): number {
    return this.#random.between(this.#rule.records.least, this.#rule.records.most);
  }

  *#closeAll(at: EpochMs): Generator<TrailFile> {
    for (const stream of this.#streams.values()) {
      const { records } = stream;
      if (records.length === 0) continue;
      stream.records = [];
      const middle =
        records.length > this.#rule.records.most ? Math.ceil(records.length / 2) : records.length;
      yield this.#close(stream, records.slice(0, middle), at);
      if (middle < records.length) yield this.#close(stream, records.slice(middle), at);
    }
  }

  #close(stream: Stream, records: readonly string[], at: EpochMs): TrailFile {
    this.files++;
    stream.target = this.#target();
    const { account, region } = stream;
    const iso = new Date(at).toISOString();
    const stamp = `${iso.slice(0, 10).replaceAll('-', '')}T${iso.slice(11, 13)}${iso.slice(14, 16)}Z`;
    const folder = `AWSLogs/${account}/CloudTrail/${region}/${iso.slice(0, 10).replaceAll('-', '/')}`;
    return {
      path: `${folder}/${account}_CloudTrail_${region}_${stamp}_${this.#random.alphanumeric(16)}.json.gz`,
      records,
    };
  }
}
