// `npm run e2e [-- PLAYWRIGHT ARGUMENTS]`: the tests in the real app, under Xvfb where there is no display.
import { mkdir, rm } from 'node:fs/promises';
import { compile } from './setup/compile.mjs';
import { onDisplay } from './setup/display.mjs';
import { inProject } from './setup/places.mjs';
import { projectNode, run, say, SetupError } from './setup/run.mjs';
import { prepareRuntime } from './setup/runtime.mjs';
import { e2eReport } from './setup/test-counts.mjs';

try {
  await mkdir(inProject('out/test'), { recursive: true });
  await rm(e2eReport, { force: true });
  await compile();
  await prepareRuntime();
  const playwright = [
    inProject('node_modules/@playwright/test/cli.js'),
    'test',
    '-c',
    'build/playwright.config.ts',
  ];
  const [command, args] = onDisplay(projectNode(), [...playwright, ...process.argv.slice(2)]);
  process.exitCode = await run(command, args, { env: { ...process.env, TZ: 'UTC' } });
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
