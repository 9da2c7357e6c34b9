import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What the page went through while it imported; milliseconds. */
export interface PageWatch {
  /** From the choice of the folder until the first event stood in the table of events. */
  readonly firstEvent: number;
  /** The longest time in which the window would not have answered. */
  readonly longestSilence: number;
}

interface Watched {
  watched?: { firstEvent: number; longestSilence: number; start: number };
}

/** Begins to watch the page; its import has to begin after that. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = { firstEvent: NaN, longestSilence: 0, start: NaN };
    (globalThis as Watched).watched = watched;
    document.addEventListener(
      'change',
      () => {
        watched.start = performance.now();
      },
      { capture: true, once: true },
    );
    // A message to itself is answered when the window has nothing else to do.
    const { port1, port2 } = new MessageChannel();
    let asked = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      if (watched.start >= 0) {
        watched.longestSilence = Math.max(watched.longestSilence, now - asked);
        const hasEvents = document.querySelector('[role="grid"] [aria-rowindex="2"]') !== null;
        if (hasEvents) watched.firstEvent ||= now - watched.start;
      }
      setTimeout(() => {
        asked = performance.now();
        port2.postMessage(undefined);
      }, 5);
    };
    port2.postMessage(undefined);
  });
}

/** What was seen since {@link watchPage}. */
export async function watchedPage(page: Page): Promise<PageWatch> {
  return page.evaluate(() => {
    const { watched } = globalThis as Watched;
    return {
      firstEvent: watched?.firstEvent ?? NaN,
      longestSilence: watched?.longestSilence ?? NaN,
    };
  });
}

/** The most memory a process ever had, in bytes; NaN where the system does not tell (not Linux). */
export async function peakMemory(processId: number): Promise<number> {
  return memoryOf(processId, /^VmHWM:\s+(\d+) kB$/m);
}

/** The memory that a process has now, in bytes; NaN where the system does not tell (not Linux). */
export async function residentMemory(processId: number): Promise<number> {
  return memoryOf(processId, /^VmRSS:\s+(\d+) kB$/m);
}

async function memoryOf(processId: number, line: RegExp): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8').catch(() => '');
  return Number(line.exec(status)?.[1]) * 1024;
}

/** Bytes of all files below a folder. */
export async function bytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}

/** Bytes that the gzip files below a folder unpack to, by their last four bytes (RFC 1952). */
export async function inflatedBytesBelow(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  let bytes = 0;
  for (const entry of entries) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const file = await open(path);
    const { size } = await file.stat();
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, size - 4);
    await file.close();
    bytes += buffer.readUInt32LE(0);
  }
  return bytes;
}
