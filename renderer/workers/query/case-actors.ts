import type { Actor } from '../../core/correlate/actors/actor.ts';
import { buildActors } from '../../core/correlate/actors/build-actors.ts';
import type { BuiltTable } from '../../core/correlate/build-table.ts';

/** The actors of a case, worked out when first asked for; other questions come in between. */
export class CaseActors {
  readonly #built: BuiltTable;
  #actors: Promise<readonly Actor[]> | undefined;
  #isWanted = true;

  constructor(built: BuiltTable) {
    this.#built = built;
  }

  /** Rejects where the case was closed meanwhile. */
  all(): Promise<readonly Actor[]> {
    this.#actors ??= this.#inSteps();
    return this.#actors;
  }

  /** The case is closed: what is under way ends at its next step. */
  stop(): void {
    this.#isWanted = false;
  }

  async #inSteps(): Promise<readonly Actor[]> {
    const steps = buildActors(this.#built);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await new Promise((resolve) => setTimeout(resolve));
      if (!this.#isWanted) throw new Error('The case was closed');
    }
  }
}
