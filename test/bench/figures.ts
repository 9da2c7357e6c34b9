/** What a figure must reach: `least` where more is better, `most` where less is. */
export interface Target {
  readonly bound: 'least' | 'most';
  readonly value: number;
}

/** One measured thing. */
export interface Figure {
  readonly bench: string;
  readonly name: string;
  readonly unit: string;
  /** Every run, in order. */
  readonly runs: readonly number[];
  readonly median: number;
  readonly target: Target | undefined;
}

/** Something that was not measured, and why. */
export interface Gap {
  readonly bench: string;
  readonly name: string;
  readonly reason: string;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? NaN) + upper) / 2;
}

/** The smallest value that `share` of the values do not exceed (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}

export function isReached({ median: value, target }: Figure): boolean {
  if (target === undefined) return true;
  return target.bound === 'least' ? value >= target.value : value <= target.value;
}

/** Collects what the benches measure, and shows each figure as it comes. */
export class Figures {
  readonly figures: Figure[] = [];
  readonly gaps: Gap[] = [];
  readonly #show: (line: string) => void;

  constructor(show: (line: string) => void) {
    this.#show = show;
  }

  /** Notes the runs of one thing. */
  add(bench: string, name: string, unit: string, runs: readonly number[], target?: Target): void {
    const figure = { bench, name, unit, runs, median: median(runs), target };
    this.figures.push(figure);
    this.#show(`  ${name}: ${numberText(figure.median)} ${unit}`);
  }

  /** Notes that something was not measured. */
  miss(bench: string, name: string, reason: string): void {
    this.gaps.push({ bench, name, reason });
    this.#show(`  ${name}: not measured, ${reason}`);
  }

  /** A step on the way, for those who wait. */
  say(line: string): void {
    this.#show(`  ${line}`);
  }
}

/** Three significant places under a hundred, whole numbers from there on, grouped. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en');
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}

function targetText({ target }: Figure): string {
  if (target === undefined) return '';
  return `${target.bound === 'least' ? '≥' : '≤'} ${numberText(target.value)}`;
}

/** A table of the figures of one bench, and what was not measured in it. */
export function figureTable(figures: readonly Figure[], gaps: readonly Gap[]): string {
  const head = ['figure', 'median', 'unit', 'lowest', 'highest', 'runs', 'target', ''];
  const rows = figures.map((figure) => [
    figure.name,
    numberText(figure.median),
    figure.unit,
    numberText(Math.min(...figure.runs)),
    numberText(Math.max(...figure.runs)),
    String(figure.runs.length),
    targetText(figure),
    figure.target === undefined ? '' : isReached(figure) ? 'reached' : 'MISSED',
  ]);
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const isNumber = new Set([1, 3, 4, 5]);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) =>
        isNumber.has(i) ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const missing = gaps.map(({ name, reason }) => `${name}: not measured, ${reason}`);
  return [line(head), ...rows.map(line), ...missing].join('\n');
}
