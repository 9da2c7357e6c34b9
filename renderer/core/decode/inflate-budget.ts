import { piecesOf, streamOf, type Pieces, type Streamable } from './byte-source.ts';

const GB = 1024 ** 3;

/**
 * How many bytes a file may unpack to, all that is in it together: bombs are stopped, and logs are
 * not. JSON packs to a tenth or twentieth, so that a hundredfold passes whatever the size; up to
 * 64 GB a thousandfold does, and 1 GB always.
 */
export function inflateLimit(packedBytes: number): number {
  return Math.max(GB, Math.min(packedBytes * 1000, Math.max(64 * GB, packedBytes * 100)));
}

/** Counts what a file unpacks to, up to its limit. */
export class InflateBudget {
  readonly #packedBytes: number;
  readonly #limit: number;
  readonly #onSpend: () => void;
  #spent = 0;

  /** `onSpend` is called whenever some were spent: unpacking gets on. */
  constructor(packedBytes: number, limit: number, onSpend: () => void) {
    this.#packedBytes = packedBytes;
    this.#limit = limit;
    this.#onSpend = onSpend;
  }

  /** Notes unpacked bytes; false from the one on that is too many. */
  spend(bytes: number): boolean {
    this.#spent += bytes;
    this.#onSpend();
    return !this.isSpent;
  }

  get isSpent(): boolean {
    return this.#spent > this.#limit;
  }

  /** Why no more is unpacked. */
  get reason(): string {
    const times = Math.floor(this.#limit / Math.max(1, this.#packedBytes)).toLocaleString('en');
    const bytes = this.#limit.toLocaleString('en');
    return `unpacks to more than ${bytes} bytes, ${times} times its size: the rest was not read`;
  }
}

/** Going over the same bytes again costs time and nothing else. */
const rereadCost = 1 / 16;

/** The content, at the cost of a budget; when that is spent its streams end broken. */
export function budgeted(content: Streamable, budget: InflateBudget): Streamable {
  let reached = 0;
  async function* spending(): Pieces {
    const pieces = piecesOf(content.stream());
    let at = 0;
    try {
      for (;;) {
        const next = await pieces.next();
        if (next.done === true) return next.value;
        at += next.value.length;
        const fresh = Math.max(0, Math.min(next.value.length, at - reached));
        reached = Math.max(reached, at);
        const isLeft = budget.spend(fresh + (next.value.length - fresh) * rereadCost);
        if (!isLeft) return { kind: 'broken', reason: budget.reason };
        yield next.value;
      }
    } finally {
      await pieces.return({ kind: 'whole' });
    }
  }
  return { stream: () => streamOf(spending) };
}
