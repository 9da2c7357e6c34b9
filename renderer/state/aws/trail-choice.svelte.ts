import type { EpochMs, Span } from '../../core/base/units.ts';
import { dayPrefixes } from '../../core/source/day-prefixes.ts';
import type { TrailFolder, TrailLayout } from '../../core/source/trail-layout.ts';

/** By what the files of a trail are told apart. */
export type TrailPart = 'account' | 'region' | 'kind';
export const trailParts: readonly TrailPart[] = ['account', 'region', 'kind'];

/** Events, and the digests for the integrity check; insights are no events. */
const usualKinds: ReadonlySet<string> = new Set([
  ...['CloudTrail', 'CloudTrail-NetworkActivity', 'CloudTrail-Digest'],
]);

/** Which accounts, regions, kinds and days of the trails found are wanted. */
export class TrailChoice {
  readonly layout: TrailLayout;
  #chosen: Readonly<Record<TrailPart, ReadonlySet<string>>>;
  #days: Span<EpochMs> | undefined;
  readonly #onchange: () => void;

  constructor(layout: TrailLayout, onchange: () => void) {
    this.layout = layout;
    this.#onchange = onchange;
    this.#chosen = $state.raw({
      account: new Set(this.values('account')),
      region: new Set(this.values('region')),
      kind: new Set(this.values('kind').filter((kind) => usualKinds.has(kind))),
    });
    this.#days = $state.raw(layout.days);
  }

  /** The days (UTC) wanted; undefined: all, since none were found. */
  get days(): Span<EpochMs> | undefined {
    return this.#days;
  }

  /** What there is to choose from, in order. */
  values(part: TrailPart): readonly string[] {
    return [...new Set(this.layout.folders.map((folder) => folder[part]))].sort();
  }

  has(part: TrailPart, value: string): boolean {
    return this.#chosen[part].has(value);
  }

  choose(part: TrailPart, values: readonly string[]): void {
    this.#chosen = { ...this.#chosen, [part]: new Set(values) };
    this.#onchange();
  }

  setDays(days: Span<EpochMs>): void {
    this.#days = days;
    this.#onchange();
  }

  /** The folders wanted. */
  get folders(): readonly TrailFolder[] {
    return this.layout.folders.filter((folder) =>
      trailParts.every((part) => this.has(part, folder[part])),
    );
  }

  /** The prefixes that hold what is wanted and nothing else. */
  get prefixes(): readonly string[] {
    const days = this.#days === undefined ? [''] : dayPrefixes(this.#days);
    return this.folders.flatMap(({ prefix }) => days.map((folder) => prefix + folder));
  }
}
