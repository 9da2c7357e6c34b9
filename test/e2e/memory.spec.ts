import type { ElectronApplication } from '@playwright/test';
import { record } from '../fixtures/decode-files.ts';
import { tarHeader } from '../fixtures/tar-header.ts';
import { expect, idle, test } from './app.ts';

const files = 100;

test('an archive of two gigabytes is imported in bounded memory', async ({ apps }, testInfo) => {
  test.setTimeout(300_000);
  const { electron, page } = await apps.start();
  await idle(page);
  const peakMB = await watchPeak(electron);
  const text = JSON.stringify({ Records: Array.from({ length: 15_000 }, () => filled()) });
  const content = text.padEnd(Math.ceil(text.length / 512) * 512, ' ');
  expect(content.length * files).toBeGreaterThan(2e9);
  const header = tarHeader('trail.json', content.length).toString('latin1');
  // A Blob of Blobs: the same bytes again and again, which take the memory of one.
  await page.evaluate(
    ([head, body, count]) => {
      const entry = new Blob([head, body]);
      const parts = Array.from({ length: count }, () => entry);
      const transfer = new DataTransfer();
      transfer.items.add(new File([...parts, new Uint8Array(1024)], 'all.tar'));
      const input = document.querySelector<HTMLInputElement>('input[aria-label="Files to import"]');
      if (input === null) throw new Error('there is nothing to choose files with');
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    [header, content, files] as const,
  );
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toBeVisible({ timeout: 240_000 });
  await idle(page);
  await expect(ledger.getByTestId('sums')).toContainText('1,500,000 read = 15,000 kept');
  const peak = await peakMB();
  testInfo.annotations.push({ type: 'peak memory, MB', description: peak.toFixed(0) });
  process.stdout.write(`peak memory of the renderer: ${peak.toFixed(0)} MB\n`);
  expect(peak).toBeLessThan(700);
});

/** A record of the usual size. */
function filled(): Record<string, unknown> {
  return record({ additionalEventData: { note: 'x'.repeat(760) } });
}

/**
 * Watches the page's process from now on; the answer gives its highest working set in MB. Sampled
 * often: what Electron calls the peak is, on Linux, the size of the moment.
 */
async function watchPeak(electron: ElectronApplication): Promise<() => Promise<number>> {
  const watch = await electron.evaluateHandle(({ app, BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId();
    const found = { peakKB: 0, samples: 0 };
    setInterval(() => {
      const process = app.getAppMetrics().find(({ pid }) => pid === page);
      if (process === undefined) return;
      found.peakKB = Math.max(found.peakKB, process.memory.workingSetSize);
      found.samples++;
    }, 50);
    return found;
  });
  return async () => {
    const { peakKB, samples } = await watch.jsonValue();
    expect(samples).toBeGreaterThan(10);
    return peakKB / 1024;
  };
}
