// `npm run build`: the page, the main process and the preload script, into out/.
import { compile } from './setup/compile.mjs';
import { say, SetupError } from './setup/run.mjs';

try {
  await compile();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
