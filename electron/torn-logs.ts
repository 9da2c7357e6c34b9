import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { logOf, wholeRecords } from './level-log.ts';

/**
 * Takes what is half written out of the logs of the databases that hold the cases: a kill, or a full
 * disk, leaves it there. LevelDB passes half a record by at the end of a log, and goes on writing behind
 * it (google/leveldb issue 1287); when it reads that log again it takes it for damage, and Chromium then
 * removes all cases. What is taken out was never reported as saved. Nobody may have the databases open.
 */
export function mendTornLogs(profile: string): void {
  const databases = path.join(profile, 'IndexedDB');
  for (const folder of namesIn(databases)) {
    if (!folder.endsWith('.leveldb')) continue;
    for (const name of namesIn(path.join(databases, folder))) {
      if (logName.test(name)) mend(path.join(databases, folder, name));
    }
  }
}

const logName = /^(?:\d+\.log|MANIFEST-\d+)$/u;

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function mend(file: string): void {
  const { records, torn, damaged } = wholeRecords(readFileSync(file));
  if (!torn || damaged) return;
  // LevelDB looks at no file of this name, should it be left here.
  const mended = `${file}.mended`;
  writeFileSync(mended, logOf(records), { flush: true });
  renameSync(mended, file);
}
