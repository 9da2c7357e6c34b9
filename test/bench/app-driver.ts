import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { electronArguments, installedRuntime } from '../../build/setup/runtime.mjs';
import type { QueryAsk, QueryCall, QueryRequest } from '../../renderer/workers/query/query.ts';
import { answerSaveDialog } from '../e2e/save-dialog.ts';
import { benchFolder } from './made-trail.ts';

/**
 * The built app in the real Electron, as the benches use it. What they need of the app, all of it
 * there for users and tests anyhow:
 * - `document.documentElement.dataset.idle` is `'true'` while nothing is under way, else `'false'`;
 * - a file input "Folder to import", which takes a folder;
 * - the dialog "Import from AWS", which takes an address and the first profile there is;
 * - a list "Recent cases" with a button per case; the radio buttons "ELB only" and "All services";
 * - an element of role `application` called "Timeline by …", which a drag pans and the wheel zooms;
 * - one IndexedDB database `trailwitness-case-ID` per case;
 * - the query worker's script `assets/query.worker-….js`, which speaks renderer/workers/query/query.ts: a
 *   second worker, started by the bench on the same case, tells the time of each answer.
 */
export class AppDriver {
  readonly page: Page;
  readonly #app: ElectronApplication;

  private constructor(app: ElectronApplication, page: Page) {
    this.#app = app;
    this.page = page;
  }

  /** Starts the app with a profile of its own, kept from an earlier start where it has that name. */
  static async start(profile: string, args: readonly string[] = []): Promise<AppDriver> {
    const runtime = installedRuntime();
    if (!runtime) throw new Error('no Electron is installed yet: run npm start once');
    const app = await _electron.launch({
      executablePath: runtime.executable,
      args: electronArguments([`--user-data-dir=${profileFolder(profile)}`, ...args]),
      env: { ...process.env, TZ: 'UTC' },
    });
    const page = await app.firstWindow();
    await page.waitForLoadState('load');
    await waitUntilIdle(page);
    return new AppDriver(app, page);
  }

  async close(): Promise<void> {
    await this.#app.close();
  }

  /**
   * Imports a folder through the app's own file input. Milliseconds from the choice of the folder
   * until nothing is under way any more: stored, opened, and shown.
   */
  async importFolder(folder: string): Promise<number> {
    const milliseconds = this.page.evaluate(untilIdle, 'change' as const);
    await this.page.getByLabel('Folder to import').first().setInputFiles(folder);
    return milliseconds;
  }

  /**
   * Imports all below an address, with the first profile there is, which names an endpoint. The time
   * runs from the last button, when all is listed, as in {@link importFolder}.
   */
  async importStore(address: string): Promise<number> {
    await this.page.getByRole('button', { name: 'From AWS…' }).first().click();
    const dialog = this.page.getByRole('dialog', { name: 'Import from AWS' });
    await dialog.getByLabel('Bucket and prefix').fill(address);
    await dialog.getByLabel('Bucket in the path').check();
    await dialog.getByLabel('Ask AWS first whose').uncheck();
    for (const name of ['Connect', 'List folders', 'Count objects']) {
      await dialog.getByRole('button', { name }).click();
    }
    const start = dialog.getByRole('button', { name: /^Import [\d,.]+ objects$/ });
    await start.waitFor({ timeout: 120_000 });
    const milliseconds = this.page.evaluate(untilIdle, 'click' as const);
    await start.click();
    return milliseconds;
  }

