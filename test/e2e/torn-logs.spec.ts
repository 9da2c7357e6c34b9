import { readdirSync } from 'node:fs';
import { appendFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, idle, sampleImported, test } from './app.ts';
import { star, starsSaved } from './stars.ts';

/** Leaves half a record at the end of a log of LevelDB, as a kill in the middle of writing it does. */
async function tear(log: string): Promise<void> {
  const { size } = await stat(log);
  const half = new Uint8Array(7 + 100);
  const leftOfBlock = 32_768 - (size % 32_768);
  // Room enough for the header, of a record that goes on from here: its length, and that it is a whole one.
  if (leftOfBlock < 7 + 200) await appendFile(log, new Uint8Array(leftOfBlock));
  half.set([200, 0, 1], 4);
  await appendFile(log, half);
}

test('what a kill left half written costs no case, and nothing that was saved later', async ({
  apps,
  folder,
}) => {
  test.setTimeout(120_000);
  const first = await apps.start(['--sample']);
  await sampleImported(first.page);
  await first.electron.close();
  const store = join(folder, 'profile/IndexedDB/app_trailwitness_0.indexeddb.leveldb');
  const logs = readdirSync(store).filter((name) => /^MANIFEST|\.log$/u.test(name));
  expect(logs).toHaveLength(2);
  for (const name of logs) await tear(join(store, name));
  for (let start = 1; start <= 3; start++) {
    const { electron, page } = await apps.start();
    await idle(page);
    await page.getByRole('region', { name: 'Recent cases' }).getByRole('button').first().click();
    await idle(page);
    await star(page, 1 + start);
    expect(await starsSaved(page)).toBe(start);
    await electron.close();
  }
});
