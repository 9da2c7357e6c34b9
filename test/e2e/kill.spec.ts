import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { record } from '../fixtures/decode-files.ts';
import { Random } from '../made/random.ts';
import { expect, idle, test } from './app.ts';
import { dropPaths } from './drop.ts';
import { storedNow, type StoredNow } from './stored-now.ts';

const kills = 20;
const files = 900;

/** Enough files for several transactions, some of them large, one cut off. */
async function makeEvidence(folder: string, random: Random): Promise<string> {
  const evidence = join(folder, 'evidence');
  await mkdir(evidence);
  for (let place = 0; place < files; place++) {
    const count = place % 150 === 7 ? 1500 : random.between(1, 4);
    const records = Array.from({ length: count }, () => record({ eventID: random.guid() }));
    const text = JSON.stringify({ Records: records });
    const name = `${String(place).padStart(5, '0')}.json`;
    await writeFile(join(evidence, name), place === 40 ? text.slice(0, -200) : text);
  }
  return evidence;
}

/** Imports into the open case, or a new one, to the end. */
async function importAll(page: Page, evidence: string): Promise<void> {
  await dropPaths(page, [evidence]);
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 60_000 });
  await idle(page);
}

/** Every file in the ledger is whole: its sums add up, and all events that it counts are there. */
function expectWholeFiles({ contents, sources, events }: StoredNow, whole: StoredNow): void {
  const keptOf = new Map(whole.sources.map(({ path, kept }) => [path, kept]));
  const stored = new Map<string, number>();
  for (const event of events) {
    const path = event.split(' ')[1] ?? '';
    stored.set(path, (stored.get(path) ?? 0) + 1);
  }
  // One expectation for all: each is noted as a step of the test, at some cost.
  const wrong = sources.filter(({ path, verdict, read, kept, duplicate, rejected }) => {
    if (read !== kept + duplicate + rejected) return true;
    if (verdict === 'duplicate') return kept > 0;
    return kept + duplicate !== keptOf.get(path) || (stored.get(path) ?? 0) !== kept;
  });
  expect(wrong).toEqual([]);
  expect(contents.events).toBe(events.length);
  expect(contents.sums.kept).toBe(events.length);
}

test('killed at any moment of an import, a case is whole and the import goes on', async ({
  apps,
  folder,
}, testInfo) => {
  test.setTimeout(600_000);
  const seed = Number(process.env['KILL_SEED'] ?? Date.now() % 1_000_000);
  testInfo.annotations.push({ type: 'KILL_SEED', description: String(seed) });
  process.stdout.write(`KILL_SEED=${seed}\n`);
  const random = new Random(seed);
  const evidence = await makeEvidence(folder, random);

  let { page, ...app } = await apps.start();
  await idle(page);
  const begun = Date.now();
  await importAll(page, evidence);
  const tookMs = Date.now() - begun;
  const whole = await storedNow(page);
  expectWholeFiles(whole, whole);
  expect(whole.sources).toHaveLength(files);

  const moments: string[] = [];
  for (let round = 0; round < kills; round++) {
    // Reloaded, the window has no case open: what is dropped goes into a new one.
    await page.reload();
    await idle(page);
    const afterMs = Math.round(random.next() * tookMs);
    await dropPaths(page, [evidence]);
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    await apps.kill({ page, ...app });

    ({ page, ...app } = await apps.start());
    await idle(page);
    const left = await storedNow(page);
    expectWholeFiles(left, whole);
    moments.push(`${afterMs} ms: ${left.sources.length}`);
    await page.getByRole('region', { name: 'Recent cases' }).getByRole('button').first().click();
    await idle(page);
    await importAll(page, evidence);
    const resumed = await storedNow(page);
    expectWholeFiles(resumed, whole);
    expect(resumed.events).toEqual(whole.events);
    const again = resumed.sources.filter(({ verdict }) => verdict === 'duplicate');
    expect(again.length).toBe(left.sources.filter(({ kept }) => kept > 0).length);
  }
  process.stdout.write(`files stored when killed after: ${moments.join(', ')}\n`);
});
