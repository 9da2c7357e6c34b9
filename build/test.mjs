// `npm test [-- check | e2e [PLAYWRIGHT ARGUMENTS]]`: installs like `npm start`, then runs the gates
// and the tests in the app. Its last line has the sums. Runs on plain Node 20.19.
import * as counts from './setup/test-counts.mjs';
import { installPackages } from './setup/packages.mjs';
import { npm, run, say, SetupError } from './setup/run.mjs';
import { installSystemLibraries } from './setup/system-libraries.mjs';

const parts = {
  check: { report: counts.unitReport, count: counts.unitCounts },
  e2e: { report: counts.e2eReport, count: counts.e2eCounts },
};

try {
  process.exitCode = await test(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}

async function test(/** @type {readonly string[]} */ [wanted, ...args]) {
  if (wanted !== undefined && !(wanted in parts)) {
    throw new SetupError(
      `There is no part ${wanted} of the tests: name check, e2e, or none for both.`,
    );
  }
  await installSystemLibraries({ tests: true, display: false });
  await installPackages();
  const sums = [];
  let worst = 0;
  for (const [name, { report, count }] of Object.entries(parts)) {
    if (wanted !== undefined && wanted !== name) continue;
    const [command, all] = npm('run', '--silent', name, '--', ...args);
    const code = await run(command, all);
    const found = await counts.readReport(report);
    sums.push(counts.partCounts(found && count(found), code));
    worst = Math.max(worst, Math.abs(code));
  }
  process.stdout.write(`${counts.summary(sums)}\n`);
  return worst === 0 ? 0 : 1;
}
