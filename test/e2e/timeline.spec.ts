import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, idle, test, type RunningApp } from './app.ts';
import { dropPaths } from './drop.ts';
import { makeHandedOutKey, makeTrailWithGaps, writeRecords } from './evidence-folder.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whether a mark is painted at a place of the page: something other than the canvas's nothing. */
async function isPainted(page: Page, { x, y }: Point): Promise<boolean> {
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
async function placeOfChosen(page: Page, lane: string): Promise<Point> {
  const cursor = await page.locator('.vis-custom-time').boundingBox();
  const label = await page.locator('.vis-label', { hasText: lane }).boundingBox();
  if (cursor === null || label === null) throw new Error('the chosen event is not in view');
  return { x: cursor.x + cursor.width / 2, y: label.y + label.height / 2 };
}

async function openSample(apps: {
  start(args: readonly string[]): Promise<RunningApp>;
}): Promise<RunningApp> {
  const app = await apps.start(['--sample']);
  await expect(app.page.getByText(/4,518 read =/).first()).toBeVisible({ timeout: 30_000 });
  await idle(app.page);
  await app.page.keyboard.press('Escape');
  await resize(app, 1280, 800);
  return app;
}

async function resize(
  { electron, page }: RunningApp,
  width: number,
  height: number,
): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, [wide, high]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high);
    },
    [width, height] as const,
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
  await idle(page);
}

/** The ends of the visible span, as the overview's handles say them. */
async function visibleSpan(page: Page): Promise<readonly number[]> {
  const handles = await page.getByRole('slider').all();
  return Promise.all(
    handles.map(async (handle) => Number(await handle.getAttribute('aria-valuenow'))),
  );
}

test('a chosen event is painted under its cursor, at any size of the window', async ({ apps }) => {
  const app = await openSample(apps);
  const { page } = app;
  const events = page.getByRole('grid', { name: 'Events' });
  await events.getByRole('row').nth(1).click();
  await idle(page);
  for (const [width, height] of [
    [1280, 800],
    [1560, 940],
    [1100, 700],
  ] as const) {
    await resize(app, width, height);
    await expect
      .poll(async () => isPainted(page, await placeOfChosen(page, '198.51.100.20')))
      .toBe(true);
  }
});

test('a click on a mark chooses its event in table and details', async ({ apps }) => {
  const { page } = await openSample(apps);
  const rows = page.getByRole('grid', { name: 'Events' }).getByRole('row');
  await rows.nth(1).click();
  await idle(page);
  const name = await page.getByRole('heading', { level: 2 }).first().textContent();
  const place = await placeOfChosen(page, '198.51.100.20');
  await rows.nth(8).click();
  await idle(page);
  await expect(rows.nth(8)).toHaveAttribute('aria-selected', 'true');
  // The first of the fanned events of this moment, or one beside it: the lane's and the time's.
  await page.mouse.click(place.x, place.y);
  await idle(page);
  await expect(rows.nth(8)).toHaveAttribute('aria-selected', 'false');
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(/^Describe/);
  expect(name).toMatch(/^Describe/);
});

test('keys and buttons zoom, pan and fit', async ({ apps }) => {
  const { page } = await openSample(apps);
  const whole = await visibleSpan(page);
  const length = ([start = 0, end = 0]: readonly number[]): number => end - start;
  await page
    .getByRole('region', { name: /^Timeline by/ })
    .or(page.getByLabel(/^Timeline by/))
    .first()
    .focus();
  for (let press = 0; press < 6; press++) await page.keyboard.press('+');
  await idle(page);
  const near = await visibleSpan(page);
  expect(length(near)).toBeLessThan(length(whole) / 10);
  await page.keyboard.press('ArrowRight');
  await idle(page);
  const moved = await visibleSpan(page);
  expect(moved[0]).not.toBe(near[0]);
  await page.keyboard.press('Shift+Digit0');
  await idle(page);
  expect(await visibleSpan(page)).toEqual(whole);
  await page.keyboard.press('0');
  await idle(page);
  const selected = await visibleSpan(page);
  expect(length(selected)).toBeLessThan(length(whole));
  await page.keyboard.press('0');
  await idle(page);
  expect(await visibleSpan(page)).toEqual(whole);
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await idle(page);
  expect(length(await visibleSpan(page))).toBeLessThan(length(whole));
});

