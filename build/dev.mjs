// `npm run dev [-- PATH…]`: builds anew on every change, reloads the page, and restarts the app where
// its main process changed. The page runs as shipped: same scheme, same content security policy.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { compile, viteBuild, viteConfigs } from './setup/compile.mjs';
import { onDisplay } from './setup/display.mjs';
import { inProject, root } from './setup/places.mjs';
import { projectNode, say } from './setup/run.mjs';
import { electronArguments, prepareRuntime } from './setup/runtime.mjs';

const port = 9223;
await compile();
const { executable } = await prepareRuntime();
const builders = viteConfigs.map((config) =>
  spawn(
    projectNode(),
    [inProject('node_modules/vite/bin/vite.js'), ...viteBuild(config), '--watch'],
    {
      cwd: root,
      stdio: 'inherit',
    },
  ),
);
let app = startApp();
whenQuiet('out/renderer', reloadPage);
whenQuiet('out/main', () => {
  app.off('exit', stop).once('exit', () => {
    app = startApp();
  });
  app.kill();
});

function startApp() {
  const args = electronArguments(process.argv.slice(2));
  const [command, all] = onDisplay(executable, [`--remote-debugging-port=${port}`, ...args]);
  return spawn(command, all, { cwd: root, stdio: 'inherit' }).once('exit', stop);
}

async function reloadPage() {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/json`);
    const pages = /** @type {any} */ (await answer.json());
    const socket = new WebSocket(pages[0].webSocketDebuggerUrl);
    socket.onopen = () => {
      socket.send(JSON.stringify({ id: 1, method: 'Page.reload' }));
    };
    socket.onmessage = () => {
      socket.close();
    };
  } catch (error) {
    say(`The page could not be reloaded: ${String(error)}`);
  }
}

// A build writes many files: it is over when none was written for a moment. The first is our own.
function whenQuiet(/** @type {string} */ folder, /** @type {() => void} */ then) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  watch(inProject(folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(then, 300);
  });
}

function stop() {
  for (const builder of builders) builder.kill();
  process.exit();
}
