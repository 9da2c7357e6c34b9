import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

/** What the page went through; milliseconds. */
export interface PageWatch {
  /** From the last choice of a folder until the first event stood in the table of events. */
  readonly firstEvent: number;
  /** The longest time in which the window would not have answered. */
  readonly longestSilence: number;
}

interface Watched {
  watched?: { firstEvent: number; longestSilence: number; start: number };
}

/** Begins to watch the page; anew with the choice of a folder, before which there is no import. */
export async function watchPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = { firstEvent: NaN, longestSilence: 0, start: NaN };
    (globalThis as Watched).watched = watched;
    document.addEventListener(
      'change',
      () => {
        watched.start = performance.now();
        watched.longestSilence = 0;
      },
      { capture: true, once: true },
    );
    // A message to itself is answered when the window has nothing else to do. It is late by all that
    // went on since it was due, be that before or after it was sent.
    const { port1, port2 } = new MessageChannel();
    const everyMs = 5;
    let due = performance.now();
    port1.onmessage = () => {
      const now = performance.now();
      watched.longestSilence = Math.max(watched.longestSilence, now - due);
      if (watched.start >= 0 && Number.isNaN(watched.firstEvent)) {
        const hasEvents = document.querySelector('[role="grid"] [aria-rowindex="2"]') !== null;
        if (hasEvents) watched.firstEvent = now - watched.start;
      }
      due = now + everyMs;
      setTimeout(() => {
        port2.postMessage(undefined);
      }, everyMs);
    };
    port2.postMessage(undefined);
  });
}

/** What was seen since {@link watchPage}, and of silences since this was asked last. */
export async function watchedPage(page: Page): Promise<PageWatch> {
  return page.evaluate(() => {
    const { watched } = globalThis as Watched;
    if (watched === undefined) throw new Error('the page is not watched');
    const { firstEvent, longestSilence } = watched;
    watched.longestSilence = 0;
    return { firstEvent, longestSilence };
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
