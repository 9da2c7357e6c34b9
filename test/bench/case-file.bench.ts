import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppDriver, forgetProfile } from './app-driver.ts';
import type { Figures } from './figures.ts';
import { checkContents, importedCase } from './imported-case.ts';
import { peakMemory, watchedPage, watchPage } from './import-watch.ts';
import { benchFolder } from './made-trail.ts';

const name = 'case-file';
const megabyte = 1_000_000;
const arrived = 'case-file-opened';
/** Both processes without a case, and the pieces that are on their way. */
const mostMegabytes = { main: 400, renderer: 700 } as const;

/** A large case as a file, plain and sealed: written, and opened as if on another machine. */
export async function benchCaseFile(figures: Figures, events = 1_000_000): Promise<void> {
  const { profile, trail } = await importedCase(events, figures);
  const folder = join(benchFolder, 'case-files');
  await mkdir(folder, { recursive: true });
  for (const passphrase of [undefined, 'eight words are better than one']) {
    const label = passphrase === undefined ? 'plain' : 'sealed';
    const path = join(folder, `${label}.trailwitness`);
    const written = await AppDriver.start(profile);
    await written.openRecentCase();
    await note(figures, `${label}, written`, written, () => written.saveCase(path, passphrase));
    await written.close();
    const { size } = await stat(path);
    figures.add(name, `${label}: size`, 'MB', [size / megabyte]);

    await forgetProfile(arrived);
    const opened = await AppDriver.start(arrived);
    await note(figures, `${label}, opened`, opened, () => opened.openCaseFile(path, passphrase));
    await checkContents(opened, trail.truth);
    await opened.close();
    await forgetProfile(arrived);
    await rm(path);
  }
}

async function note(
  figures: Figures,
  label: string,
  driver: AppDriver,
  work: () => Promise<number>,
): Promise<void> {
  const { page } = driver;
  await watchPage(page);
  const seconds = (await work()) / 1000;
  const { longestSilence } = await watchedPage(page);
  figures.add(name, label, 's', [seconds]);
  const unfelt = { bound: 'most', value: 100 } as const;
  figures.add(name, `${label}: longest silence of the window`, 'ms', [longestSilence], unfelt);
  const main = (await driver.mainPeakBytes()) ?? NaN;
  const renderer = await peakMemory(await driver.rendererProcess());
  for (const [process, bytes] of [
    ['main', main],
    ['renderer', renderer],
  ] as const) {
    const most = { bound: 'most', value: mostMegabytes[process] } as const;
    figures.add(name, `${label}: ${process} process, most memory`, 'MB', [bytes / megabyte], most);
  }
}
