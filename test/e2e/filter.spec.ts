import type { Page } from '@playwright/test';
import { expect, idle, test, type RunningApp } from './app.ts';

async function openSample(apps: {
  start(args: readonly string[]): Promise<RunningApp>;
}): Promise<Page> {
  const { page } = await apps.start(['--sample']);
  await expect(page.getByText(/4,518 read =/).first()).toBeVisible({ timeout: 30_000 });
  await idle(page);
  await page.getByRole('radio', { name: 'All services' }).click();
  await idle(page);
  return page;
}

async function selected(page: Page): Promise<number> {
  await idle(page);
  const text = await page.getByLabel('Selected events').locator('strong').textContent();
  return Number(text?.replaceAll(',', ''));
}

async function filterBy(page: Page, text: string): Promise<void> {
  await page.getByLabel('Filter by text').fill(text);
  await page.getByLabel('Filter by text').press('Enter');
  await idle(page);
}

test('what the screen shows is found by typing it', async ({ apps }) => {
  const page = await openSample(apps);
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
  const page = await openSample(apps);
  const input = page.getByLabel('Filter by text');
  for (const [text, problem] of [
    ['ip:203.0.113.0/33', '203.0.113.0/33 is no address block'],
    ['foo:bar', 'There is no field foo: ip, key, tool'],
    ['ip:203.0.113.77 after:2026-03-09', 'There is no field after'],
  ] as const) {
    await filterBy(page, text);
    await expect(page.getByText(problem)).toBeVisible();
    await expect(input).toHaveValue(text);
    expect(await selected(page)).toBe(4500);
  }
  await input.fill('');
  await expect(page.getByText('There is no field after')).toHaveCount(0);
  expect(await selected(page)).toBe(4500);
});
