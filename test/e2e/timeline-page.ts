import type { Page } from '@playwright/test';
import { openSample, resize, type Apps, type RunningApp } from './app.ts';

/** A place on the page, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether a mark is painted at a place of the page: something other than the canvas's nothing. */
export async function isPainted(page: Page, { x, y }: Point): Promise<boolean> {
  return page.evaluate(
    ([atX, atY]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('.frame .rows canvas');
      if (canvas === null) throw new Error('there is no canvas of marks');
      const box = canvas.getBoundingClientRect();
      const ratio = canvas.width / box.width;
      const left = Math.round((atX - box.left) * ratio) - 2;
      const top = Math.round((atY - box.top) * ratio) - 2;
      const pixels = canvas.getContext('2d')?.getImageData(left, top, 5, 5).data ?? [];
      return [...pixels].some((value, index) => index % 4 === 3 && value > 0);
    },
    [x, y] as const,
  );
}

/** Where the chosen event lies: on the cursor, in the row of its lane. */
export async function placeOfChosen(page: Page, lane: string): Promise<Point> {
  const cursor = await page.locator('.vis-custom-time').boundingBox();
  const label = await page.locator('.vis-label', { hasText: lane }).boundingBox();
  if (cursor === null || label === null) throw new Error('the chosen event is not in view');
  return { x: cursor.x + cursor.width / 2, y: label.y + label.height / 2 };
}

/** The app on the sample, 1280 by 800, without the list of what was imported. */
export async function openSmallSample(apps: Apps): Promise<RunningApp> {
  const app = await openSample(apps);
  await app.page.keyboard.press('Escape');
  await resize(app, 1280, 800);
  return app;
}

/** The ends of the visible span, as the overview's handles say them. */
export async function visibleSpan(page: Page): Promise<readonly number[]> {
  const handles = await page.getByRole('slider').all();
  return Promise.all(
    handles.map(async (handle) => Number(await handle.getAttribute('aria-valuenow'))),
  );
}
