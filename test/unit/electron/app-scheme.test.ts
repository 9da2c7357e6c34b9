import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {} }));
const { AppScheme, appOrigin, appPage, fileFor } = await import('../../../electron/app-scheme.ts');
const evidenceUrl = (number: number) => `${appOrigin}/evidence/${number}`;

let top = '';
beforeAll(async () => {
  top = await mkdtemp(path.join(tmpdir(), 'scheme-'));
  await mkdir(path.join(top, 'page/assets'), { recursive: true });
  await writeFile(path.join(top, 'secret.json'), 'secret');
  await writeFile(path.join(top, 'page/index.html'), '<!doctype html>');
  await writeFile(path.join(top, 'page/assets/main.js'), 'export {}');
  await writeFile(path.join(top, 'page/assets/decode.worker-Ab_1-c.js'), 'export {}');
  await writeFile(path.join(top, 'page/assets/strange.exe'), 'x');
});
afterAll(async () => {
  await rm(top, { recursive: true, force: true });
});

async function* parts(...texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield await Promise.resolve(new TextEncoder().encode(text));
}

function scheme(open: (number: number) => AsyncIterable<Uint8Array> | undefined = () => undefined) {
  return new AppScheme(path.join(top, 'page'), {
    open,
    openTogether: (numbers) => Promise.resolve(Uint8Array.from(numbers)),
  });
}

const ask = (url: string, init?: RequestInit) => scheme().answer(new Request(url, init));

describe('fileFor', () => {
  const folder = path.resolve('/app/page');

  it('finds files in the folder and below it', () => {
    expect(fileFor('/index.html', folder)).toBe(path.join(folder, 'index.html'));
    expect(fileFor('/assets/a%20b.js', folder)).toBe(path.join(folder, 'assets', 'a b.js'));
  });

  it.each([
    ['/../secret.json'],
    ['/..%2fsecret.json'],
    ['/%2e%2e/secret.json'],
    ['/assets/../../secret.json'],
    ['/..%5csecret.json'],
    ['/..\\secret.json'],
    ['/C:/secret.json'],
    ['/index.html%00.png'],
    ['/%ff'],
    ['/..'],
    // A neighbour whose name only begins as the folder's does.
    ['/../page-of-others/index.html'],
  ])('refuses %s', (pathname) => {
    expect(fileFor(pathname, folder)).toBeUndefined();
  });
});

describe('AppScheme', () => {
  it('serves the page with a policy that allows its own origin and nothing else', async () => {
    const response = await ask(appPage);
    expect(await response.text()).toBe('<!doctype html>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });

  it('serves scripts as scripts, with the same policy, which their workers inherit', async () => {
    const response = await ask('app://trailwitness/assets/main.js');
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
  });

  it('lets decoding workers compile WebAssembly, and no text', async () => {
    const response = await ask('app://trailwitness/assets/decode.worker-Ab_1-c.js');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
    expect(policy.replace("'wasm-unsafe-eval'", '')).not.toMatch(/unsafe|https?:|\*/);
  });

  it.each([
    ['app://trailwitness/missing.js'],
    ['app://trailwitness/%2e%2e/secret.json'],
    ['app://trailwitness/..%2fsecret.json'],
    ['app://trailwitness/assets'],
    ['app://trailwitness/assets/strange.exe'],
    ['app://elsewhere/index.html'],
    ['app://print/index.html'],
    ['app://trailwitness/evidence/0'],
    ['app://trailwitness/evidence/-1'],
    ['app://trailwitness/evidence/together/'],
    ['app://trailwitness/evidence/together/1,-2'],
    [`app://trailwitness/evidence/together/${'1,'.repeat(256)}1`],
  ])('has nothing at %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
  });

  it('only gives', async () => {
    expect((await ask(appPage, { method: 'POST', body: 'x' })).status).toBe(405);
  });

  it('streams offered evidence', async () => {
    const one = scheme((number) => (number === 7 ? parts('{"Rec', 'ords":[]}') : undefined));
    expect(await (await one.answer(new Request(evidenceUrl(7)))).text()).toBe('{"Records":[]}');
    expect((await one.answer(new Request(evidenceUrl(8)))).status).toBe(404);
  });

  it('gives several files of evidence at once', async () => {
    const response = await ask('app://trailwitness/evidence/together/3,17');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(Uint8Array.of(3, 17));
  });

  it('breaks the answer off where the disk fails midway', async () => {
    async function* failing(): AsyncGenerator<Uint8Array> {
      yield* parts('first half');
      throw new Error('EIO');
    }
    const response = await scheme(failing).answer(new Request(evidenceUrl(0)));
    await expect(response.text()).rejects.toThrow();
  });

  it('reads no further than it is asked, and closes the file of a reader that goes away', async () => {
    let given = 0;
    let isClosed = false;
    async function* endless(): AsyncGenerator<Uint8Array> {
      try {
        for (;;) {
          given += 1;
          yield await Promise.resolve(new Uint8Array(1));
        }
      } finally {
        isClosed = true;
      }
    }
    const reader = (await scheme(endless).answer(new Request(evidenceUrl(0)))).body?.getReader();
    await reader?.read();
    await reader?.read();
    expect(given).toBeLessThanOrEqual(3);
    await reader?.cancel();
    expect(isClosed).toBe(true);
  });

  it('gives a page to print once, without scripts and without anything from outside', async () => {
    const one = scheme();
    const url = one.pageToPrint('<h1>Report</h1>');
    const response = await one.answer(new Request(url));
    expect(await response.text()).toBe('<h1>Report</h1>');
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/script-src|https?:|connect/);
    expect((await one.answer(new Request(url))).status).toBe(404);
  });
});
