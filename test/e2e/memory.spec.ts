import { readFile } from 'node:fs/promises';
import { record } from '../fixtures/decode-files.ts';
import { tarHeader } from '../fixtures/tar-header.ts';
import { expect, idle, test } from './app.ts';

const files = 100;

test('an archive of two gigabytes is imported in bounded memory', async ({ apps }, testInfo) => {
  test.setTimeout(300_000);
  test.skip(process.platform !== 'linux', 'the peak is read from /proc');
  const { electron, page } = await apps.start();
  await idle(page);
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
  const pid = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  );
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const peakMB = Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1]) / 1024;
  testInfo.annotations.push({ type: 'peak memory, MB', description: peakMB.toFixed(0) });
  process.stdout.write(`peak memory of the renderer: ${peakMB.toFixed(0)} MB\n`);
  expect(peakMB).toBeLessThan(700);
});

/** A record of the usual size. */
function filled(): Record<string, unknown> {
  return record({ additionalEventData: { note: 'x'.repeat(760) } });
}
