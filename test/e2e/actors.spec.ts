import { expect, idle, openSample, test } from './app.ts';

test('the actor behind the incident is found, and what it is flagged for leads to its events', async ({
  apps,
}) => {
  const { page } = await openSample(apps);
  const dialog = page.getByRole('dialog', { name: 'Actors' });
  await page.keyboard.press('a');
  await idle(page);

  await test.step('the gravest stands on top, with its chain as a path', async () => {
    const actor = dialog.getByRole('region', { name: 'Actor user synthetic-dev-1' });
    await expect(actor).toContainText('A tool or system made for attacks');
    const path = actor.getByRole('list').filter({ hasText: 'AssumeRole at' });
    await expect(path).toContainText('user synthetic-dev-1');
    await expect(path).toContainText('role synthetic-deploy');
    await expect(path).toContainText('synthetic-release');
  });

  await test.step('by keyboard to another actor and back', async () => {
    const list = dialog.getByRole('list', { name: 'Actors' }).getByRole('button');
    await list.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('region', { name: 'Actor user synthetic-dev-2' })).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
  });

  await test.step('a flag selects its events in timeline and table', async () => {
    await dialog.getByRole('button', { name: /^Show the events of: A session key used/ }).click();
    await expect(dialog).toHaveCount(0);
    await idle(page);
    await expect(
      page.getByRole('region', { name: 'Details' }).getByRole('heading', { name: 'AssumeRole' }),
    ).toBeVisible();
    const chosen = page.getByRole('grid', { name: 'Events' }).locator('[aria-selected="true"]');
    await expect(chosen).toContainText('AssumeRole');
  });
});
