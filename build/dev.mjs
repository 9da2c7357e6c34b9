// `npm run dev [-- PATH…]`: builds anew on every change, reloads the page, and restarts the app where
// its main process changed. The page runs as shipped: same scheme, same content security policy.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { compile, viteBuild, viteConfigs } from './setup/compile.mjs';
import { onDisplay } from './setup/display.mjs';
import { inProject, root } from './setup/places.mjs';
import { projectNode, say } from './setup/run.mjs';
import { electronArguments, prepareRuntime } from './setup/runtime.mjs';

const devTools = 9223;

await compile();
const { executable } = await prepareRuntime();
const builders = viteConfigs.map((config) => {
  const vite = [inProject('node_modules/vite/bin/vite.js'), ...viteBuild(config), '--watch'];
  return spawn(projectNode(), vite, { cwd: root, stdio: 'inherit' });
});
let isRestarting = false;
startApp();
whenQuiet('out/renderer', () => tell('json/list', 'Page.reload'));
whenQuiet('out/main', async () => {
  isRestarting = await tell('json/version', 'Browser.close');
});

function startApp() {
  const args = electronArguments(process.argv.slice(2));
  const [command, all] = onDisplay(executable, [`--remote-debugging-port=${devTools}`, ...args]);
  spawn(command, all, { cwd: root, stdio: 'inherit' }).once('exit', () => {
    if (isRestarting) {
      isRestarting = false;
      startApp();
    } else {
      for (const builder of builders) builder.kill();
      process.exit();
    }
  });
}

/** Sends one command of the DevTools protocol to the page, or to the whole app; false where nobody listens. */
async function tell(/** @type {string} */ listing, /** @type {string} */ method) {
  try {
    const answer = await fetch(`http://127.0.0.1:${devTools}/${listing}`);
    const listed = /** @type {any} */ (await answer.json());
    const socket = new WebSocket((listed[0] ?? listed).webSocketDebuggerUrl);
    socket.onopen = () => {
      socket.send(JSON.stringify({ id: 1, method }));
    };
    socket.onmessage = () => {
      socket.close();
    };
    return true;
  } catch (error) {
    say(`The app does not answer ${method}: ${String(error)}`);
    return false;
  }
}

// A build writes many files: it is over when none was written for a moment.
function whenQuiet(/** @type {string} */ folder, /** @type {() => Promise<unknown>} */ then) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  watch(inProject(folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => void then(), 500);
  });
}
