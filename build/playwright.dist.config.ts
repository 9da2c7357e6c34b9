import { defineConfig } from '@playwright/test';

// The tests of the packages that `npm run dist` made: they install one, so only when asked for.
// eslint-disable-next-line no-restricted-syntax -- Playwright reads its settings from it
export default defineConfig({
  testDir: '../test/dist',
  globalSetup: '../test/dist/preconditions.ts',
  outputDir: '../out/test/dist',
  timeout: 300_000,
  workers: 1,
  reporter: 'list',
});
