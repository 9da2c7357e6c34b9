import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  test as base,
  expect,
  _electron as electron,
  type ElectronApplication,
  type Page,
} from '@playwright/test';

export const projectFolder = resolve(import.meta.dirname, '../..');

/** The app in a window, with the profile it keeps its cases in. */
export interface RunningApp {
  readonly electron: ElectronApplication;
  readonly page: Page;
}

/** Starts the built app, and stops it. */
export interface Apps {
  /** `args` as on the command line. The same profile is used by all starts of a test. */
  start(args?: readonly string[]): Promise<RunningApp>;
  /** Ends all processes of an app at once, as when the power fails; answers when they are gone. */
  kill(app: RunningApp): Promise<void>;
}

/** A test with the real app, in a profile of its own; what the page printed is added on failure. */
export const test = base.extend<{ folder: string; apps: Apps }>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from it
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'trailwitness-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  apps: async ({ folder }, use, testInfo) => {
    const started: ElectronApplication[] = [];
    const printed: string[] = [];
    await use({
      start: async (args = []) => {
        const app = await electron.launch({
          args: [`--user-data-dir=${join(folder, 'profile')}`, projectFolder, ...args],
        });
        started.push(app);
        const page = await app.firstWindow();
        page.on('console', (message) => printed.push(`${message.type()}: ${message.text()}`));
        page.on('pageerror', (error) => printed.push(`uncaught: ${String(error)}`));
        return { electron: app, page };
      },
      kill: async ({ electron: app }) => {
        started.splice(started.indexOf(app), 1);
        const closed = app.waitForEvent('close');
        for (const pid of processTree(app.process().pid ?? 0)) process.kill(pid, 'SIGKILL');
        await closed;
      },
    });
    for (const app of started) await app.close();
    if (testInfo.status !== testInfo.expectedStatus && printed.length > 0) {
      await testInfo.attach('console', { body: printed.join('\n') });
    }
  },
});

/** A process and all that it started, and they; the first comes first. */
function processTree(root: number): readonly number[] {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  const rows = table
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/u).map(Number));
  const tree = [root];
  for (const parent of tree) {
    for (const [pid = 0, parentOf] of rows) if (parentOf === parent) tree.push(pid);
  }
  return tree;
}

/** Waits until nothing is being asked, imported or drawn. */
export async function idle(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-idle', 'true', { timeout: 60_000 });
}

/** Waits until the synthetic sample is imported and on the screen. */
export async function sampleImported(page: Page): Promise<void> {
  await expect(page.getByText(/4,518 read =/).first()).toBeVisible({ timeout: 30_000 });
  await idle(page);
}

/** The app on the synthetic sample. */
export async function openSample(apps: Apps): Promise<RunningApp> {
  const app = await apps.start(['--sample']);
  await sampleImported(app.page);
  return app;
}

/** Gives the window's content this size. */
export async function resize(
  { electron: app, page }: RunningApp,
  width: number,
  height: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(wide, high);
    },
    [width, height] as const,
  );
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width);
  await idle(page);
}

/** Types a query into the filter bar, and waits for what it selects. */
export async function filterBy(page: Page, query: string): Promise<void> {
  await page.getByLabel('Filter by text').fill(query);
  await page.keyboard.press('Enter');
  await idle(page);
}

export { expect };
