// `npm run dist [-- ELECTRON-BUILDER ARGUMENTS]`: packages for this system, into release/.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { compile } from './setup/compile.mjs';
import { cache, inProject } from './setup/places.mjs';
import { projectNode, run, say, SetupError } from './setup/run.mjs';
import { registryRuntime } from './setup/registry-runtime.mjs';
import { prepareRuntime } from './setup/runtime.mjs';

try {
  process.exitCode = await dist(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

async function dist(/** @type {readonly string[]} */ args) {
  await compile();
  const runtime = await prepareRuntime();
  if (runtime.official) return builder(args);
  return trialBuild(runtime.folder);
}

// Without the release page there is neither the Electron to ship nor the tools that make packages.
async function trialBuild(/** @type {string} */ folder) {
  const output = 'release/trial';
  const copy = await mkdtemp(path.join(cache, 'to-package-'));
  try {
    await cp(folder, copy, { recursive: true });
    // What only runs the app from its source has no place in a package.
    await rm(path.join(copy, 'resources/default_app.asar'));
    await rm(path.join(copy, 'complete'));
    const code = await builder([
      ...[
        '--linux',
        'dir',
        `-c.electronDist=${copy}`,
        `-c.electronVersion=${registryRuntime.electron}`,
      ],
      `-c.directories.output=${output}`,
    ]);
    if (code === 0) {
      say(`Built the unpacked app only, in ${output}: for trials, not to be handed out.`);
      say(
        `It holds Electron ${registryRuntime.electron} in place of the one to ship, which could not be fetched.`,
      );
      say('Left out: AppImage, deb, rpm and tar.gz, whose tools are fetched from github.com.');
    }
    return code;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

function builder(/** @type {readonly string[]} */ args) {
  const script = inProject('node_modules/electron-builder/cli.js');
  const fixed = ['--config', 'build/electron-builder.ts', '--publish', 'never'];
  return run(projectNode(), [script, ...fixed, ...args]);
}
