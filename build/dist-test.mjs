// `npm run dist:test`: installs the deb that `npm run dist` made, runs it as an ordinary user, and
// removes it. As root on Debian or Ubuntu, where it is not installed yet; elsewhere it refuses.
import { onDisplay } from './setup/display.mjs';
import { inProject } from './setup/places.mjs';
import { projectNode, run } from './setup/run.mjs';

const playwright = [
  inProject('node_modules/@playwright/test/cli.js'),
  ...['test', '-c', 'build/playwright.dist.config.ts'],
];
const [command, args] = onDisplay(projectNode(), [...playwright, ...process.argv.slice(2)]);
process.exitCode = await run(command, args, { env: { ...process.env, TZ: 'UTC' } });
