import { expect, filterBy, idle, openSample, test } from './app.ts';

test('the card of a key opens from facet, table cell, details and keyboard, and leads on', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  const card = page.getByRole('region', { name: 'Entity card' });
  const grid = page.getByRole('grid', { name: 'Events' });

  await test.step('from a facet, by mouse', async () => {
    const facet = page.getByRole('listitem').filter({ hasText: '192.0.2.44' }).first();
    await facet.hover();
    await facet.getByRole('button', { name: /^Card of 192\.0\.2\.44/ }).click();
    await idle(page);
    await expect(card).toContainText('set aside for documentation');
    await expect(card).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
  });

  await page.getByRole('radio', { name: 'All services' }).click();
  await filterBy(page, 'ip:203.0.113.142');

  await test.step('from a table cell, by mouse', async () => {
    const row = grid.getByRole('row').nth(2);
    await row.click();
    await idle(page);
    const cell = row.getByRole('gridcell').filter({ hasText: '203.0.113.142' }).first();
    await cell.hover();
    await cell.locator('button').click();
    await idle(page);
    await expect(card.getByRole('heading').first()).toContainText('203.0.113.142');
  });

  await test.step('from the chosen event, by keyboard, with the chain of the key', async () => {
    await grid.getByRole('row').nth(2).click();
    await idle(page);
    await page.keyboard.press('Shift+K');
    await idle(page);
    await expect(card).toContainText('temporary key (ASIA)');
    const chain = card.getByRole('list').filter({ hasText: 'AssumeRole at' });
    await expect(chain).toContainText('user synthetic-dev-1');
    await expect(chain).toContainText('from 203.0.113.77');
  });

  await test.step('on to another card, back, and to the event of the chain', async () => {
    await card.getByRole('button', { name: /^AKIA/ }).click();
    await idle(page);
    await expect(card).toContainText('long-term key');
    await expect(card).toContainText(/First event of this access key from this source IP/);
    await card.getByRole('button', { name: 'Back' }).click();
    await idle(page);
    await card.getByRole('button', { name: /AssumeRole at/ }).click();
    await idle(page);
    const details = page.getByRole('region', { name: 'Details' });
    await expect(details.getByRole('heading', { name: 'AssumeRole' })).toBeVisible();
    await expect(details).toContainText('Hands out the key');
  });

  await test.step('from the details', async () => {
    const button = page.getByRole('button', { name: 'Card of this principal' });
    await button.focus();
    await page.keyboard.press('Enter');
    await idle(page);
    await expect(card.getByRole('heading').first()).toContainText('synthetic-dev-1');
    await page.keyboard.press('Escape');
    await expect(card).toHaveCount(0);
  });
});
