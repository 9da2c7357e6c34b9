import type { EventRef } from '../../../core/base/units.ts';
import { firstToShow, type LaneRun } from '../../../core/layout/lanes-in-view.ts';
import type { Filter } from '../../../core/query/filter.ts';

/** The chosen event's lane, -1 where it has none, and under which filter. */
export interface ChosenLane {
  readonly filter: Filter;
  readonly ref: EventRef | undefined;
  readonly lane: number;
}

/** Which lanes are scrolled to. */
export class LaneScroll {
  /** The lane at the top; a part of a lane where between two. */
  first = $state(0);
  #brought: Partial<ChosenLane> = {};

  /** The chosen event's lane as it was last brought into view. */
  get brought(): Partial<ChosenLane> {
    return this.#brought;
  }

  /** Puts a lane at the top, as far as there are so many of them. */
  to(lane: number, total: number, inView: LaneRun): void {
    this.first = Math.min(Math.max(0, lane), total - inView.count);
  }

  /** Whether the chosen event's lane is to be brought into view: it is another one, or so is the filter. */
  isNew(chosen: ChosenLane): boolean {
    const { filter, ref, lane } = this.#brought;
    // Not while evidence grows: who has scrolled away is not brought back.
    if (chosen.filter === filter && chosen.ref === ref && chosen.lane === lane) return false;
    this.#brought = chosen;
    return chosen.lane >= 0;
  }

  /** Scrolls as little as brings a lane into view. */
  show(lane: number, total: number, inView: LaneRun): void {
    this.to(firstToShow(lane, inView), total, inView);
  }
}
