import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { FakeSts } from '../fixtures/fake-sts.ts';
import type { FaultProxy } from '../fixtures/fault-proxy.ts';
import type { StoredBytes, SwiftStore } from '../fixtures/swift-store.ts';
import { expect, idle, projectFolder } from './app.ts';

const sample = join(projectFolder, 'test/made/sample');

/**
 * The dialog, with the address of a bucket that is asked for in the path. Opened from the first
 * screen's button, or from the menu.
 */
export async function openDialog(
  page: Page,
  address: string,
  from: 'button' | 'menuitem' = 'menuitem',
): Promise<Locator> {
  if (from === 'menuitem') await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole(from, { name: 'From AWS…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Import from AWS' });
  await dialog.getByLabel('Bucket and prefix').fill(address);
  await dialog.getByLabel('Bucket in the path').check();
  return dialog;
}

/** Presses one button of the dialog after the other. */
export async function press(dialog: Locator, ...buttons: readonly string[]): Promise<void> {
  for (const name of buttons) await dialog.getByRole('button', { name }).click();
}

/** Waits for an import's ledger with this text, and closes it. */
export async function closeLedger(page: Page, text: string | RegExp): Promise<void> {
  const ledger = page.getByRole('dialog', { name: 'Import ledger' });
  await expect(ledger).toContainText(text, { timeout: 30_000 });
  await idle(page);
  await page.keyboard.press('Escape');
  await expect(ledger).toBeHidden();
}

/** The sample's files, as they would lie in a bucket. */
export async function sampleObjects(): Promise<readonly StoredBytes[]> {
  const entries = await readdir(sample, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name);
      return { key: relative(sample, file).split(sep).join('/'), body: await readFile(file) };
    }),
  );
}

/** The app finds the profile by the variables that it inherits. */
export async function useProfile(
  folder: string,
  { accessKeyId, secretAccessKey }: SwiftStore,
  proxy: FaultProxy,
  sts: FakeSts,
): Promise<void> {
  const config = join(folder, 'config');
  await writeFile(
    config,
    `[profile case-42]
region = us-east-1
endpoint_url = ${proxy.endpoint}
aws_access_key_id = ${accessKeyId}
aws_secret_access_key = ${secretAccessKey}
`,
  );
  process.env['AWS_CONFIG_FILE'] = config;
  process.env['AWS_SHARED_CREDENTIALS_FILE'] = join(folder, 'none');
  process.env['AWS_ENDPOINT_URL_STS'] = sts.endpoint;
}
