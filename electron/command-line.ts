import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Batch } from './ipc/contract.ts';
import type { SaveKind } from './ipc/save-kinds.ts';

/** What the arguments ask for. Paths are absolute. */
export type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly reason: string }
  | Start;

/** Start the app: with a window, or, where `batch` is set, to import, export and exit. */
export interface Start {
  readonly kind: 'start';
  readonly sample: boolean;
  readonly paths: readonly string[];
  readonly batch: BatchOrder | undefined;
}

/** What is to be imported: the sample in place of paths. */
export type Named = Pick<Start, 'sample' | 'paths'>;

/** The exports named, and the file for each. */
export interface BatchOrder extends Omit<Batch, 'exports'> {
  readonly targets: ReadonlyMap<SaveKind, string>;
}

/** What `--help` prints, and what follows the reason after a wrong argument. */
export const usage = `Usage: trailwitness [PATH…] [EXPORT FILE]… [--all] [--redact] [--letter]

  PATH               a file, folder or archive with CloudTrail logs: imported into a new case
  --pdf FILE         write the report as PDF
  --html FILE        write the report as one HTML page
  --csv FILE         write the timeline's events as CSV
  --ndjson FILE      write them as lines of JSON, with their raw records
  --timesketch FILE  write them as lines of JSON for Timesketch
  --entities FILE    write the addresses, keys, tools … in them: CSV, or NDJSON by FILE's ending
  --ledger FILE      write what became of every file: CSV, or NDJSON by FILE's ending
  --png FILE, --svg FILE
                     write the timeline as picture
  --all              export the events of all services, not only of Elastic Load Balancing
  --redact           take secrets out of raw records, as is always done in a report
  --letter           lay the report out for Letter paper, not for A4
  --sample           take the synthetic sample incident in place of PATH
  --help, --version

Beside every file stands FILE.manifest.json with its SHA-256. With an export no window opens: the sums are printed and the program ends, with code 0 where all
evidence was read, 2 where some could not be read, 1 where nothing could be done.
`;

/** The kind that an option writes, and the one where its file ends in `.ndjson` or `.jsonl`. */
const exportOptions: ReadonlyMap<string, readonly [SaveKind, SaveKind]> = new Map([
  ['--pdf', ['pdf', 'pdf']],
  ['--html', ['html', 'html']],
  ['--csv', ['csv', 'csv']],
  ['--ndjson', ['ndjson', 'ndjson']],
  ['--timesketch', ['timesketch', 'timesketch']],
  ['--entities', ['entities', 'entitiesNdjson']],
  ['--ledger', ['ledger', 'ledgerNdjson']],
  ['--png', ['png', 'png']],
  ['--svg', ['svg', 'svg']],
]);
const linesOfJson = /\.(?:ndjson|jsonl)$/iu;

// Switches of Chromium and Electron, which read the same arguments: for tests, displays and proxies.
const runtimeSwitch =
  /^--(no-sandbox|no-zygote|headless|user-data-dir=|remote-debugging-|remote-allow-origins=|inspect|lang=|log-|v=|vmodule=|js-flags=|force-|enable-|disable-|ozone-|use-|gtk-version=|password-store=|in-process-gpu|allow-|trace-|host-|high-dpi-|original-process-start-time=)/;

/**
 * The user's own arguments out of `process.argv`. Started as `electron [SWITCHES] FOLDER …` they
 * follow the folder, installed they follow the program.
 */
export function ownArguments(argv: readonly string[], isDefaultApp: boolean): readonly string[] {
  const args = argv.slice(1);
  if (!isDefaultApp) return args;
  let place = 0;
  while (place < args.length) {
    const arg = args[place] ?? '';
    if (arg === '-r' || arg === '--require') place += 2;
    else if (arg.startsWith('-')) place += 1;
    else return args.slice(place + 1);
  }
  return [];
}

