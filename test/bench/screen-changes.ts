import type { Page } from '@playwright/test';
import { waitUntilIdle } from './app-driver.ts';

/** What a change of what is looked at took, in milliseconds. */
export interface ScreenChange {
  /** From the input until the first frame that all of its answers were in had been drawn. */
  readonly shown: number;
  /** The longest answer's part in the worker. */
  readonly worker: number;
}

interface Asked {
  readonly start: number;
  readonly end: number;
  readonly worker: number;
}

interface Watched {
  changeWatch?: {
    readonly asked: Asked[];
    readonly frames: number[];
    readonly observer: PerformanceObserver;
    begun: number;
    frame: number;
  };
}

/**
 * Times what follows on one input: the questions to the query worker, each of which leaves a measure
 * `query:CALL`, and the frames. Questions that begin only after a rest are not of the change: marks
 * are asked for once more, sharper, when the window has stood still for a while.
 */
export async function timeChange(page: Page, change: () => Promise<void>): Promise<ScreenChange> {
  await page.evaluate(watch);
  await change();
  await waitUntilIdle(page);
  const { begun, asked, frames } = await page.evaluate(watched);
  const first = asked.filter(({ start }) => start >= begun).sort((a, b) => a.start - b.start);
  if (first.length === 0) throw new Error('the change asked for nothing');
  let end = begun;
  let worker = 0;
  for (const one of first) {
    if (one.start - end > restMs) break;
    end = Math.max(end, one.end);
    worker = Math.max(worker, one.worker);
  }
  // Callbacks of a frame that run after the last answer come before its painting, and the frame after
  // it finds it painted.
  const painted = frames.filter((frame) => frame > end)[1];
  if (painted === undefined) throw new Error('no frame was drawn after the change');
  return { shown: painted - begun, worker };
}

/** Questions of one change follow on each other sooner than this. */
const restMs = 60;

// Both run in the page, so they may use nothing from outside themselves.
function watch(): void {
  const holder = globalThis as Watched;
  const asked: Asked[] = [];
  const frames: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { name, startTime, duration, detail } of list.getEntries() as PerformanceMeasure[]) {
      if (!name.startsWith('query:')) continue;
      const { milliseconds } = detail as { readonly milliseconds: number };
      asked.push({ start: startTime, end: startTime + duration, worker: milliseconds });
    }
  });
  observer.observe({ type: 'measure' });
  const state = { asked, frames, observer, begun: NaN, frame: 0 };
  holder.changeWatch = state;
  const begin = (event: Event): void => {
    if (Number.isNaN(state.begun)) state.begun = event.timeStamp;
  };
  for (const kind of ['pointerdown', 'keydown', 'change']) {
    document.addEventListener(kind, begin, { capture: true, once: true });
  }
  const note = (): void => {
    frames.push(performance.now());
    state.frame = requestAnimationFrame(note);
  };
  state.frame = requestAnimationFrame(note);
}

function watched(): { begun: number; asked: Asked[]; frames: number[] } {
  const { changeWatch } = globalThis as Watched;
  if (changeWatch === undefined) throw new Error('nothing was watched');
  const { asked, frames, observer, begun, frame } = changeWatch;
  observer.disconnect();
  cancelAnimationFrame(frame);
  return { begun, asked, frames };
}
