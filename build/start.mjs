// `npm start`: everything from a fresh clone to the app on the screen. Runs on plain Node 20.19.
import { mkdir } from 'node:fs/promises';
import { compile } from './setup/compile.mjs';
import { hasDisplay, onDisplay } from './setup/display.mjs';
import { installPackages } from './setup/packages.mjs';
import { inProject } from './setup/places.mjs';
import { run, say, SetupError } from './setup/run.mjs';
import { electronArguments, prepareRuntime } from './setup/runtime.mjs';
import { installSystemLibraries } from './setup/system-libraries.mjs';

const sampleExports = ['png', 'csv', 'pdf'].map((kind) => ({
  kind,
  file: `out/sample/timeline.${kind}`,
}));

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
  const files = sampleExports.map(({ file }) => file).join(', ');
  say(`No display: the sample case runs under Xvfb and is written to ${files}.`);
  await mkdir(inProject('out/sample'), { recursive: true });
  const named = sampleExports.flatMap(({ kind, file }) => [`--${kind}`, inProject(file)]);
  const code = await launch(executable, ['--sample', ...named]);
  say(code === 0 ? `Written: ${files}` : `The sample case ended with code ${code}.`);
  return code;
}

// npm changes to the project's folder; the user's paths are meant from where they stood.
function launch(/** @type {string} */ executable, /** @type {readonly string[]} */ args) {
  const [command, all] = onDisplay(executable, electronArguments(args));
  return run(command, all, { stdio: 'inherit', cwd: process.env['INIT_CWD'] ?? process.cwd() });
}
