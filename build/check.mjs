// `npm run check`: every gate that needs no window, one after the other, all of them even where one fails.
import { mkdir, rm } from 'node:fs/promises';
import { inProject } from './setup/places.mjs';
import { projectNode, run, say } from './setup/run.mjs';
import { unitReport } from './setup/test-counts.mjs';

const script = (/** @type {string} */ file, /** @type {string[]} */ ...args) => [
  inProject('node_modules', file),
  ...args,
];

const gates = [
  {
    name: 'format',
    commands: [script('prettier/bin/prettier.cjs', '--check', '--log-level=warn', '.')],
  },
  { name: 'lint', commands: [script('eslint/bin/eslint.js', '.')] },
  {
    name: 'types',
    commands: ['electron', 'renderer/core', 'renderer/scanner', 'build', 'test'].map((part) =>
      script('typescript/bin/tsc', '-p', part),
    ),
  },
  {
    name: 'types in components',
    commands: [
      script(
        'svelte-check/bin/svelte-check',
        '--workspace',
        'renderer',
        '--tsconfig',
        'tsconfig.json',
        '--output',
        'human',
      ),
    ],
  },
  {
    name: 'layers',
    commands: [
      script(
        'dependency-cruiser/bin/dependency-cruiser.mjs',
        ...[
          '--config',
          'build/layers.cjs',
          '--output-type',
          'err',
          'electron',
          'renderer',
          'test',
          'build',
        ],
      ),
    ],
  },
  { name: 'unused code', commands: [script('knip/bin/knip.js')] },
  {
    name: 'unit tests',
    commands: [
      script(
        'vitest/vitest.mjs',
        ...['run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
      ),
    ],
  },
];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !gates.some((gate) => gate.name === name));
if (unknown.length > 0) {
  say(`No gate is called ${unknown.join(', ')}: ${gates.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}
await mkdir(inProject('out/test'), { recursive: true });
await rm(unitReport, { force: true });
const failed = [];
for (const { name, commands } of gates) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const since = performance.now();
  let isGood = true;
  for (const command of commands) {
    const code = await run(projectNode(), command, { env: { ...process.env, TZ: 'UTC' } });
    if (code !== 0) isGood = false;
  }
  if (!isGood) failed.push(name);
  say(
    `${isGood ? 'ok    ' : 'FAILED'} ${name}, ${((performance.now() - since) / 1000).toFixed(1)} s`,
  );
}
if (failed.length > 0) say(`Failed: ${failed.join(', ')}`);
process.exitCode = failed.length > 0 ? 1 : 0;
