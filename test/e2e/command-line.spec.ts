import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sampleSettings, Trail } from '../made/trail.ts';
import { readPlainCsv } from '../unit/core/export/data/plain-csv.ts';
import { record } from '../fixtures/decode-files.ts';
import { expect, projectFolder, test } from './app.ts';
import { makeEvidence, sampleFolder } from './evidence-folder.ts';
import { npmStart } from './npm-start.ts';

interface Line {
  readonly eventId?: string;
  readonly record?: { readonly eventID?: string };
}

test.describe('npm start with exports', () => {
  test('writes what is named of the load balancers and ends with 0', async ({ folder }) => {
    const truth = new Trail(sampleSettings);
    for (const file of truth.files()) expect(file.records.length).toBeGreaterThan(0);
    const { elb, records, events, duplicates } = truth.truth();
    const at = (name: string): string => join(folder, name);
    const { code, printed } = await npmStart([
      join(sampleFolder, 'AWSLogs'),
      ...['--csv', at('elb.csv'), '--pdf', at('elb.pdf')],
      ...['--png', at('elb.png'), '--ledger', at('ledger.csv')],
    ]);
    expect(code).toBe(0);
    expect(printed.replaceAll(',', '')).toContain(
      `${records} read = ${events} kept + ${duplicates} duplicate + 0 rejected`,
    );
    const [header = [], ...rows] = readPlainCsv(await readFile(at('elb.csv'), 'utf8'));
    expect(rows).toHaveLength(elb);
    const source = header.indexOf('Event source');
    expect(new Set(rows.map((row) => row[source]))).toEqual(
      new Set(['elasticloadbalancing.amazonaws.com']),
    );
    expect(execFileSync('pdftotext', [at('elb.pdf'), '-'], { encoding: 'utf8' })).toContain(
      'Source IP',
    );
    const manifest: unknown = JSON.parse(await readFile(at('elb.pdf.manifest.json'), 'utf8'));
    const sha256 = createHash('sha256')
      .update(await readFile(at('elb.pdf')))
      .digest('hex');
    expect(manifest).toMatchObject({ file: { name: 'elb.pdf', sha256 }, selection: 'scope:elb' });
    const png = await readFile(at('elb.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect((await stat(at('ledger.csv'))).size).toBeGreaterThan(1000);
  });

  test('writes every event as lines of JSON, each with the record that it is', async ({
    folder,
  }) => {
    const truth = new Trail(sampleSettings);
    for (const file of truth.files()) expect(file.records.length).toBeGreaterThan(0);
    const { elb } = truth.truth();
    const at = (name: string): string => join(folder, name);
    const { code } = await npmStart([
      ...[join(sampleFolder, 'AWSLogs'), '--ndjson', at('elb.ndjson'), '--html', at('elb.html')],
      ...['--timesketch', at('elb.jsonl'), '--entities', at('entities.ndjson'), '--redact'],
    ]);
    expect(code).toBe(0);
    const lines = (await readFile(at('elb.ndjson'), 'utf8')).trimEnd().split('\n');
    expect(lines).toHaveLength(elb);
    for (const line of lines) {
      const { eventId, record } = JSON.parse(line) as Line;
      expect(record?.eventID).toBe(eventId);
    }
    const sketch = (await readFile(at('elb.jsonl'), 'utf8')).trimEnd().split('\n');
    expect(sketch).toHaveLength(elb);
    expect(Object.keys(JSON.parse(sketch[0] ?? '') as object)).toEqual(
      expect.arrayContaining(['message', 'datetime', 'timestamp_desc']),
    );
    expect(await readFile(at('entities.ndjson'), 'utf8')).toContain('"field":"Access key"');
    expect(await readFile(at('elb.html'), 'utf8')).toMatch(/^<!doctype html>/u);
  });

  test('makes the same report again from the same evidence, on the paper asked for', async ({
    folder,
  }) => {
    const texts: string[][] = [];
    for (const name of ['first.pdf', 'second.pdf']) {
      const pdf = join(folder, name);
      expect((await npmStart(['--sample', '--pdf', pdf, '--letter'])).code).toBe(0);
      const text = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
      texts.push(text.split('\n').filter((line) => !line.includes('by Trailwitness')));
      const facts = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
      expect(facts).toMatch(/Page size:\s+612 x 792 pts/u);
      expect(facts).toMatch(/Tagged:\s+yes/u);
    }
    expect(texts[0]).toEqual(texts[1]);
    const whole = texts[0]?.join('\n') ?? '';
    for (const part of ['Actors and chains of credentials', 'Coverage and gaps', 'page 1 of']) {
      expect(whole).toContain(part);
    }
  });

  test('ends with 2 where some evidence could not be read, and names it', async ({ folder }) => {
    const evidence = await makeEvidence(folder);
    const csv = join(folder, 'all.csv');
    const { code, complained } = await npmStart([evidence, '--all', '--csv', csv]);
    expect(code).toBe(2);
    expect(complained).toContain('cut-off.json.gz');
    expect(complained).toMatch(/notes\.txt: skipped, ./u);
    const [header = [], ...rows] = readPlainCsv(await readFile(csv, 'utf8'));
    expect(rows.length).toBeGreaterThan(4_600);
    // The formula that an attacker wrote is text.
    const address = header.indexOf('Source IP');
    const hostile = rows.filter((row) => row[address]?.includes('HYPERLINK'));
    expect(hostile.map((row) => row[address]?.charAt(0))).toEqual(["'"]);
  });

  test('reads the same events from files, gzip and zip', async ({ folder }) => {
    const records = Array.from({ length: 30 }, (_, i) => record({ eventName: `CreateRule${i}` }));
    const text = JSON.stringify({ Records: records });
    const plain = join(folder, 'trail.json');
    const gzip = join(folder, 'trail.json.gz');
    await writeFile(plain, text);
    await writeFile(gzip, gzipSync(text));
    const rowsOf = async (path: string): Promise<unknown> => {
      const csv = `${path}.csv`;
      expect((await npmStart([path, '--csv', csv])).code).toBe(0);
      const [header = [], ...rows] = readPlainCsv(await readFile(csv, 'utf8'));
      const isEvidence = (place: number): boolean =>
        /Evidence|Record|Byte/.test(header[place] ?? '');
      return rows.map((row) => row.filter((_, place) => !isEvidence(place)));
    };
    expect(await rowsOf(gzip)).toEqual(await rowsOf(plain));
  });

  test('reads every shape of log under the policy of the real page', async ({ folder }) => {
    const ledger = join(folder, 'ledger.csv');
    const shapes = join(projectFolder, 'test/fixtures/shapes');
    await npmStart([shapes, '--all', '--ledger', ledger]);
    const [header = [], ...rows] = readPlainCsv(await readFile(ledger, 'utf8'));
    const [kind, path, verdict] = ['Kind', 'Evidence file', 'Verdict'].map((name) =>
      header.indexOf(name),
    );
    const verdicts = new Map(
      rows
        .filter((row) => row[kind ?? 0] === 'file')
        .map((row) => [basename(row[path ?? 0] ?? ''), row[verdict ?? 0]]),
    );
    for (const name of await readdir(shapes)) {
      if (!name.endsWith('.expected.json')) expect(verdicts.has(name), name).toBe(true);
      if (name.endsWith('.parquet')) expect(verdicts.get(name), name).toBe('imported');
    }
  });

  test('opens a case file as the case that is in it, and says where it is sealed', async ({
    folder,
  }) => {
    const saved = join(projectFolder, 'test/fixtures/case-files/version-1');
    const csv = join(folder, 'events.csv');
    const opened = await npmStart([`${saved}.trailwitness`, '--all', '--csv', csv]);
    expect(opened.code).toBe(2);
    expect(opened.printed).toContain('12 read = 8 kept + 3 duplicate + 1 rejected');
    expect(readPlainCsv(await readFile(csv, 'utf8'))).toHaveLength(1 + 8);
    const sealed = await npmStart([`${saved}-sealed.trailwitness`, '--csv', csv]);
    expect(sealed.code).toBe(1);
    expect(sealed.complained).toContain('it is sealed with a passphrase');
  });

  test('ends with 1 where nothing could be done', async ({ folder }) => {
    const csv = join(folder, 'none.csv');
    const missing = await npmStart([join(folder, 'no-such-file'), '--csv', csv]);
    expect(missing.code).toBe(1);
    expect(missing.complained).toContain('no-such-file');
    const nowhere = await npmStart(['--sample', '--csv', join(folder, 'no', 'sample.csv')]);
    expect(nowhere.code).toBe(1);
    expect(nowhere.complained).toContain(`There is no folder ${join(folder, 'no')} to write into.`);
    const wrong = await npmStart(['--csv']);
    expect(wrong.code).toBe(1);
    expect(wrong.complained).toContain('Usage');
  });
});
