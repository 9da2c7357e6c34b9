import { expect, idle, openSample, test, type RunningApp } from './app.ts';
import { star, starsSaved } from './stars.ts';

/** The window after the crash dialog was answered with “Reload”; what the dialog said. */
async function reloadedAfter(app: RunningApp, crash: () => Promise<void>): Promise<string> {
  await app.electron.evaluate(({ dialog }) => {
    dialog.showMessageBox = (_window: unknown, asked?: { message: string }) => {
      (globalThis as { asked?: string }).asked = asked?.message ?? '';
      return Promise.resolve({ response: 0, checkboxChecked: false });
    };
  });
  await crash();
  await expect
    .poll(() => app.electron.evaluate(() => (globalThis as { asked?: string }).asked ?? ''))
    .not.toBe('');
  return app.electron.evaluate(() => (globalThis as { asked?: string }).asked ?? '');
}

test('a window whose process was killed says so, and shows the case as it was saved', async ({
  apps,
}) => {
  const app = await openSample(apps);
  await star(app.page, 2);
  const said = await reloadedAfter(app, async () => {
    await app.electron.evaluate(({ BrowserWindow }) => {
      const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0;
      process.kill(pid, 'SIGKILL');
    });
  });
  expect(said).toContain('The window’s process ended: killed');
  // A page that crashed is none to Playwright any more: what was saved is looked at in another start.
  await app.electron.close();
  const { page } = await apps.start();
  await idle(page);
  await page.getByRole('region', { name: 'Recent cases' }).getByRole('button').first().click();
  await idle(page);
  expect(await starsSaved(page)).toBe(1);
});

test('the window goes on when the graphics process is killed', async ({ apps }) => {
  const { electron, page } = await openSample(apps);
  const killed = await electron.evaluate(({ app }) => {
    const gpu = app.getAppMetrics().filter(({ type }) => type === 'GPU');
    for (const { pid } of gpu) process.kill(pid, 'SIGKILL');
    return gpu.length;
  });
  expect(killed).toBe(1);
  await star(page, 3);
  expect(await starsSaved(page)).toBe(1);
  const picture = await page.screenshot();
  expect(picture.length).toBeGreaterThan(10_000);
});
