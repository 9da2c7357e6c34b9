import { execFileSync } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EvidenceFiles } from '../../../electron/evidence-files.ts';
import { EvidenceOffer, filesPerAnswer } from '../../../electron/evidence-offer.ts';
import type { OfferedFile } from '../../../electron/ipc/contract.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'offer-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const at = (...parts: string[]) => path.join(folder, ...parts);
let evidence = new EvidenceFiles();
function offerOf(...paths: string[]): EvidenceOffer {
  evidence = new EvidenceFiles();
  return new EvidenceOffer(paths, evidence);
}
const briefly = (files: readonly OfferedFile[]) =>
  files.map(({ path: whole, refusal }) => [path.relative(folder, whole), refusal?.reason]);

async function bytesOf(number: number): Promise<string | undefined> {
  const bytes = evidence.open(number);
  if (!bytes) return undefined;
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString();
}

describe('EvidenceOffer', () => {
  it('lists pipes and sockets, and never opens them', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(at('socket'), resolve));
    execFileSync('mkfifo', [at('pipe')]);
    await writeFile(at('trail.json'), 'x');
    const offer = offerOf(folder, at('pipe'), '/dev/zero');
    const files = await offer.list(0);
    const skipped = (kind: string) => ({
      outcome: 'skipped',
      reason: `${kind}, no file: nothing was read from it`,
    });
    const expected = [
      ['pipe', skipped('a pipe')],
      ['socket', skipped('a socket')],
      ['trail.json', undefined],
      ['pipe', skipped('a pipe')],
      ['zero', skipped('a device')],
    ];
    expect(files.map(({ name, refusal }) => [name, refusal])).toEqual(expected);
    expect(files.map(({ number }) => evidence.open(number) !== undefined)).toEqual([
      ...[false, false, true, false, false],
    ]);
    const own = await offer.listOwn([...files.map((file) => file.path), '']);
    expect(own.slice(0, 5).map((file) => [file?.name, file?.refusal])).toEqual(expected);
    expect(own.map((file) => file && evidence.open(file.number) !== undefined)).toEqual([
      ...[false, false, true, false, false, undefined],
    ]);
    server.close();
  });

  it('waits for no pipe that was put in a file’s place since', async () => {
    await writeFile(at('trail.json'), 'x');
    const offer = offerOf(at('trail.json'));
    await offer.list(0);
    await rm(at('trail.json'));
    execFileSync('mkfifo', [at('trail.json')]);
    await expect(bytesOf(0)).rejects.toThrow('neither a file nor a folder');
  });

  it('lists files in the order of the paths and, inside folders, of the names', async () => {
    await mkdir(at('b', 'inner'), { recursive: true });
    await Promise.all(
      ['b/z.json', 'b/inner/y.json', 'b/a.json', 'first.json'].map((name) =>
        writeFile(at(name), name),
      ),
    );
    const files = await offerOf(at('first.json'), at('b')).list(0);
    expect(briefly(files)).toEqual([
      ['first.json', undefined],
      [path.join('b', 'a.json'), undefined],
      [path.join('b', 'inner', 'y.json'), undefined],
      [path.join('b', 'z.json'), undefined],
    ]);
  });

  it('tells name, size and time of a file, and gives its bytes by its number', async () => {
    await writeFile(at('trail.json'), '{"Records":[]}');
    const offer = offerOf(at('trail.json'));
    const [file] = await offer.list(0);
    expect(file).toMatchObject({ number: 0, name: 'trail.json', bytes: 14 });
    expect(Math.abs((file?.modified ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await bytesOf(0)).toBe('{"Records":[]}');
  });

  it('gives no bytes of a file that was not listed', async () => {
    await writeFile(at('trail.json'), 'x');
    const offer = offerOf(at('trail.json'));
    expect(evidence.open(0)).toBeUndefined();
    await offer.list(0);
    expect(evidence.open(1)).toBeUndefined();
  });

  it('lists what is not there, with the reason', async () => {
    await writeFile(at('there.json'), 'x');
    const offer = offerOf(at('missing'), at('there.json'));
    const files = await offer.list(0);
    expect(briefly(files)).toEqual([
      ['missing', 'there is no such file or folder'],
      ['there.json', undefined],
    ]);
    expect(files[0]?.number).toBe(-1);
    expect(evidence.open(-1)).toBeUndefined();
  });

  it.skipIf(process.platform === 'win32')(
    'follows links, once into each folder, so that loops end',
    async () => {
      await mkdir(at('logs'));
      await writeFile(at('logs', 'a.json'), 'a');
      await symlink(at('logs'), at('logs', 'loop'));
      await symlink(at('logs', 'a.json'), at('logs', 'link.json'));
      await symlink(at('nowhere'), at('logs', 'broken'));
      expect(briefly(await offerOf(at('logs')).list(0))).toEqual([
        [path.join('logs', 'a.json'), undefined],
        [path.join('logs', 'broken'), 'there is no such file or folder'],
        [path.join('logs', 'link.json'), undefined],
        [path.join('logs', 'loop'), `the same folder as ${at('logs')}, which is listed already`],
      ]);
    },
  );

  it.skipIf(process.platform !== 'linux')('reads files whose names are not UTF-8', async () => {
    const name = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0x83, 0x8d, 0x83, 0x4f)]);
    await writeFile(name, 'shift-jis');
    const offer = offerOf(folder);
    const files = await offer.list(0);
    expect(files.map(({ refusal, bytes }) => ({ refusal, bytes }))).toEqual([
      { refusal: undefined, bytes: 9 },
    ]);
    expect(await bytesOf(0)).toBe('shift-jis');
  });

  it('answers a thousand at a time, a shorter answer at the end, and any place again', async () => {
    const names = Array.from({ length: filesPerAnswer + 5 }, (_, place) =>
      String(place).padStart(5, '0'),
    );
    for (const name of names) await writeFile(at(name), '');
    const offer = offerOf(folder);
    const first = await offer.list(0);
    const rest = await offer.list(filesPerAnswer);
    expect([...first, ...rest].map(({ name }) => name)).toEqual(names);
    expect(rest).toHaveLength(5);
    expect(await offer.list(filesPerAnswer + 5)).toEqual([]);
    expect((await offer.list(3)).map(({ number }) => number).slice(0, 2)).toEqual([3, 4]);
  });

  it('says it where a listed file has gone since', async () => {
    await writeFile(at('gone.json'), 'x');
    const offer = offerOf(at('gone.json'));
    await offer.list(0);
    await rm(at('gone.json'));
    expect((await offer.list(0))[0]?.refusal?.reason).toBe('there is no such file or folder');
    await expect(bytesOf(0)).rejects.toThrow('ENOENT');
  });

  it('offers other files instead, and no longer opens those before', async () => {
    await writeFile(at('one.json'), 'one');
    await mkdir(at('two'));
    const offer = offerOf(at('one.json'));
    expect(briefly(await offer.list(0))).toEqual([['one.json', undefined]]);
    offer.replace([at('two')]);
    expect(await offer.list(0)).toEqual([]);
    expect(await bytesOf(0)).toBeUndefined();
  });
});
