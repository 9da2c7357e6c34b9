import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  caseNameFor,
  ownArguments,
  parseCommandLine,
  usage,
} from '../../../electron/command-line.ts';

const here = path.resolve('/cases/alpha');
const parse = (...args: string[]) => parseCommandLine(args, here);
const reasonOf = (...args: string[]) => {
  const found = parse(...args);
  return found.kind === 'wrong' ? found.reason : found.kind;
};

describe('ownArguments', () => {
  it('takes what follows the folder that Electron was given', () => {
    const argv = ['electron', '--no-sandbox', '/project', 'logs', '--csv', 'out.csv'];
    expect(ownArguments(argv, true)).toEqual(['logs', '--csv', 'out.csv']);
  });

  it('passes over the module that a test driver loads first', () => {
    const argv = ['electron', '--inspect=0', '-r', 'loader.js', '--no-sandbox', '.', 'logs'];
    expect(ownArguments(argv, true)).toEqual(['logs']);
  });

  it('takes everything of the installed program', () => {
    expect(ownArguments(['trailwitness', 'logs'], false)).toEqual(['logs']);
  });

  it('finds nothing where no folder was given', () => {
    expect(ownArguments(['electron', '--no-sandbox'], true)).toEqual([]);
  });
});

describe('parseCommandLine', () => {
  it('opens a window without paths where nothing is named', () => {
    expect(parse()).toEqual({ kind: 'start', sample: false, paths: [], batch: undefined });
  });

  it('takes the addresses that a file manager hands over', () => {
    expect(parse('file:///evidence/two%20words.json', 'file://%zz')).toMatchObject({
      paths: [path.resolve('/evidence/two words.json'), path.join(here, 'file:', '%zz')],
    });
  });

  it('makes paths absolute from the working folder', () => {
    expect(parse('logs', '/evidence/trail.json.gz', '../beta')).toMatchObject({
      paths: [
        path.join(here, 'logs'),
        path.resolve('/evidence/trail.json.gz'),
        path.resolve('/cases/beta'),
      ],
    });
  });

  it('makes a batch run of any export, its file named after a space or an equals sign', () => {
    expect(parse('logs', '--csv', 'a.csv', '--pdf=b=c.pdf', '--all')).toEqual({
      kind: 'start',
      sample: false,
      paths: [path.join(here, 'logs')],
      batch: {
        ...{ allServices: true, redact: false, paper: 'A4' },
        targets: new Map([
          ['csv', path.join(here, 'a.csv')],
          ['pdf', path.join(here, 'b=c.pdf')],
        ]),
      },
    });
  });

  it('tells lines of JSON by the ending of the file, and how to lay out and redact', () => {
    const args = ['logs', '--entities', 'e.NDJSON', '--ledger=l.csv', '--letter', '--redact'];
    expect(parse(...args)).toMatchObject({
      batch: {
        ...{ redact: true, paper: 'Letter' },
        targets: new Map([
          ['entitiesNdjson', path.join(here, 'e.NDJSON')],
          ['ledger', path.join(here, 'l.csv')],
        ]),
      },
    });
  });

  it('exports the sample, too', () => {
    expect(parse('--sample', '--png', 'a.png')).toMatchObject({
      kind: 'start',
      sample: true,
      paths: [],
    });
  });

  it('takes everything after -- as paths', () => {
    expect(parse('--', '--csv', '-x')).toMatchObject({
      paths: [path.join(here, '--csv'), path.join(here, '-x')],
      batch: undefined,
    });
  });

  it('leaves the switches of the runtime to the runtime', () => {
    expect(
      parse('--no-sandbox', '--remote-debugging-port=0', '--user-data-dir=/tmp/x', 'logs'),
    ).toMatchObject({
      paths: [path.join(here, 'logs')],
    });
  });

  it('answers help and version whatever else is named', () => {
    expect(parse('logs', '--help').kind).toBe('help');
    expect(parse('-h').kind).toBe('help');
    expect(parse('--version').kind).toBe('version');
  });

  it.each([
    [['--frobnicate'], 'Unknown option --frobnicate.'],
    [['--csvs=a', 'logs'], 'Unknown option --csvs.'],
    [['-x'], 'Unknown option -x.'],
    [['logs', '--csv'], '--csv needs a FILE.'],
    [['logs', '--csv='], '--csv needs a FILE.'],
    [['logs', '--csv', '--pdf', 'a'], '--csv needs a FILE.'],
    [['logs', '--csv', 'a', '--csv', 'b'], '--csv is named twice.'],
    [['logs', '--csv', 'a', '--pdf', './a'], 'Two exports name the same file.'],
    [['--csv', 'a'], 'Name the evidence to export from.'],
    [['--sample', 'logs'], '--sample takes the place of a PATH: name one of them.'],
    [['logs', '--all'], '--all belongs to an export: name one, such as --pdf FILE, with it.'],
    [['logs', '--redact'], '--redact belongs to an export: name one, such as --pdf FILE, with it.'],
    [['logs', '--ledger', 'a', '--ledger', 'b.ndjson'], '--ledger is named twice.'],
    [[''], 'A PATH is empty.'],
  ])('says what is wrong with %j', (args, reason) => {
    expect(reasonOf(...args)).toBe(reason);
  });

  it('drops no path, whatever the paths are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (paths) => {
        expect(parse('--', ...paths)).toMatchObject({
          paths: paths.map((each) => path.resolve(here, each)),
        });
      }),
    );
  });
});

describe('usage', () => {
  it('names every option that is read', () => {
    const options = [
      ...['--all', '--redact', '--letter', '--csv', '--ndjson', '--timesketch', '--entities'],
      ...['--pdf', '--html', '--png', '--svg', '--ledger'],
      '--sample',
      '--help',
      '--version',
    ];
    expect(options.filter((option) => !usage.includes(option))).toEqual([]);
  });
});

describe('caseNameFor', () => {
  const name = (...paths: string[]) => caseNameFor({ sample: false, paths });

  it('is the name of what was named', () => {
    expect(name('/evidence/checkout-outage')).toBe('checkout-outage');
    expect(name('/evidence/a.zip', '/evidence/b.zip', '/c')).toBe('a.zip and 2 more');
  });

  it('is the path where that has no last part', () => {
    expect(name('/')).toBe('/');
  });

  it('says of the sample that it is synthetic', () => {
    expect(caseNameFor({ sample: true, paths: [] })).toBe('Sample incident (synthetic)');
  });
});
