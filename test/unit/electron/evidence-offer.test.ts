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
    'lists the links in a folder, wherever they lead, and follows none',
    async () => {
      await mkdir(at('logs'));
      await mkdir(at('elsewhere'));
      await writeFile(at('logs', 'a.json'), 'a');
      await writeFile(at('elsewhere', 'b.json'), 'b');
      await symlink(at('elsewhere'), at('logs', 'folder'));
      await symlink(at('elsewhere', 'b.json'), at('logs', 'file'));
      await symlink('.', at('logs', 'loop'));
      await symlink('round', at('logs', 'round'));
      await symlink('nowhere', at('logs', 'broken'));
      const files = await offerOf(at('logs')).list(0);
      const whatNow = 'import by itself what it leads to, if it belongs here';
      const link = (name: string, target: string, reason: string) => [
        path.join('logs', name),
        `a link to ${target}, not followed: ${reason}`,
      ];
      expect(briefly(files)).toEqual([
        [path.join('logs', 'a.json'), undefined],
        link('broken', 'nowhere', 'there is no such file or folder'),
        link('file', at('elsewhere', 'b.json'), whatNow),
        link('folder', at('elsewhere'), whatNow),
        link('loop', '.', whatNow),
        link('round', 'round', 'the link leads back to itself'),
      ]);
      expect(files.slice(1).every(({ refusal }) => refusal?.outcome === 'skipped')).toBe(true);
    },
  );

  it.skipIf(process.platform === 'win32')('follows a link that was named by itself', async () => {
    await mkdir(at('logs'));
    await writeFile(at('logs', 'a.json'), 'a');
    await symlink(at('logs'), at('case'));
    expect(briefly(await offerOf(at('case'), at('logs')).list(0))).toEqual([
      [path.join('case', 'a.json'), undefined],
      ['logs', `the same folder as ${at('case')}, which is listed already`],
    ]);
  });

  it.skipIf(process.platform !== 'linux')('lists a folder that it can’t read', async () => {
    await mkdir(at('logs'));
    await writeFile(at('logs', 'z.json'), 'z');
    // Deeper than paths may be long: even the superuser, whom tests may run as, may not enter.
    const inward = 'mkdir "$1" && cd -P "$1" &&'.repeat(17);
    execFileSync('sh', ['-c', `${inward} true`, 'sh', 'n'.repeat(250)], { cwd: at('logs') });
    try {
      const [locked, ...others] = await offerOf(at('logs')).list(0);
      expect(locked?.refusal).toEqual({
        outcome: 'unreadable',
        reason: 'the path is too long for this system',
      });
      expect(briefly(others)).toEqual([[path.join('logs', 'z.json'), undefined]]);
    } finally {
      execFileSync('rm', ['-rf', at('logs')]);
    }
  });

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

  it('mixes nothing of an offer into the one that takes its place while it is being listed', async () => {
    await mkdir(at('one', 'deep'), { recursive: true });
    await writeFile(at('one', 'deep', 'a.json'), 'a');
    await writeFile(at('two.json'), 'b');
    const offer = offerOf(at('one'));
    const first = offer.list(0);
    offer.replace([at('two.json')]);
    expect(briefly(await first)).toEqual([[path.join('one', 'deep', 'a.json'), undefined]]);
    expect(briefly(await offer.list(0))).toEqual([['two.json', undefined]]);
  });
});