  /** Saves the open case as a file, and answers how many milliseconds that took. */
  async saveCase(path: string, passphrase: string | undefined): Promise<number> {
    await answerSaveDialog(this.#app, path);
    await this.page.getByRole('button', { name: /^Case:/u }).click();
    await this.page.getByRole('menuitem', { name: 'Save as case file…' }).click();
    const dialog = this.page.getByRole('dialog', { name: /as case file/u });
    if (passphrase === undefined) await dialog.getByLabel('Without a passphrase').check();
    else {
      await this.page.keyboard.type(passphrase);
      await dialog.getByLabel('Passphrase once more').fill(passphrase);
    }
    const milliseconds = this.page.evaluate(untilIdle, 'click' as const);
    await dialog.getByRole('button', { name: 'Save…' }).click();
    const took = await milliseconds;
    await this.page.getByText('The case file is saved').waitFor({ timeout: 1000 });
    return took;
  }

  /** Opens the case in a file; milliseconds until it is shown, from the passphrase where it is sealed. */
  async openCaseFile(path: string, passphrase: string | undefined): Promise<number> {
    const input = this.page.getByLabel('Case file to open').first();
    const begins = passphrase === undefined ? ('change' as const) : ('click' as const);
    const milliseconds = this.page.evaluate(untilIdle, begins);
    await input.setInputFiles(path);
    if (passphrase !== undefined) {
      const dialog = this.page.getByRole('dialog', { name: /^Open “/u });
      await dialog.waitFor();
      await this.page.keyboard.type(passphrase);
      await dialog.getByRole('button', { name: 'Open' }).click();
    }
    return milliseconds;
  }

  /** The most memory that the main process ever had; undefined where the system does not tell. */
  async mainPeakBytes(): Promise<number | undefined> {
    const { pid } = this.#app.process();
    const status = await readFile(`/proc/${pid ?? 'self'}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
  }

  /** Opens the only recent case; milliseconds from the click until it is shown. */
  async openRecentCase(): Promise<number> {
    const button = this.page
      .getByRole('region', { name: 'Recent cases' })
      .getByRole('button')
      .first();
    await button.waitFor();
    const milliseconds = this.page.evaluate(untilIdle, 'click' as const);
    await button.click();
    return milliseconds;
  }

  /** When the program was started: milliseconds since 1970. */
  async timeStarted(): Promise<number> {
    return this.#app.evaluate(() => process.getCreationTime() ?? NaN);
  }

  /** When the page was painted with something on it and loaded: milliseconds since 1970. */
  async timeShown(): Promise<number> {
    return this.page.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      const [page] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return performance.timeOrigin + Math.max(paint?.startTime ?? NaN, page?.loadEventEnd ?? NaN);
    });
  }

  /**
   * Looks for a text, which no column has, in the whole records of the open case: milliseconds until
   * the first events found are counted, and until all is searched; and how many there are.
   */
  async searchRecords(text: string): Promise<{ first: number; all: number; count: number }> {
    await this.page.getByLabel('Filter by text').fill(text);
    await waitUntilIdle(this.page);
    const first = this.page.evaluate(untilCounted);
    const all = this.page.evaluate(untilIdle, 'click' as const);
    await this.page.getByRole('button', { name: 'In whole records', exact: true }).click();
    const times = { first: await first, all: await all };
    const shown = await this.page.getByLabel('Selected events').locator('strong').textContent();
    await this.page.getByRole('button', { name: /^Remove condition record/ }).click();
    await waitUntilIdle(this.page);
    return { ...times, count: Number(shown?.replaceAll(',', '')) };
  }

  /** The process id of the window's renderer, where the import's workers run too. */
  async rendererProcess(): Promise<number> {
    return this.#app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return window?.webContents.getOSProcessId() ?? 0;
    });
  }

  /** Gives the window's content this size, whether or not the display is as large. */
  async resize(size: { readonly width: number; readonly height: number }): Promise<void> {
    await this.#app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, size);
    await waitUntilIdle(this.page);
  }

  async showAllServices(): Promise<void> {
    await this.page.getByRole('radio', { name: 'All services' }).click();
    await waitUntilIdle(this.page);
  }

  /** The id of the only case in the profile. */
  async caseId(): Promise<string> {
    const prefix = 'trailwitness-case-';
    const names = await this.page.evaluate(async () => {
      const databases = await indexedDB.databases();
      return databases.map(({ name }) => name ?? '');
    });
    const ids = names.filter((name) => name.startsWith(prefix));
    const [id] = ids;
    if (id === undefined || ids.length > 1) throw new Error(`${ids.length} cases in place of one`);
    return id.slice(prefix.length);
  }

  /** Starts a query worker beside the app's own. Only one at a time. */
  async startWorker(): Promise<void> {
    const script = await workerScript();
    await this.page.evaluate((url) => {
      const holder = globalThis as { benchWorker?: Worker };
      holder.benchWorker?.terminate();
      holder.benchWorker = new Worker(new URL(url, document.baseURI), { type: 'module' });
    }, script);
  }

  /** Asks the bench's worker a number of questions, one after the other. */
  async ask<C extends QueryCall>(
    call: C,
    requests: readonly QueryRequest<C>[],
  ): Promise<readonly Answered[]> {
    const asks = requests.map((request, number): QueryAsk => ({ number, call, request }));
    return this.page.evaluate(askInPage, asks);
  }
}

/** How an answer came. */
export interface Answered {
  /** Within the worker. */
  readonly worker: number;
  /** From asking to answer, on the page. */
  readonly page: number;
  /** The reply, where it is sums or contents; the first 50 ids of lanes; otherwise undefined. */
  readonly reply: unknown;
}

// Runs in the page, so it may use nothing from outside itself.
async function askInPage(asks: readonly QueryAsk[]): Promise<Answered[]> {
  const { benchWorker } = globalThis as { benchWorker?: Worker };
  if (!benchWorker) throw new Error('no worker was started');
  const answers: Answered[] = [];
  for (const ask of asks) {
    const start = performance.now();
    const answer = await new Promise<{ reply?: unknown; reason?: string; milliseconds: number }>(
      (resolve, reject) => {
        benchWorker.onmessage = ({ data: [first] }: MessageEvent<[typeof answer]>) => {
          resolve(first);
        };
        benchWorker.onerror = ({ message }) => {
          reject(new Error(message));
        };
        benchWorker.postMessage([ask]);
      },
    );
    if (answer.reason !== undefined) throw new Error(`${ask.call}: ${answer.reason}`);
    const { reply } = answer;
    const isSmall = ask.call === 'find' || ask.call === 'open';
    const { outer } = (ask.call === 'lanes' ? reply : {}) as { outer?: { id: Uint32Array } };
    answers.push({
      worker: answer.milliseconds,
      page: performance.now() - start,
      reply: isSmall ? reply : outer && Array.from(outer.id.subarray(0, 50)),
    });
  }
  return answers;
}

/** Where the app keeps everything while it runs with this profile. */
export function profileFolder(profile: string): string {
  return join(benchFolder, `profile-${profile}`);
}

/** Deletes what an earlier run left in the profile. */
export async function forgetProfile(profile: string): Promise<void> {
  await rm(profileFolder(profile), { recursive: true, force: true });
}

/** Waits until nothing has been under way for a third of a second. */
export async function waitUntilIdle(page: Page): Promise<void> {
  await page.evaluate(untilIdle, undefined);
}

/**
 * Milliseconds from the next event of this kind until the app has been busy and is idle again, for
 * a third of a second at least; without a kind, from now until it is idle. Runs in the page, so it
 * may use nothing from outside itself.
 */
async function untilIdle(kind: 'change' | 'click' | undefined): Promise<number> {
  const root = document.documentElement;
  const isIdle = (): boolean => root.dataset['idle'] === 'true';
  const next = (wait: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, wait);
      const watch = new MutationObserver(() => {
        watch.disconnect();
        clearTimeout(timer);
        resolve();
      });
      watch.observe(root, { attributeFilter: ['data-idle'] });
    });
  let start = performance.now();
  if (kind !== undefined) {
    await new Promise<void>((resolve) => {
      document.addEventListener(
        kind,
        () => {
          resolve();
        },
        { capture: true, once: true },
      );
    });
    start = performance.now();
    while (isIdle()) await next(1000);
  }
  let since = performance.now();
  while (!isIdle() || performance.now() - since < 300) {
    await next(50);
    if (!isIdle()) {
      while (!isIdle()) await next(1000);
      since = performance.now();
    }
  }
  return since - start;
}

/** Milliseconds from the next click until the window counts some selected event. Runs in the page. */
async function untilCounted(): Promise<number> {
  const shown = document.querySelector('output[aria-label="Selected events"] strong');
  await new Promise<void>((resolve) => {
    const options = { capture: true, once: true };
    document.addEventListener(
      'click',
      () => {
        resolve();
      },
      options,
    );
  });
  const start = performance.now();
  await new Promise<void>((resolve) => {
    const watch = new MutationObserver(() => {
      if (Number.parseInt(shown?.textContent ?? '', 10) > 0) resolve();
    });
    watch.observe(document.body, { subtree: true, characterData: true, childList: true });
  });
  return performance.now() - start;
}

async function workerScript(): Promise<string> {
  const assets = join(import.meta.dirname, '../../out/renderer/assets');
  const scripts = (await readdir(assets)).filter((name) => /^query\.worker-.*\.js$/.test(name));
  const [script] = scripts;
  if (script === undefined || scripts.length > 1) {
    throw new Error(`out/renderer/assets has ${scripts.length} query workers in place of one`);
  }
  return `assets/${script}`;
}
