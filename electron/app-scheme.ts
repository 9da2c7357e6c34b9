import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';
import type { EvidenceFiles } from './evidence-files.ts';

/** The page's origin. Nothing else may talk to the main process. */
export const appOrigin = 'app://trailwitness';

/** The page itself. */
export const appPage = `${appOrigin}/index.html`;

const printOrigin = 'app://print';

// The page runs its own scripts and talks to nobody. `blob:` pictures are drawn timelines.
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

// Decoding workers compile the scanner, which is part of their own script, to WebAssembly. A worker has
// the policy that its script comes with, so that the page and all others compile nothing.
const decoderPolicy = pagePolicy.replace(
  "script-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
);
const decoderScript = /^decode\.worker-[\w-]+\.js$/;

// A report is one self-contained page: its own styles, no script, nothing loaded.
const printPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const mediaTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.wasm', 'application/wasm'],
  ['.woff2', 'font/woff2'],
]);

/** Gives the bytes of evidence files by their numbers: see evidence-files.ts. */
export type EvidenceBytes = Pick<EvidenceFiles, 'open' | 'openTogether'>;

/** Makes `app:` a scheme with an origin, storage, workers and fetch. Call before `ready`. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: {
        standard: true,
        secure: true,
        supportFetchAPI: true,
        stream: true,
        codeCache: true,
      },
    },
  ]);
}

/**
 * The file that an address below the page's origin means, inside `folder`; undefined where the
 * address leads out of it or can't be a file's.
 */
export function fileFor(pathname: string, folder: string): string | undefined {
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  // A backslash or a colon would be a separator or a drive on Windows; no built file has either.
  if (/[\\:\0]/.test(name)) return undefined;
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

/** Answers every request under `app:`: the built page, offered evidence, and pages to print. */
export class AppScheme {
  readonly #folder: string;
  readonly #evidence: EvidenceBytes;
  readonly #toPrint = new Map<string, string>();

  constructor(folder: string, evidence: EvidenceBytes) {
    this.#folder = path.resolve(folder);
    this.#evidence = evidence;
  }

  /** An address that gives this page once, to whoever knows it. */
  pageToPrint(html: string): string {
    const token = randomUUID();
    this.#toPrint.set(`/${token}`, html);
    return `${printOrigin}/${token}`;
  }

  /** The answer to a request; never rejects for what the request says. */
  async answer(request: Request): Promise<Response> {
    const url = new URL(request.url);
    const origin = `${url.protocol}//${url.host}`;
    if (request.method !== 'GET') return refusal(405);
    if (origin === printOrigin) return this.#printPage(url.pathname);
    if (origin !== appOrigin) return refusal(404);
    const one = /^\/evidence\/(\d{1,9})$/.exec(url.pathname)?.[1];
    if (one !== undefined) return this.#evidenceFile(Number(one));
    const several = /^\/evidence\/together\/(\d{1,9}(?:,\d{1,9}){0,255})$/.exec(url.pathname)?.[1];
    if (several !== undefined) return this.#evidenceFiles(several.split(',').map(Number));
    return this.#pageFile(url.pathname);
  }

  #printPage(pathname: string): Response {
    const html = this.#toPrint.get(pathname);
    this.#toPrint.delete(pathname);
    return html === undefined
      ? refusal(404)
      : respond(html, 'text/html; charset=utf-8', printPolicy);
  }

  async #pageFile(pathname: string): Promise<Response> {
    const file = fileFor(pathname, this.#folder);
    const type = file && mediaTypes.get(path.extname(file));
    if (!file || !type) return refusal(404);
    try {
      const policy = decoderScript.test(path.basename(file)) ? decoderPolicy : pagePolicy;
      return respond(new Uint8Array(await readFile(file)), type, policy);
    } catch {
      return refusal(404);
    }
  }

  #evidenceFile(number: number): Response {
    const bytes = this.#evidence.open(number);
    if (!bytes) return refusal(404);
    return respond(toWeb(bytes), 'application/octet-stream', pagePolicy);
  }

  async #evidenceFiles(numbers: readonly number[]): Promise<Response> {
    const bytes = await this.#evidence.openTogether(numbers);
    return respond(bytes, 'application/octet-stream', pagePolicy);
  }
}

// Reads only what is asked for, whatever the file's size. A read error breaks the answer off, so that
// the reader never takes half a file for a whole one.
function toWeb(bytes: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const part = await parts.next();
        if (part.done) controller.close();
        else controller.enqueue(part.value);
      },
      async cancel() {
        await parts.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}

function respond(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream,
  type: string,
  policy: string,
): Response {
  return new Response(body, {
    headers: {
      'Content-Type': type,
      'Content-Security-Policy': policy,
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    },
  });
}

function refusal(status: number): Response {
  return new Response(undefined, { status });
}
