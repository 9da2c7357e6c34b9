import { spawn } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from '../../build/setup/compile.mjs';
import { hasDisplay, onDisplay } from '../../build/setup/display.mjs';
import { prepareRuntime } from '../../build/setup/runtime.mjs';
import { benchCaseFile } from './case-file.bench.ts';
import { Figures, figureTable, isReached } from './figures.ts';
import { benchFiles, benchImport } from './import.bench.ts';
import { benchHostile } from './hostile.bench.ts';
import { benchFolder } from './made-trail.ts';
import { benchQuery } from './query.bench.ts';
import { benchS3 } from './s3.bench.ts';
import { benchStart } from './start.bench.ts';
import { benchTimeline } from './timeline.bench.ts';

// npm run bench [-- NAME…] [--json FILE] [--events N]
// All benches without a name. --events tries a bench on fewer events: its targets then say nothing.

const benches = new Map([
  ['start', benchStart],
  ['import', benchImport],
  ['files', benchFiles],
  ['query', benchQuery],
  ['timeline', benchTimeline],
  ['s3', benchS3],
  ['case-file', benchCaseFile],
  ['hostile', benchHostile],
]);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, events: { type: 'string' } },
});

async function run(): Promise<number> {
  const wrong = positionals.filter((name) => !benches.has(name));
  if (wrong.length > 0) {
    console.error(`No bench ${wrong.join(', ')}; there are ${[...benches.keys()].join(', ')}.`);
    return 2;
  }
  if (!hasDisplay()) return runOnVirtualDisplay();
  await compile();
  await prepareRuntime();
  await mkdir(benchFolder, { recursive: true });
  const [load = 0] = loadavg();
  if (load > 0.5) {
    console.log(
      `The machine has other work (load ${load.toFixed(1)}): the figures suffer from it.`,
    );
  }
  const figures = new Figures((line) => {
    console.log(line);
  });
  for (const [name, bench] of benches) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    console.log(`\n${name}`);
    await bench(figures, values.events === undefined ? undefined : Number(values.events));
  }
  show(figures);
  await writeJson(figures, load);
  return figures.figures.every(isReached) ? 0 : 1;
}

/** The same once more, under Xvfb: the app needs a screen. */
function runOnVirtualDisplay(): Promise<number> {
  const [command, args] = onDisplay(process.execPath, process.argv.slice(1));
  return new Promise((resolve, reject) => {
    spawn(command, args, { stdio: 'inherit' })
      .on('error', reject)
      .on('exit', (code) => {
        resolve(code ?? 1);
      });
  });
}

function show({ figures, gaps }: Figures): void {
  for (const name of benches.keys()) {
    const own = figures.filter((figure) => figure.bench === name);
    if (own.length === 0) continue;
    const missing = gaps.filter((gap) => gap.bench === name);
    console.log(`\n${name}\n${figureTable(own, missing)}`);
  }
}

async function writeJson({ figures, gaps }: Figures, load: number): Promise<void> {
  if (values.json === undefined) return;
  const [cpu] = cpus();
  const { platform } = process;
  const machine = { cpu: cpu?.model, cores: cpus().length, platform, loadBefore: load };
  await mkdir(dirname(values.json), { recursive: true });
  await writeFile(values.json, `${JSON.stringify({ machine, figures, gaps }, undefined, 2)}\n`);
  console.log(`\nWritten: ${values.json}`);
}

process.exitCode = await run();
