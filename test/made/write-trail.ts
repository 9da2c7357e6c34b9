import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { TrailFile } from './delivery.ts';
import { Trail, type TrailSettings } from './trail.ts';
import type { Truth } from './truth.ts';

/** The file's text as CloudTrail writes it: one line, no white space between tokens. */
export function trailText(file: TrailFile): string {
  return `{"Records":[${file.records.join(',')}]}`;
}

/** Writes the files of a trail below a folder, as gzip, one by one; memory stays flat. */
export async function writeTrail(settings: TrailSettings, folder: string): Promise<Truth> {
  const trail = new Trail(settings);
  for (const file of trail.files()) {
    const path = join(folder, file.path);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, gzipSync(trailText(file)));
  }
  return trail.truth();
}