test('lanes stand for what is chosen, and dragging with Shift filters by time', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  await page.getByLabel('Lanes').selectOption({ label: 'Load balancer' });
  await idle(page);
  await expect(page.locator('.vis-label', { hasText: 'app/shop-web' }).first()).toBeVisible();
  const box = await page.locator('.frame .rows canvas').boundingBox();
  if (box === null) throw new Error('there is no canvas of marks');
  await page.keyboard.down('Shift');
  await page.mouse.move(box.x + box.width * 0.6, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.7, box.y + 30, { steps: 5 });
  await page.mouse.up();
  await page.keyboard.up('Shift');
  await idle(page);
  const count = page.getByLabel('Selected events').locator('strong');
  const selected = Number(await count.textContent());
  expect(selected).toBeGreaterThan(0);
  expect(selected).toBeLessThan(677);
  await page.keyboard.press('[');
  await idle(page);
  await expect(count).toHaveText('677');
});

test('zooming out ends where all of the case and its chosen event are on the screen', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  const [start = 0, end = 0] = await visibleSpan(page);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  const timeline = page.getByLabel(/^Timeline by/).first();
  await timeline.focus();
  for (let press = 0; press < 40; press++) await page.keyboard.press('-');
  await idle(page);
  const box = await page.locator('.frame .rows canvas').boundingBox();
  if (box === null) throw new Error('there is no canvas of marks');
  await page.mouse.move(box.x + box.width - 20, box.y + 40);
  for (let turn = 0; turn < 20; turn++) await page.mouse.wheel(0, 400);
  await idle(page);
  const [from = 0, to = 0] = await visibleSpan(page);
  expect(from).toBeLessThan(start);
  expect(to).toBeGreaterThan(end);
  expect(to - from).toBeLessThan(3.1 * (end - start));
  await expect(page.locator('.vis-custom-time')).toBeInViewport();
});

test('the lane of the chosen event stays in view while filters come and go', async ({ apps }) => {
  const { page } = await openSample(apps);
  await page.getByLabel('Lanes').selectOption('eventName');
  await page.getByLabel('Sort').selectOption('name');
  await page.getByRole('radio', { name: 'All services' }).click();
  await idle(page);
  const lanes = await page.locator('.frame').boundingBox();
  if (lanes === null) throw new Error('there is no timeline');
  await page.mouse.move(lanes.x + 40, lanes.y + 100);
  await page.mouse.wheel(0, 400);
  const input = page.getByPlaceholder(/type to filter/);
  await input.fill('event:StopLogging');
  await page.keyboard.press('Enter');
  await idle(page);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  const label = page.locator('.vis-label', { hasText: 'StopLogging' });
  await expect(label).toBeInViewport();
  await page
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await idle(page);
  await expect(label).toBeInViewport();
});

test('a chosen event that the filter leaves out has no ring', async ({ apps }) => {
  const { page } = await openSample(apps);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  const place = await placeOfChosen(page, '198.51.100.20');
  // On the ring, above the mark itself.
  const onRing = { x: place.x, y: place.y - 8 };
  await expect.poll(() => isPainted(page, onRing)).toBe(true);
  const name = await page.getByRole('heading', { level: 2 }).first().textContent();
  const input = page.getByPlaceholder(/type to filter/);
  await input.fill(`-event:${name ?? ''}`);
  await page.keyboard.press('Enter');
  await idle(page);
  await expect(page.locator('.vis-label', { hasText: '198.51.100.20' })).toBeVisible();
  const now = await placeOfChosen(page, '198.51.100.20');
  await expect.poll(() => isPainted(page, { x: now.x, y: now.y - 8 })).toBe(false);
});

