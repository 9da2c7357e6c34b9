// `npm start`: everything from a fresh clone to the app on the screen. Runs on plain Node 20.19.
import { mkdir } from 'node:fs/promises';
import { compile } from './setup/compile.mjs';
import { hasDisplay, onDisplay } from './setup/display.mjs';
import { installPackages } from './setup/packages.mjs';
import { inProject } from './setup/places.mjs';
import { run, say, SetupError } from './setup/run.mjs';
import { electronArguments, prepareRuntime } from './setup/runtime.mjs';
import { installSystemLibraries } from './setup/system-libraries.mjs';

try {
  process.exitCode = await start(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

async function start(/** @type {readonly string[]} */ args) {
  await installSystemLibraries({ tests: false, display: hasDisplay() });
  await installPackages();
  await compile();
  const runtime = await prepareRuntime();
  if (args.length > 0) return launch(runtime.executable, args);
  if (hasDisplay()) return launch(runtime.executable, ['--sample']);
  return writeSample(runtime.executable);
}

async function writeSample(/** @type {string} */ executable) {
  say('No display: the sample case runs under Xvfb, and its timeline is written into out/sample/.');
  await mkdir(inProject('out/sample'), { recursive: true });
  const exports = ['png', 'csv', 'pdf'].flatMap((kind) => [
    `--${kind}`,
    inProject(`out/sample/timeline.${kind}`),
  ]);
  return launch(executable, ['--sample', ...exports]);
}

// npm changes to the project's folder; the user's paths are meant from where they stood.
function launch(/** @type {string} */ executable, /** @type {readonly string[]} */ args) {
  const [command, all] = onDisplay(executable, electronArguments(args));
  return run(command, all, { stdio: 'inherit', cwd: process.env['INIT_CWD'] ?? process.cwd() });
}
