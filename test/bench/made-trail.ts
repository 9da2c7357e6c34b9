import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { benchSettings, generatorVersion, type TrailSettings } from '../made/trail.ts';
import type { Truth } from '../made/truth.ts';
import { writeTrail } from '../made/write-trail.ts';

/** Where the benches keep what they make. */
export const benchFolder = join(import.meta.dirname, '../../out/bench');

/** A made trail on disk, and what was planted in it. */
export interface MadeTrail {
  /** Holds trail files and nothing else. */
  readonly folder: string;
  readonly truth: Truth;
}

/**
 * The bench trail of so many events. It is made when it is asked for the first time (about 30 s a
 * million) and kept in out/bench, until the generator or its settings change.
 */
export function madeTrail(events: number, say: (line: string) => void): Promise<MadeTrail> {
  const settings = benchSettings(events);
  return made(`trail-v${generatorVersion}-seed${settings.seed}-${events}`, settings, say);
}

/** Very nearly so many files of one to five records each. */
export function madeSmallFiles(files: number, say: (line: string) => void): Promise<MadeTrail> {
  const records = { least: 1, most: 5 };
  const settings = { ...benchSettings(files * 3), files: { records, every: undefined } };
  return made(`small-v${generatorVersion}-seed${settings.seed}-${files}`, settings, say);
}

async function made(
  name: string,
  settings: TrailSettings,
  say: (line: string) => void,
): Promise<MadeTrail> {
  const place = join(benchFolder, name);
  const folder = join(place, 'trail');
  const noted = join(place, 'truth.json');
  try {
    return { folder, truth: JSON.parse(await readFile(noted, 'utf8')) as Truth };
  } catch {
    say(`making ${settings.events.toLocaleString('en')} events in out/bench/${name} …`);
  }
  const unfinished = `${place}.part`;
  await rm(unfinished, { recursive: true, force: true });
  await rm(place, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const truth = await writeTrail(settings, join(unfinished, 'trail'));
  await writeFile(join(unfinished, 'truth.json'), JSON.stringify(truth));
  await rename(unfinished, place);
  return { folder, truth };
}
