import type { EpochMs, Span } from '../../../core/base/units.ts';
import { withMargin } from '../../../core/layout/lanes-in-view.ts';
import { fanOut } from '../../../core/layout/mark-fan.ts';
import type { Marks, MarksRequest } from '../../../core/layout/marks.ts';
import { reasonOf } from '../../../state/latest.ts';
import {
  type Coverage,
  type HeldMarks,
  isOfSame,
  isSharp,
  type MarksView,
  mayStay,
  suffices,
} from './held-marks.ts';
import { lanesNear } from '../lanes/lanes-near.ts';
import { after, type Schedule } from './schedule.ts';

/** Up to this many events in the window and its margins are drawn one by one. */
export const mostSingleEvents = 4000;
/** Width of a density cell in pixels: thinner ones are hard to see and to hit. */
const binWidth = 2;
/** The same while the window moves, when cells are stretched anyhow and the next ones are due soon. */
const coarseBinWidth = 4;
const settleMs = 100;
const noFan = { place: new Uint16Array(0), size: new Uint16Array(0) } as const;

/** What an answer is for. */
interface Question extends Coverage {
  readonly request: MarksRequest;
  readonly abort: AbortController;
}

/**
 * Keeps marks at hand for wherever the window goes: for the window and half of it on each side,
 * asked for again only when the window leaves them, zoom triples either way, or movement stops.
 * One question is under way at a time; the newest view waits for its answer.
 */
export class MarksFetcher {
  readonly #schedule: Schedule;
  #held: HeldMarks | undefined = $state.raw();
  #failure: string | undefined = $state.raw();
  #restingWindow: Span<EpochMs> | undefined = $state.raw();
  #view: MarksView | undefined;
  #asked: Question | undefined;
  #cancelSettling: (() => void) | undefined;

  constructor(schedule: Schedule = after(settleMs)) {
    this.#schedule = schedule;
  }

  /** The newest marks: to be drawn where they belong, whatever the window is now. */
  get held(): HeldMarks | undefined {
    return this.#held;
  }

  /** Why the last question was not answered. */
  get failure(): string | undefined {
    return this.#failure;
  }

  /** The window as it last stood still. */
  get restingWindow(): Span<EpochMs> | undefined {
    return this.#restingWindow;
  }

  /** The screen shows this now. Cheap: to be called on every move. */
  look(view: MarksView): void {
    this.#view = view;
    const held = this.#held;
    if (held !== undefined && !isOfSame(held, view) && !mayStay(held, view)) {
      this.#held = undefined;
    }
    if (this.#asked !== undefined && !isOfSame(this.#asked, view)) this.#giveUp();
    this.#askIfNeeded(suffices);
    this.#settle();
  }

  /** Nothing more is drawn: forgets the question under way. */
  close(): void {
    this.#cancelSettling?.();
    this.#view = undefined;
    this.#giveUp();
  }

  #giveUp(): void {
    this.#asked?.abort.abort();
    this.#asked = undefined;
  }

  #askIfNeeded(isEnough: (coverage: Coverage, view: MarksView) => boolean): void {
    const view = this.#view;
    if (view === undefined || this.#asked !== undefined) return;
    if (view.lanes.count === 0 || view.width <= 0) return;
    if (this.#held !== undefined && isEnough(this.#held, view)) return;
    void this.#ask(questionFor(view, isEnough !== isSharp && this.#isMoving(view)));
  }

  /** There is something to see already, of which more is wanted. */
  #isMoving(view: MarksView): boolean {
    return this.#held !== undefined && isOfSame(this.#held, view);
  }

  async #ask(question: Question): Promise<void> {
    this.#asked = question;
    try {
      const marks = await question.view.data.marks(question.request, question.abort.signal);
      if (this.#asked !== question) return;
      this.#asked = undefined;
      this.#failure = undefined;
      this.#held = hold(question, marks);
      this.#askIfNeeded(suffices);
      this.#settle();
    } catch (error) {
      if (this.#asked !== question) return;
      this.#asked = undefined;
      this.#failure = reasonOf(error);
    }
  }

  /** Once all stands still, marks that do while moving may not be good enough. */
  #settle(): void {
    this.#cancelSettling?.();
    this.#cancelSettling = this.#schedule(() => {
      this.#restingWindow = this.#view?.window;
      this.#askIfNeeded(isSharp);
    });
  }
}

function questionFor(view: MarksView, isCoarse: boolean): Question {
  const lanes = withMargin(view.lanes, view.data.lanes.length);
  const request = marksRequest(view, isCoarse);
  return { view, lanes, span: request.span, isCoarse, request, abort: new AbortController() };
}

/** What is asked for a view: its lanes and its window, each with a margin. */
export function marksRequest(
  { data, window, width, lanes }: MarksView,
  isCoarse = false,
): MarksRequest {
  const { start, end } = window;
  const half = (end - start) / 2;
  return {
    ...data.fields,
    lanes: lanesNear(data, lanes).keys,
    span: { start: Math.floor(start - half), end: Math.ceil(end + half) },
    bins: Math.max(1, Math.round((2 * width) / (isCoarse ? coarseBinWidth : binWidth))),
    maxEvents: mostSingleEvents,
  };
}

function hold({ view, lanes, span, ...question }: Question, marks: Marks): HeldMarks {
  const isCoarse = question.isCoarse && marks.kind === 'density';
  const fan = marks.kind === 'events' ? fanOut(marks.time, marks.lane) : noFan;
  return { view, lanes, span, isCoarse, marks, fan };
}
