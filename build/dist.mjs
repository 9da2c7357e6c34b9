// `npm run dist [-- ELECTRON-BUILDER ARGUMENTS]`: packages for this system, into release/.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { compile } from './setup/compile.mjs';
import { cache, inProject, trialFolder } from './setup/places.mjs';
import { outputOf, projectNode, run, say, SetupError } from './setup/run.mjs';
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
  const copy = await mkdtemp(path.join(cache, 'to-package-'));
  try {
    await cp(folder, copy, { recursive: true });
    // What only runs the app from its source has no place in a package.
    await rm(path.join(copy, 'resources/default_app.asar'));
    await rm(path.join(copy, 'complete'));
    const hasDpkg = (await outputOf('dpkg-deb', ['--version'])) !== undefined;
    const code = await trialPackages(copy, hasDpkg);
    if (code !== 0) return code;
    say(`Built in ${trialFolder}: the unpacked app, tar.gz${hasDpkg ? ' and deb' : ''}.`);
    say(
      `For trials, not to be handed out: they hold Electron ${registryRuntime.electron} in place of the one to ship, which could not be fetched.`,
    );
    say('Left out: AppImage and rpm, whose tools are fetched from github.com.');
    return 0;
  } finally {
    await rm(copy, { recursive: true, force: true });
  }
}

async function trialPackages(/** @type {string} */ runtime, /** @type {boolean} */ hasDpkg) {
  await rm(inProject(trialFolder), { recursive: true, force: true });
  const code = await builder(
    [
      ...['--linux', hasDpkg ? 'deb' : 'dir'],
      `-c.electronDist=${runtime}`,
      `-c.electronVersion=${registryRuntime.electron}`,
      `-c.directories.output=${trialFolder}`,
    ],
    { CUSTOM_FPM_PATH: inProject('build/setup/make-deb.mjs') },
  );
  if (code !== 0) return code;
  const { version } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
  const name = `Trailwitness-${version}-linux-x64`;
  const owner = ['--owner=0', '--group=0', '--numeric-owner'];
  const into = `s,^linux-unpacked,${name},`;
  return run('tar', [
    ...['-C', inProject(trialFolder), ...owner, `--transform=${into}`],
    ...['-czf', inProject(trialFolder, `${name}.tar.gz`), 'linux-unpacked'],
  ]);
}

function builder(
  /** @type {readonly string[]} */ args,
  /** @type {Readonly<Record<string, string>>} */ more = {},
) {
  const script = inProject('node_modules/electron-builder/cli.js');
  const fixed = ['--config', 'build/electron-builder.ts', '--publish', 'never'];
  return run(projectNode(), [script, ...fixed, ...args], { env: { ...process.env, ...more } });
}
