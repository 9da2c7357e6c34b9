import { AppDriver, forgetProfile, profileFolder } from './app-driver.ts';
import { columnsOnlySql, DuckDb, wholeRecordSql } from './duckdb.ts';
import type { Figures, Target } from './figures.ts';
import { checkContents } from './imported-case.ts';
import {
  bytesBelow,
  inflatedBytesBelow,
  peakMemory,
  watchedPage,
  watchPage,
} from './import-watch.ts';
import { hasJq, jqColumns } from './jq.ts';
import { madeSmallFiles, madeTrail, type MadeTrail } from './made-trail.ts';

const runs = 3;
const comparedRuns = 2;
const name = 'import';
const megabyte = 1_000_000;

const least = (value: number): Target => ({ bound: 'least', value });
const most = (value: number): Target => ({ bound: 'most', value });

/** From folder to timeline in the real app, and the same files in DuckDB and jq. */
export async function benchImport(figures: Figures, events = 1_000_000): Promise<void> {
  const trail = await madeTrail(events, (line) => {
    figures.say(line);
  });
  const inflated = await inflatedBytesBelow(trail.folder);
  const own = await timeApp(figures, trail, inflated);
  const columns = await timeDuckDb(figures, trail, 'columns only', columnsOnlySql(trail.folder));
  const whole = await timeDuckDb(figures, trail, 'whole record', wholeRecordSql(trail.folder));
  figures.add(name, 'times DuckDB, columns only', '×', [own / columns], least(1.5));
  figures.add(name, 'times DuckDB, whole record', '×', [own / whole], least(4));
  await timeJq(figures, trail);
}

/** Very many small files, as trails of quiet accounts leave them. */
export async function benchFiles(figures: Figures, files = 100_000): Promise<void> {
  const bench = 'files';
  const trail = await madeSmallFiles(files, (line) => {
    figures.say(line);
  });
  const seen = await importOnce(bench, trail);
  const rate = rateOf(trail.truth.files, seen.milliseconds);
  figures.add(bench, 'folder to timeline', 'files/s', [rate], least(5000));
  figures.add(bench, 'renderer, most memory', 'MB', [seen.memory / megabyte], most(700));
  figures.add(bench, 'first event shown', 'ms', [seen.firstEvent], most(500));
  figures.add(bench, 'longest silence of the window', 'ms', [seen.longestSilence], most(100));
}

function rateOf(count: number, milliseconds: number): number {
  return (count * 1000) / milliseconds;
}

interface SeenImport {
  readonly milliseconds: number;
  readonly memory: number;
  readonly disk: number;
  readonly firstEvent: number;
  readonly longestSilence: number;
}

/** One import into a new case: hashed, stored, opened, shown, and checked against what was planted. */
async function importOnce(profile: string, { folder, truth }: MadeTrail): Promise<SeenImport> {
  await forgetProfile(profile);
  const driver = await AppDriver.start(profile);
  await watchPage(driver.page);
  const milliseconds = await driver.importFolder(folder);
  const seen = await watchedPage(driver.page);
  const memory = await peakMemory(await driver.rendererProcess());
  await checkContents(driver, truth);
  await driver.close();
  const disk = await bytesBelow(`${profileFolder(profile)}/IndexedDB`);
  await forgetProfile(profile);
  return { milliseconds, memory, disk, ...seen };
}

async function timeApp(figures: Figures, trail: MadeTrail, inflated: number): Promise<number> {
  const { folder, truth } = trail;
  const seen: SeenImport[] = [];
  for (let run = 0; run < runs; run++) seen.push(await importOnce(name, trail));
  const add = (
    what: string,
    unit: string,
    value: (each: SeenImport) => number,
    target?: Target,
  ): readonly number[] => {
    const values = seen.map(value);
    figures.add(name, what, unit, values, target);
    return values;
  };
  const rates = add(
    'Trailwitness, folder to timeline',
    'events/s',
    ({ milliseconds }) => rateOf(truth.records, milliseconds),
    least(150_000),
  );
  add(
    'of inflated evidence',
    'MB/s',
    ({ milliseconds }) => rateOf(inflated, milliseconds) / megabyte,
  );
  add(
    'renderer, most memory',
    'MB',
    ({ memory }) => memory / megabyte,
    most(memoryFor(truth.records)),
  );
  const allowed = 1.15 * (await bytesBelow(folder)) + 90 * truth.events;
  add('on disk', 'MB', ({ disk }) => disk / megabyte, most(allowed / megabyte));
  add('first event shown', 'ms', ({ firstEvent }) => firstEvent, most(500));
  add('longest silence of the window', 'ms', ({ longestSilence }) => longestSilence, most(100));
  return Math.max(...rates);
}

/** Megabytes that an import of so many events may take. */
function memoryFor(events: number): number {
  return events > 1_100_000 ? 1500 : 700;
}

async function timeDuckDb(
  figures: Figures,
  { truth }: MadeTrail,
  how: string,
  sql: string,
): Promise<number> {
  const rates: number[] = [];
  const memory: number[] = [];
  const disk: number[] = [];
  for (let run = 0; run < comparedRuns; run++) {
    const database = await DuckDb.create(name);
    const { milliseconds, addedMemory } = await database.timeWithMemory(sql);
    const found = await database.number('SELECT count(*) FROM events');
    disk.push((await database.bytesOnDisk()) / megabyte);
    await database.close();
    if (found !== truth.records)
      throw new Error(`DuckDB read ${found} of ${truth.records} records`);
    rates.push(rateOf(found, milliseconds));
    memory.push(addedMemory / megabyte);
  }
  figures.add(name, `DuckDB, ${how}`, 'events/s', rates);
  figures.add(name, `DuckDB, ${how}: most memory`, 'MB', memory);
  figures.add(name, `DuckDB, ${how}: on disk`, 'MB', disk);
  return Math.max(...rates);
}

async function timeJq(figures: Figures, { folder, truth }: MadeTrail): Promise<void> {
  const label = 'zcat | jq, columns only';
  if (!(await hasJq())) {
    figures.miss(name, label, 'jq is not installed');
    return;
  }
  const { records, milliseconds } = await jqColumns(folder);
  if (records !== truth.records) throw new Error(`jq read ${records} of ${truth.records} records`);
  figures.add(name, label, 'events/s', [rateOf(records, milliseconds)]);
}
