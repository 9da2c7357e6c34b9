import { execFile } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, projectFolder, test } from './app.ts';

const run = promisify(execFile);

test('the two commands of the README do all the set-up in a fresh clone', async ({ folder }) => {
  test.setTimeout(15 * 60_000);
  const clone = join(folder, 'clone');
  await run('git', ['clone', '--quiet', projectFolder, clone]);
  // As with a new user: nothing of this run's surroundings but where programs and packages are.
  const { PATH, HOME, LANG, NODE_EXTRA_CA_CERTS } = process.env;
  const env = { PATH: withoutProject(PATH ?? ''), HOME, LANG, NODE_EXTRA_CA_CERTS };
  const options = { cwd: clone, env, timeout: 14 * 60_000, maxBuffer: 1 << 26 };

  const started = await run('npm', ['start'], options);
  expect(started.stdout).toContain('4,518 read = 4,500 kept + 18 duplicate + 0 rejected');
  const sample = join(clone, 'out/sample');
  expect((await readFile(join(sample, 'timeline.png'))).subarray(1, 4).toString()).toBe('PNG');
  expect((await readFile(join(sample, 'timeline.pdf'))).subarray(0, 4).toString()).toBe('%PDF');
  expect((await stat(join(sample, 'timeline.csv'))).size).toBeGreaterThan(100_000);

  const tested = await run('npm', ['test', '--', 'e2e', 'cases.spec.ts'], options);
  expect(tested.stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^[1-9]\d* passed, 0 failed, 0 skipped$/,
  );
});

/** The programs of a machine on which nobody has installed the project. */
function withoutProject(path: string): string {
  return path
    .split(':')
    .filter((entry) => !entry.startsWith(projectFolder))
    .join(':');
}
