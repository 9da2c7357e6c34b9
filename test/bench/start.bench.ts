import { AppDriver, forgetProfile } from './app-driver.ts';
import type { Figures } from './figures.ts';

const name = 'start';
const runs = 5;

/** From the start of the program until its window is painted and loaded, with no case in it. */
export async function benchStart(figures: Figures): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < runs; run++) {
    await forgetProfile(name);
    const driver = await AppDriver.start(name);
    times.push((await driver.timeShown()) - (await driver.timeStarted()));
    await driver.close();
  }
  figures.add(name, 'to a usable window', 'ms', times, { bound: 'most', value: 2000 });
}
