import { createHash } from 'node:crypto';
import type { CDPSession, Page } from '@playwright/test';
import { noNotes, withEntry } from '../../renderer/core/journal/case-notes.ts';
import { readEntry } from '../../renderer/store/journal-schema.ts';
import { expect, idle, openSample, sampleImported, test } from './app.ts';
import { actAtRandom } from './random-user.ts';
import { storedNow } from './stored-now.ts';

/** So many in a run of all tests; `SOAK_ACTS=10000` for the long one. */
const acts = Number(process.env['SOAK_ACTS'] ?? 1000);
const together = 250;

/** Bytes that the page's own heap takes once nothing in it is garbage. */
async function heapOf(page: Page, session: CDPSession): Promise<number> {
  await idle(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** The sample's case as it is shown at first, in English, whatever was done to the window before. */
async function openAnew(page: Page): Promise<void> {
  await page.evaluate(() => {
    localStorage.clear();
  });
  await page.reload();
  await sampleImported(page);
}

/** Each finding as it stands in the list, whether or not it is open for a change. Runs in the page. */
function readFindings(rows: readonly Element[]): readonly string[] {
  return rows.map((row) => {
    const shown = [...row.querySelectorAll('.title, .when, .gone, .pill .name, .note')];
    const written = row.querySelector('textarea')?.value ?? '';
    return [...shown.map(({ textContent }) => textContent), written]
      .join(' | ')
      .replace(/ \| $/u, '');
  });
}

/** What the window shows of the investigator's work. */
async function shownWork(page: Page): Promise<unknown> {
  // An act by chance may have put the details away, or opened a view, which the button then names.
  const shut = page.getByRole('button', { name: 'Details', exact: true });
  if ((await shut.count()) > 0) await shut.click();
  await page.getByRole('tab', { name: /^Findings/ }).click();
  await page.getByRole('button', { name: /^Views/ }).click();
  const views = await page.getByRole('menu', { name: /^Views/ }).innerText();
  await page.keyboard.press('Escape');
  return {
    count: await page.getByRole('tab', { name: /^Findings/ }).innerText(),
    findings: await page.locator('#findings > li').evaluateAll(readFindings),
    undo: await page.getByRole('button', { name: 'Undo', exact: true }).getAttribute('title'),
    redo: await page.getByRole('button', { name: 'Redo', exact: true }).getAttribute('title'),
    views,
  };
}

test('acts by chance break nothing, leak nothing, and add up to what the journal says', async ({
  apps,
}, testInfo) => {
  test.setTimeout(120_000 + acts * 150);
  const seed = Number(process.env['SOAK_SEED'] ?? 1);
  testInfo.annotations.push({ type: 'SOAK_SEED', description: String(seed) });
  process.stdout.write(`SOAK_SEED=${seed} SOAK_ACTS=${acts}\n`);
  const { page } = await openSample(apps);
  const broken: string[] = [];
  page.on('pageerror', (error) => broken.push(error.stack ?? String(error)));
  page.on('crash', () => broken.push('the page crashed'));
  const session = await page.context().newCDPSession(page);
  const heap: number[] = [];
  for (let from = 0; from < acts; from += together) {
    const count = Math.min(together, acts - from);
    await page.evaluate(actAtRandom, { seed: seed + from, acts: count });
    expect(broken, `within ${from + count} acts`).toEqual([]);
    expect(await page.locator('.failure').count(), 'parts of the window that failed').toBe(0);
    heap.push(await heapOf(page, session));
  }

  await page.evaluate(asAtFirst);
  await idle(page);
  const after = await heapOf(page, session);
  const live = await shownWork(page);
  await openAnew(page);
  expect(await shownWork(page)).toEqual(live);
  const { journal } = await storedNow(page);
  // The same case with the same journal, in a page to which little was done: its code is there too.
  await page.evaluate(actAtRandom, { seed, acts: together });
  await page.evaluate(asAtFirst);
  const fresh = await heapOf(page, session);
  const megabytes = [...heap, after, fresh].map((bytes) => (bytes / 1e6).toFixed(1));
  process.stdout.write(`heap, MB: ${megabytes.join(' ')}\n`);
  expect(after / fresh).toBeLessThan(1.2);

  for (const [place, text] of journal.entries()) {
    const before = journal[place - 1];
    const hash = before && createHash('sha256').update(before).digest('hex');
    expect(text).toContain(`"previous":"${hash ?? '0'.repeat(64)}"`);
  }
  const entries = journal.flatMap((text) => readEntry(text) ?? []);
  expect(entries).toHaveLength(journal.length);
  const { findings, tags, views } = entries.reduce(withEntry, noNotes);
  // What had nothing but tags that were deleted since is no finding any more.
  const standing = findings.filter(
    ({ marking }) =>
      marking.starred || marking.note !== '' || marking.tags.some((id) => tags.has(id)),
  );
  expect(live).toMatchObject({ count: `Findings ${standing.length}` });
  for (const { name } of views.values()) {
    expect(live).toMatchObject({ views: expect.stringContaining(name) });
  }
});

/** English again, no filter, no choice: what the window began with. Runs in the page. */
async function asAtFirst(): Promise<void> {
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 50));
  const settings = [...document.querySelectorAll<HTMLElement>('header.bar > .menu > button')].at(
    -1,
  );
  settings?.click();
  await turn();
  const items = settings?.parentElement?.querySelectorAll<HTMLElement>('[role="menuitemradio"]');
  [...(items ?? [])].find(({ textContent }) => textContent.includes('English'))?.click();
  await turn();
  const remove = (): HTMLElement | null =>
    document.querySelector('section.bar .chip button:last-child');
  for (let chips = 0; remove() !== null && chips < 50; chips++) {
    remove()?.click();
    await turn();
  }
}
