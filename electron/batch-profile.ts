import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const prefix = 'trailwitness-batch-';

/**
 * Makes a profile folder for one batch run, and clears away those that were left. Batch runs thus never
 * meet an open window's cases, and leave none.
 */
export function makeBatchProfile(temporary: string): string {
  clearBatchProfiles(temporary);
  return mkdtempSync(path.join(temporary, `${prefix}${process.pid}-`));
}

/** Removes the profile folders of batch runs that were killed, with the evidence in them. */
export function clearBatchProfiles(temporary: string): void {
  for (const name of namesIn(temporary)) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length)) : NaN;
    if (owner > 0 && !isRunning(owner)) removeBatchProfile(path.join(temporary, name));
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Removes a profile folder, with the evidence in it. False where something would not go. */
export function removeBatchProfile(folder: string): boolean {
  try {
    // Chromium may still be writing: a few attempts more.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    return true;
  } catch {
    return false;
  }
}

function isRunning(owner: number): boolean {
  try {
    process.kill(owner, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
