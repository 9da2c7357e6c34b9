import { join } from 'node:path';
import { expect, idle, resize, sampleImported, test } from './app.ts';
import { makeHandedOutKey, makeTrailWithGaps } from './evidence-folder.ts';
import { isPainted, openSmallSample, visibleSpan, type Point } from './timeline-page.ts';

test('lanes nest, fold, are pinned and gathered by pointer and by key, and stay so with the case', async ({
  apps,
}) => {
  const app = await openSmallSample(apps);
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
  await sampleImported(again);
  await expect(again.locator('.lane-label.is-pinned')).toHaveCount(2);
});

test('a lane’s card opens from its dot, and from the lane that the keyboard is in', async ({
  apps,
}) => {
  const { page } = await openSmallSample(apps);
  const card = page.getByRole('region', { name: 'Entity card' });
  const label = page.locator('.vis-label').first();
  const name = (await label.locator('.lane-name').textContent()) ?? '';
  expect(name).toMatch(/^[\d.]+$/);
  await label.locator('.lane-dot').click();
  await idle(page);
  await expect(card.getByRole('heading').first()).toContainText(name);
  await page.keyboard.press('Escape');
  await expect(card).toHaveCount(0);
  const second = (await page.locator('.lane-name').nth(1).textContent()) ?? '';
  await page.getByLabel(/^Timeline by/).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('c');
  await idle(page);
  await expect(card.getByRole('heading').first()).toContainText(second);
  // The filter is as it was: a card is a look, no step of the search.
  await expect(page.locator('.lane-name').nth(0)).toHaveText(name);
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
  // The next event, by the keyboard, in the table that has the focus.
  await page.keyboard.press('ArrowDown');
  await idle(page);
  await expect.poll(() => isPainted(page, towardsUse)).toBe(false);
});

test('a bar says under the pointer what is in it', async ({ apps }) => {
  const { page } = await openSmallSample(apps);
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
  const { page } = await openSmallSample(apps);
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
  const body = page.getByRole('slider', { name: 'The window', exact: true });
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
