import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, idle, openSample, resize, test } from './app.ts';
import { everyView } from './every-view.ts';

/** Controls that can't be brought into the window whole, or that something else lies over. */
async function outOfReach(page: Page, view: string): Promise<readonly string[]> {
  const names = await page.evaluate(() => {
    // What is open on top has the focus, and covers what it may.
    const top = document.activeElement?.closest('dialog, [role="menu"], [role="group"]');
    const controls = (top ?? document).querySelectorAll<HTMLElement>(
      'button:enabled, input:enabled, select:enabled, textarea:enabled, a[href], summary',
    );
    return [...controls]
      .filter((control) => control.checkVisibility({ visibilityProperty: true }))
      .filter((control) => {
        control.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
        const { left, right, top, bottom } = control.getBoundingClientRect();
        if (right - left < 2) return false;
        const middle = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
        const isWithin = left >= -1 && top >= -1 && right <= innerWidth + 1;
        const label = control.closest('label');
        const isHit =
          middle !== null && (control.contains(middle) || label?.contains(middle) === true);
        return !(isWithin && bottom <= innerHeight + 1 && isHit);
      })
      .map((control) => control.getAttribute('aria-label') ?? control.outerHTML.slice(0, 120));
  });
  return names.map((name) => `${view}: ${name}`);
}

/** What axe has against the page as it stands: each rule with the elements that break it. */
async function faults(page: Page, view: string): Promise<readonly string[]> {
  // Electron opens no second page, which axe would make for frames; the window has none.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) => `${view}: ${id}: ${target.join(' ')}: ${failureSummary}`,
    ),
  );
}

for (const theme of ['light', 'dark'] as const) {
  test(`nothing is against the rules of accessibility in the ${theme} theme`, async ({ apps }) => {
    test.setTimeout(180_000);
    const app = await apps.start();
    await app.page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await idle(app.page);
    const found = [...(await faults(app.page, 'empty window'))];
    await app.electron.close();

    const { page } = await openSample(apps);
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await everyView(page, async (view) => {
      found.push(...(await faults(page, view)));
    });
    expect(found).toEqual([]);
  });
}

test('at twice the size every control of every view can be reached', async ({ apps }) => {
  test.setTimeout(120_000);
  const app = await openSample(apps);
  await resize(app, 1280, 800);
  await app.electron.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2);
  });
  const { page } = app;
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640);
  await idle(page);
  for (const part of [
    page.getByRole('button', { name: 'Keys' }),
    page.getByRole('grid', { name: 'Events' }),
    page.getByLabel('Filter by text'),
    page.getByRole('button', { name: /4,518 read/ }),
  ]) {
    await expect(part).toBeInViewport();
  }
  const timeline = await page.getByRole('application', { name: /^Timeline/u }).boundingBox();
  expect(timeline?.width).toBeGreaterThan(400);
  const found: string[] = [];
  await everyView(page, async (view) => {
    found.push(...(await outOfReach(page, view)));
  });
  expect(found).toEqual([]);
});
