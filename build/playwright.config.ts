import { defineConfig } from '@playwright/test';
import { installedRuntime } from './setup/runtime.mjs';
import { e2eReport } from './setup/test-counts.mjs';

// Playwright asks the package `electron` where its program is, and that heeds this variable.
const runtime = installedRuntime();
if (runtime && !runtime.official) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = runtime.folder;

// eslint-disable-next-line no-restricted-syntax -- Playwright reads its settings from it
export default defineConfig({
  testDir: '../test/e2e',
  outputDir: '../out/test/e2e',
  reporter: [['list'], ['json', { outputFile: e2eReport }]],
  // Each test starts an app of several processes; a machine of two cores runs one well.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: true,
});
