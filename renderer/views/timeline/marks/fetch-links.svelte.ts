import type { EpochMs, EventRef, Span } from '../../../core/base/units.ts';
import type { LaneRun } from '../../../core/layout/lanes-in-view.ts';
import { Latest } from '../../../state/latest.ts';
import { lanesNear } from '../lanes/lanes-near.ts';
import type { TimelineData } from '../../../state/timeline/timeline-data.ts';

/** An event that a line leads to. */
export interface LinkEnd {
  readonly ref: EventRef;
  readonly time: EpochMs;
  /** Counted from the list's first. */
  readonly lane: number;
}

/** The lines from the selected event. */
export interface HeldLinks {
  readonly from: EventRef;
  readonly tied: readonly LinkEnd[];
  readonly firstUse: LinkEnd | undefined;
}

/** What the screen shows once it stands still, and the selected event. */
export interface LinksView {
  readonly data: TimelineData;
  readonly lanes: LaneRun;
  readonly window: Span<EpochMs>;
  readonly ref: EventRef | undefined;
}

/** Keeps what lines lead to from the selected event, for the lanes and the window in view. */
export class LinksFetcher {
  readonly #latest = new Latest();
  #held: HeldLinks | undefined = $state.raw();
  /** What {@link held} is of: no state, so that looking does not depend on what it sets. */
  #of: { readonly data: TimelineData; readonly ref: EventRef | undefined } | undefined;

  get held(): HeldLinks | undefined {
    return this.#held;
  }

  async look({ data, lanes: inView, window, ref }: LinksView): Promise<void> {
    if (this.#of?.data !== data || this.#of.ref !== ref) this.#held = undefined;
    this.#of = { data, ref };
    if (ref === undefined || inView.count === 0) {
      this.#latest.drop();
      return;
    }
    const { run, keys: lanes } = lanesNear(data, inView);
    const request = { ref, lanes, span: window };
    const outcome = await this.#latest.ask((signal) => data.links(request, signal));
    if (outcome.kind !== 'answer') return;
    const { tied, firstUse } = outcome.value;
    const place = firstUse === undefined ? -1 : data.lanes.placeOfEvent(firstUse.lane);
    this.#held = {
      from: ref,
      tied: tied.map((link) => ({ ref: link.ref, time: link.time, lane: run.first + link.lane })),
      firstUse: firstUse && place >= 0 ? { ...firstUse, lane: place } : undefined,
    };
  }
}