test('events too many to draw one by one stand as bars', async ({ apps }) => {
  const { page } = await openSample(apps);
  await page.getByRole('radio', { name: 'All services' }).click();
  await page.getByLabel('Lanes').selectOption('account');
  await idle(page);
  const isBar = async (): Promise<boolean> => {
    const box = await page.locator('.frame .rows canvas').boundingBox();
    const label = await page.locator('.vis-label').first().boundingBox();
    if (box === null || label === null) throw new Error('there is no lane');
    const places = Array.from({ length: 20 }, (_, place) => ({
      x: box.x + box.width * (0.3 + place / 50),
      y: label.y + label.height - 4,
    }));
    return (await Promise.all(places.map((place) => isPainted(page, place)))).includes(true);
  };
  await expect.poll(isBar).toBe(true);
  const timeline = page.getByLabel(/^Timeline by/).first();
  await timeline.focus();
  await page.keyboard.press('+');
  await expect.poll(isBar).toBe(true);
});

test('the legend is at hand in the smallest window', async ({ apps }) => {
  const app = await openSample(apps);
  const { page } = app;
  await resize(app, 1024, 700);
  await page.getByRole('button', { name: 'Legend' }).click();
  const legend = page.getByRole('group', { name: 'What the marks mean' });
  for (const word of ['read', 'denied', 'by AWS service']) {
    await expect(legend.getByText(word, { exact: true })).toBeInViewport();
  }
  await page.keyboard.press('Escape');
  await expect(legend).toBeHidden();
  await resize(app, 1900, 900);
  await expect(page.getByRole('button', { name: 'Legend' })).toBeHidden();
  await expect(page.getByText('by AWS service')).toBeInViewport();
});

test('the axis cuts no label off', async ({ apps }) => {
  const app = await openSample(apps);
  for (const width of [1280, 1307, 1331, 1366]) {
    await resize(app, width, 800);
    const cut = await app.page.locator('.vis-time-axis .vis-text').evaluateAll((labels) => {
      const axis = document.querySelector('.vis-panel.vis-top')?.getBoundingClientRect();
      return labels.filter((label) => {
        const range = document.createRange();
        range.selectNodeContents(label);
        const text = range.getBoundingClientRect();
        return text.width > 0 && (text.left < (axis?.left ?? 0) || text.right > (axis?.right ?? 0));
      }).length;
    });
    expect(cut).toBe(0);
  }
});

test('a silence on the screen leads to the events before and after it', async ({ apps }) => {
  const { page } = await openSample(apps);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  const timeline = page.getByLabel(/^Timeline by/).first();
  await timeline.focus();
  for (let press = 0; press < 24; press++) await page.keyboard.press('+');
  for (let press = 0; press < 9; press++) await page.keyboard.press('Shift+ArrowLeft');
  await idle(page);
  await expect(page.getByText(/^No events between/)).toBeVisible();
  const [start = 0] = await visibleSpan(page);
  await page.getByTitle(/^To the event after/).click();
  await idle(page);
  const [next = 0] = await visibleSpan(page);
  expect(next).toBeGreaterThan(start);
  await expect(page.getByText(/^No events between/)).toBeHidden();
});