/** Reads the user's arguments; relative paths start from `workingFolder`. */
export function parseCommandLine(args: readonly string[], workingFolder: string): CommandLine {
  const found = readArguments(args, workingFolder);
  if (typeof found === 'string') return { kind: 'wrong', reason: found };
  const { help, version, sample, all, redact, letter, paths, targets } = found;
  if (help) return { kind: 'help' };
  if (version) return { kind: 'version' };
  if (sample && paths.length > 0)
    return wrong('--sample takes the place of a PATH: name one of them.');
  if (targets.size === 0) {
    const alone = all ? '--all' : redact ? '--redact' : letter ? '--letter' : undefined;
    if (alone !== undefined)
      return wrong(`${alone} belongs to an export: name one, such as --pdf FILE, with it.`);
    return { kind: 'start', sample, paths, batch: undefined };
  }
  if (!sample && paths.length === 0) return wrong('Name the evidence to export from.');
  if (new Set(targets.values()).size < targets.size)
    return wrong('Two exports name the same file.');
  const paper = letter ? 'Letter' : 'A4';
  return { kind: 'start', sample, paths, batch: { allServices: all, redact, paper, targets } };
}

/** The name of the case that the named evidence makes. */
export function caseNameFor({ sample, paths }: Named): string {
  if (sample) return 'Sample incident (synthetic)';
  const [first, ...others] = paths;
  if (first === undefined) return '';
  const name = path.basename(first) || first;
  return others.length === 0 ? name : `${name} and ${others.length} more`;
}

interface Found {
  help: boolean;
  version: boolean;
  sample: boolean;
  all: boolean;
  redact: boolean;
  letter: boolean;
  readonly paths: string[];
  readonly targets: Map<SaveKind, string>;
}

/** What the arguments name, or what is wrong with them. */
function readArguments(args: readonly string[], workingFolder: string): Found | string {
  const found: Found = {
    ...{ help: false, version: false, sample: false, all: false, redact: false, letter: false },
    ...{ paths: [], targets: new Map<SaveKind, string>() },
  };
  const rest = [...args];
  let onlyPaths = false;
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (onlyPaths || !arg.startsWith('-')) {
      if (arg === '') return 'A PATH is empty.';
      found.paths.push(pathOf(arg, workingFolder));
    } else if (arg === '--') onlyPaths = true;
    else if (!runtimeSwitch.test(arg)) {
      const reason = readOption(arg, rest, workingFolder, found);
      if (reason !== undefined) return reason;
    }
  }
  return found;
}

/** File managers hand over addresses where a desktop entry takes them (`%U`). */
function pathOf(arg: string, workingFolder: string): string {
  if (!/^file:\/\//i.test(arg)) return path.resolve(workingFolder, arg);
  try {
    return fileURLToPath(arg);
  } catch {
    return path.resolve(workingFolder, arg);
  }
}

function readOption(
  arg: string,
  rest: string[],
  workingFolder: string,
  found: Found,
): string | undefined {
  switch (arg) {
    case '--help':
    case '-h':
      found.help = true;
      return undefined;
    case '--version':
      found.version = true;
      return undefined;
    case '--sample':
      found.sample = true;
      return undefined;
    case '--all':
      found.all = true;
      return undefined;
    case '--redact':
      found.redact = true;
      return undefined;
    case '--letter':
      found.letter = true;
      return undefined;
    default:
      return readExport(arg, rest, workingFolder, found.targets);
  }
}

function readExport(
  arg: string,
  rest: string[],
  workingFolder: string,
  targets: Map<SaveKind, string>,
): string | undefined {
  const [option = arg, ...values] = arg.split('=');
  const kinds = exportOptions.get(option);
  if (kinds === undefined) return `Unknown option ${option}.`;
  if (kinds.some((kind) => targets.has(kind))) return `${option} is named twice.`;
  const file = arg.includes('=') ? values.join('=') : rest.shift();
  if (file === undefined || file === '' || file.startsWith('--')) return `${option} needs a FILE.`;
  const kind = kinds[linesOfJson.test(file) ? 1 : 0];
  targets.set(kind, path.resolve(workingFolder, file));
  return undefined;
}

function wrong(reason: string): CommandLine {
  return { kind: 'wrong', reason };
}
