import type { Page } from '@playwright/test';
import { expect, filterBy, idle, openSample, test, type Apps } from './app.ts';

async function openAllServices(apps: Apps): Promise<Page> {
  const { page } = await openSample(apps);
  await page.getByRole('radio', { name: 'All services' }).click();
  await idle(page);
  return page;
}

async function selected(page: Page): Promise<number> {
  await idle(page);
  const text = await page.getByLabel('Selected events').locator('strong').textContent();
  return Number(text?.replaceAll(',', ''));
}

test('what the screen shows is found by typing it', async ({ apps }) => {
  const page = await openAllServices(apps);
  for (const text of [
    'lb:app/shop-web/381e0560a1295ff1',
    'lb:shop-web',
    'event:deleteloadbalancer',
    'principal:synthetic-deploy',
    'service:elb',
  ]) {
    await filterBy(page, text);
    const count = await selected(page);
    expect(count, text).toBeGreaterThan(0);
    expect(count, text).toBeLessThan(4500);
    await page.getByRole('button', { name: /^Remove condition/ }).click();
    expect(await selected(page)).toBe(4500);
  }
  await filterBy(page, 'principal:synthetic-deploy -event:Describe*');
  const chips = page.getByRole('button', { name: /^Remove condition/ });
  await expect(chips).toHaveCount(2);
  await expect(chips.first()).toHaveAccessibleName(
    'Remove condition principal: *synthetic-deploy*',
  );
});

test('what can’t be meant is said under the input, and changes nothing', async ({ apps }) => {
  const page = await openAllServices(apps);
  const input = page.getByLabel('Filter by text');
  for (const [text, problem] of [
    ['ip:203.0.113.0/33', '203.0.113.0/33 is no address block'],
    ['foo:bar', 'There is no field foo: ip, key, tool'],
    ['ip:203.0.113.77 after:yesterday', 'yesterday is no time'],
  ] as const) {
    await filterBy(page, text);
    await expect(page.getByText(problem)).toBeVisible();
    await expect(input).toHaveValue(text);
    expect(await selected(page)).toBe(4500);
  }
  await input.fill('');
  await expect(page.getByText('yesterday is no time')).toHaveCount(0);
  expect(await selected(page)).toBe(4500);
});

test('a query is completed from the case while it is typed, and goes to and fro as text', async ({
  apps,
}) => {
  const page = await openAllServices(apps);
  const input = page.getByRole('combobox', { name: 'Filter by text' });
  await page.keyboard.press('/');
  await page.keyboard.type('-ev');
  const options = page.getByRole('listbox').getByRole('option');
  await expect(options.first()).toHaveText('event: Event name');
  await page.keyboard.press('Tab');
  await page.keyboard.type('descr');
  await expect(options.first()).toContainText('Describe');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(input).toHaveValue(/^-event:Describe\w+ $/);
  await page.keyboard.type('after:2026-03-12');
  await page.keyboard.press('Enter');
  const some = await selected(page);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(4500);

  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(input).toBeFocused();
  await expect(input).toHaveValue(/^after:2026-03-12T00:00:00Z -event:Describe\w+$/);
  await input.fill('before:2026-03-12 ip:203.0.113.0/33');
  await page.keyboard.press('Enter');
  const problem = page.getByText('203.0.113.0/33 is no address block');
  await expect(problem).toBeVisible();
  const [word, message] = await Promise.all([
    page.locator('.wrong').boundingBox(),
    problem.boundingBox(),
  ]);
  expect(message?.y).toBeGreaterThan(word?.y ?? Infinity);
  await input.fill('before:2026-03-12');
  await page.keyboard.press('Enter');
  const others = await selected(page);
  expect(others).toBeGreaterThan(0);
  await expect(page.getByRole('button', { name: 'Remove the time span' })).toHaveCount(1);
  await expect(page.getByRole('button', { name: /^Remove condition/ })).toHaveCount(0);
});
