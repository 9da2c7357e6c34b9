import { join } from 'node:path';
import { expect, idle, resize, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { writeRecords } from './evidence-folder.ts';
import { isPainted, openSmallSample, placeOfChosen, visibleSpan } from './timeline-page.ts';

test('a chosen event is painted under its cursor, at any size of the window', async ({ apps }) => {
  const app = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
  const rows = page.getByRole('grid', { name: 'Events' }).getByRole('row');
  await rows.nth(1).click();
  await idle(page);
  const name = await page
    .getByRole('region', { name: 'Details' })
    .getByRole('heading', { level: 2 })
    .textContent();
  const place = await placeOfChosen(page, '198.51.100.20');
  await rows.nth(8).click();
  await idle(page);
  await expect(rows.nth(8)).toHaveAttribute('aria-selected', 'true');
  // The first of the fanned events of this moment, or one beside it: the lane's and the time's.
  await page.mouse.click(place.x, place.y);
  await idle(page);
  await expect(rows.nth(8)).toHaveAttribute('aria-selected', 'false');
  await expect(
    page.getByRole('region', { name: 'Details' }).getByRole('heading', { level: 2 }),
  ).toContainText(/^Describe/);
  expect(name).toMatch(/^Describe/);
});

test('keys and buttons zoom, pan and fit', async ({ apps }) => {
  const { page } = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
  await page.getByRole('grid', { name: 'Events' }).getByRole('row').nth(1).click();
  await idle(page);
  const place = await placeOfChosen(page, '198.51.100.20');
  // On the ring, above the mark itself.
  const onRing = { x: place.x, y: place.y - 8 };
  await expect.poll(() => isPainted(page, onRing)).toBe(true);
  const name = await page
    .getByRole('region', { name: 'Details' })
    .getByRole('heading', { level: 2 })
    .textContent();
  const input = page.getByPlaceholder(/type to filter/);
  await input.fill(`-event:${name ?? ''}`);
  await page.keyboard.press('Enter');
  await idle(page);
  await expect(page.locator('.vis-label', { hasText: '198.51.100.20' })).toBeVisible();
  const now = await placeOfChosen(page, '198.51.100.20');
  await expect.poll(() => isPainted(page, { x: now.x, y: now.y - 8 })).toBe(false);
});

test('events too many to draw one by one stand as bars', async ({ apps }) => {
  const { page } = await openSmallSample(apps);
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
  const app = await openSmallSample(apps);
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
  const app = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
  const more = await writeRecords(join(folder, 'more.json'), 10);
  const box = await page.locator('.frame .rows canvas').boundingBox();
  if (box === null) throw new Error('there is no canvas of marks');
  await dropPaths(page, [more], { x: box.x + box.width / 2, y: box.y + box.height / 2 });
  await expect(page.getByTestId('sums')).toContainText('4,528 read', { timeout: 30_000 });
  await idle(page);
  await expect(page.getByText(/^Drop to import into/)).toBeHidden();
});