test('evidence dropped on the timeline of an open case is imported', async ({ apps, folder }) => {
  const { page } = await openSample(apps);
  const more = await writeRecords(join(folder, 'more.json'), 10);
  const box = await page.locator('.frame .rows canvas').boundingBox();
  if (box === null) throw new Error('there is no canvas of marks');
  await dropPaths(page, [more], { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await expect(page.getByTestId('sums')).toContainText('4,528 read', { timeout: 30_000 });
  await idle(page);
  await expect(page.getByText(/^Drop to import into/)).toBeHidden();
});

test('lanes nest, fold, are pinned and gathered by pointer and by key, and stay so with the case', async ({
  apps,
}) => {
  const app = await openSample(apps);
  const { page } = app;
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption({ label: 'Load balancer' });
  await page.getByLabel('Within each lane').selectOption({ label: 'Source IP' });
  await idle(page);
  const labels = page.locator('.vis-label:not(:has(.is-empty))');
  const nested = page.locator('.lane-label.is-inner:not(.is-empty)');
  await expect(labels.first()).toContainText('app/shop-web');
  await expect(nested.first()).toContainText('198.51.100.20');
  await labels.first().locator('.lane-fold').click();
  await idle(page);
  await expect(labels.nth(1)).toContainText('classic legacy-portal');
  const timeline = page.getByLabel(/^Timeline by Load balancer › Source IP/);
  await timeline.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await idle(page);
  await expect(labels.nth(1)).toContainText('198.51.100.20');
  await page.keyboard.press('Space');
  await idle(page);
  await labels.filter({ hasText: 'classic legacy-portal' }).hover();
  await labels.filter({ hasText: 'classic legacy-portal' }).locator('.lane-pin').click();
  await idle(page);
  await expect(labels.first()).toContainText('classic legacy-portal');
  // The keyboard is still in the lane that it was in, wherever that stands now.
  await timeline.focus();
  await page.keyboard.press('p');
  await idle(page);
  await expect(labels.locator('.is-pinned')).toHaveCount(2);
  await page.getByRole('button', { name: 'Gather others' }).click();
  await idle(page);
  await expect(labels.last()).toContainText('others (11)');
  await labels.last().locator('.lane-name').click();
  await idle(page);
  await expect(page.getByRole('button', { name: 'Gather others' })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  await app.electron.close();
  const { page: again } = await apps.start();
  await again.getByRole('region', { name: 'Recent cases' }).getByRole('button').first().click();
  await expect(again.getByText(/4,518 read =/).first()).toBeVisible({ timeout: 30_000 });
  await idle(again);
  await expect(again.locator('.lane-label.is-pinned')).toHaveCount(2);
});

test('spans from which events may be missing are hatched, told on hover, and listed for the keyboard', async ({
  apps,
  folder,
}) => {
  const app = await apps.start([await makeTrailWithGaps(folder)]);
  const { page } = app;
  await expect(page.getByText(/2,072 read =/).first()).toBeVisible({ timeout: 30_000 });
  await idle(page);
  await page.keyboard.press('Escape');
  await resize(app, 1280, 800);
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption('region');
  await idle(page);
  const middleOf = async (share: number): Promise<Point> => {
    const canvas = await page.locator('.frame .rows canvas').boundingBox();
    if (canvas === null) throw new Error('there is no canvas of marks');
    return { x: canvas.x + canvas.width * share, y: canvas.y + 5 };
  };
  // Six hours from the thirtieth on, of seventy-two; the marks stand in the lane's middle.
  const silent = await middleOf(0.46);
  await expect.poll(() => isPainted(page, silent)).toBe(true);
  await expect.poll(async () => isPainted(page, await middleOf(0.2))).toBe(false);
  await page.mouse.move(silent.x, silent.y);
  const tooltip = page.getByRole('tooltip');
  await expect(tooltip).toContainText('Coverage gap: No events of 111122223333 in eu-west-1');
  await expect(tooltip).toContainText('Absence of events is not absence of action.');
  await page.getByRole('button', { name: '2 gaps' }).focus();
  await page.keyboard.press('Enter');
  const list = page.getByRole('group', { name: 'Coverage gaps' });
  await expect(list.getByRole('button')).toHaveCount(2);
  await expect(list).toContainText('Trail main of 111122223333 was off');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await idle(page);
  await expect(list).toBeHidden();
  const [start = 0, end = 0] = await visibleSpan(page);
  expect(end - start).toBe(4 * 3_600_000);
  expect(start).toBe(Date.UTC(2026, 4, 3, 1));
});

test('lines lead from the chosen event to what shares something with it and to the key’s first use', async ({
  apps,
  folder,
}) => {
  const app = await apps.start([await makeHandedOutKey(join(folder, 'key.json'))]);
  const { page } = app;
  await expect(page.getByText(/3 read =/).first()).toBeVisible({ timeout: 30_000 });
  await idle(page);
  await page.keyboard.press('Escape');
  await resize(app, 1280, 800);
  await page.getByRole('radio', { name: 'All services' }).click();
  await idle(page);
  await page.keyboard.press('Shift+Digit0');
  await idle(page);
  const [start = 0, end = 0] = await visibleSpan(page);
  const canvas = await page.locator('.frame .rows canvas').boundingBox();
  if (canvas === null) throw new Error('there is no canvas of marks');
  const laneHeight = 26;
  const placeOf = (minute: number, lane: number): Point => ({
    x: canvas.x + ((Date.UTC(2026, 4, 1, 10, minute) - start) / (end - start)) * canvas.width,
    y: canvas.y + (lane + 0.5) * laneHeight,
  });
  // Halfway to the key's first use, two lanes below; and to what shares the caller's key.
  const towardsUse = placeOf(5, 1);
  const towardsTied = placeOf(1, 0.5);
  expect(await isPainted(page, towardsUse)).toBe(false);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  await expect.poll(() => isPainted(page, towardsUse)).toBe(true);
  await expect.poll(() => isPainted(page, towardsTied)).toBe(true);
  await page
    .getByLabel(/^Timeline by/)
    .first()
    .focus();
  await page.keyboard.press('ArrowDown');
  await idle(page);
  await expect.poll(() => isPainted(page, towardsUse)).toBe(false);
});

test('a bar says under the pointer what is in it', async ({ apps }) => {
  const { page } = await openSample(apps);
  await page.getByRole('radio', { name: 'All services' }).click();
  await page.getByRole('combobox', { name: 'Lanes' }).selectOption('account');
  await idle(page);
  const canvas = await page.locator('.frame .rows canvas').boundingBox();
  if (canvas === null) throw new Error('there is no canvas of marks');
  await page.mouse.move(canvas.x + canvas.width * 0.6, canvas.y + 22);
  const tooltip = page.getByRole('tooltip');
  await expect(tooltip).toContainText(/[0-9]+ events?/);
  await expect(tooltip).toContainText('Event name');
  await expect(tooltip).toContainText('Principal');
});

test('the brush is dragged by its body without a jump, by its edges, and moved by keys', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  const timeline = page.getByLabel(/^Timeline by/).first();
  await timeline.focus();
  for (let press = 0; press < 4; press++) await page.keyboard.press('+');
  await idle(page);
  const [start = 0, end = 0] = await visibleSpan(page);
  const startHandle = await page.getByRole('slider', { name: 'Start of the window' }).boundingBox();
  const endHandle = await page.getByRole('slider', { name: 'End of the window' }).boundingBox();
  if (startHandle === null || endHandle === null) throw new Error('there is no brush');
  const y = startHandle.y + startHandle.height - 6;
  const nearStart = startHandle.x + startHandle.width / 2 + 20;
  await page.mouse.move(nearStart, y);
  await page.mouse.down();
  await page.mouse.move(nearStart + 30, y, { steps: 3 });
  await page.mouse.up();
  await idle(page);
  const [movedStart = 0, movedEnd = 0] = await visibleSpan(page);
  const perPixel = (end - start) / (endHandle.x - startHandle.x);
  expect(Math.abs(movedStart - start - 30 * perPixel)).toBeLessThan(2 * perPixel);
  expect(Math.abs(movedEnd - movedStart - (end - start))).toBeLessThan(2);
  const body = page.getByRole('slider', { name: 'The window' });
  await body.focus();
  await page.keyboard.press('ArrowLeft');
  await idle(page);
  const [keyStart = 0, keyEnd = 0] = await visibleSpan(page);
  expect(keyStart).toBeLessThan(movedStart);
  expect(Math.abs(keyEnd - keyStart - (end - start))).toBeLessThan(2);
  const edge = page.getByRole('slider', { name: 'End of the window' });
  const at = await edge.boundingBox();
  if (at === null) throw new Error('there is no brush');
  await page.mouse.move(at.x + at.width / 2, at.y + 20);
  await page.mouse.down();
  await page.mouse.move(at.x + 60, at.y + 20, { steps: 3 });
  await page.mouse.up();
  await idle(page);
  const [sameStart = 0, wider = 0] = await visibleSpan(page);
  expect(Math.abs(sameStart - keyStart)).toBeLessThan(2);
  expect(wider).toBeGreaterThan(keyEnd + 30 * perPixel);
});
