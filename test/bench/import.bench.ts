import { AppDriver, forgetProfile } from './app-driver.ts';
import { columnsOnlySql, DuckDb, wholeRecordSql } from './duckdb.ts';
import type { Figures } from './figures.ts';
import { checkContents } from './imported-case.ts';
import { hasJq, jqColumns } from './jq.ts';
import { madeTrail, type MadeTrail } from './made-trail.ts';

const runs = 3;
const name = 'import';

/** From folder to timeline in the real app, and the same files in DuckDB and jq. */
export async function benchImport(figures: Figures, events = 200_000): Promise<void> {
  const trail = await madeTrail(events, (line) => {
    figures.say(line);
  });
  await timeApp(figures, trail);
  await timeDuckDb(figures, trail, 'columns only', columnsOnlySql(trail.folder));
  await timeDuckDb(figures, trail, 'whole record kept', wholeRecordSql(trail.folder));
  await timeJq(figures, trail);
}

function rate(records: number, milliseconds: number): number {
  return (records * 1000) / milliseconds;
}

async function timeApp(figures: Figures, { folder, truth }: MadeTrail): Promise<void> {
  const rates: number[] = [];
  for (let run = 0; run < runs; run++) {
    await forgetProfile(name);
    const driver = await AppDriver.start(name);
    rates.push(rate(truth.records, await driver.importFolder(folder)));
    await checkContents(driver, truth);
    await driver.close();
  }
  await forgetProfile(name);
  const target = { bound: 'least', value: 60_000 } as const;
  figures.add(name, 'Trailwitness, folder to timeline', 'events/s', rates, target);
}

async function timeDuckDb(
  figures: Figures,
  { truth }: MadeTrail,
  how: string,
  sql: string,
): Promise<void> {
  const rates: number[] = [];
  for (let run = 0; run < runs; run++) {
    const database = await DuckDb.create(name);
    const milliseconds = await database.time(sql);
    const found = await database.number('SELECT count(*) FROM events');
    await database.close();
    if (found !== truth.records)
      throw new Error(`DuckDB read ${found} of ${truth.records} records`);
    rates.push(rate(found, milliseconds));
  }
  figures.add(name, `DuckDB, ${how}`, 'events/s', rates);
}

async function timeJq(figures: Figures, { folder, truth }: MadeTrail): Promise<void> {
  const label = 'zcat | jq, columns only';
  if (!(await hasJq())) {
    figures.miss(name, label, 'jq is not installed');
    return;
  }
  const { records, milliseconds } = await jqColumns(folder);
  if (records !== truth.records) throw new Error(`jq read ${records} of ${truth.records} records`);
  figures.add(name, label, 'events/s', [rate(records, milliseconds)]);
}
