import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { browserPath } from './desktop.ts';
import type { Host, OpenSave } from './host.ts';

/** By the endings of names. */
const mediaTypes: ReadonlyMap<string, string> = new Map([
  ['csv', 'text/csv'],
  ['ndjson', 'application/x-ndjson'],
  ['jsonl', 'application/x-ndjson'],
  ['json', 'application/json'],
  ['html', 'text/html'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
]);

const whyNoPrinting = 'PDF reports need the desktop app: a browser can’t print them unattended.';

/** A plain browser as host: files are downloaded, nothing is offered, nothing is printed to PDF. */
export function browserHost(page: Window & typeof globalThis): Host {
  return {
    whyNoPrinting,
    launch: () =>
      Promise.resolve({
        version: '',
        platform: 'browser',
        hasPaths: false,
        sample: false,
        caseName: '',
        batch: undefined,
      }),
    // eslint-disable-next-line @typescript-eslint/require-await -- an empty list is all there is
    offered: async function* () {
      yield [];
    },
    hasSample: false,
    aws: undefined,
    offerSample: () => Promise.resolve(),
    nextOpened: () => new Promise<never>(() => undefined),
    offerOpened: () => Promise.resolve(),
    openSave: (name) => Promise.resolve(download(page, name)),
    pathOf: browserPath,
    offerOwn: () => Promise.resolve(false),
    showSaved: () => Promise.resolve(),
    print: (text, error) => {
      if (error) page.console.error(text);
      else page.console.log(text);
      return Promise.resolve();
    },
    exit: () => Promise.resolve(),
  };
}

// A browser has no file to write to beforehand, so the parts wait as Blobs, which it may keep on disk.
function download(page: Window & typeof globalThis, name: string): OpenSave {
  let parts: Blob[] = [];
  let length = 0;
  const hash = sha256.create();
  return {
    path: name,
    write: (bytes) => {
      parts.push(new Blob([new Uint8Array(bytes)]));
      length += bytes.length;
      hash.update(bytes);
      return Promise.resolve();
    },
    print: () => Promise.reject(new Error(whyNoPrinting)),
    close: () => {
      hand(page, name, parts);
      parts = [];
      const saved = { path: name, bytes: length, sha256: bytesToHex(hash.digest()) };
      return Promise.resolve(saved);
    },
    writeManifest: (text) => {
      hand(page, `${name}.manifest.json`, [new Blob([text])]);
      return Promise.resolve();
    },
    discard: () => {
      parts = [];
      return Promise.resolve();
    },
  };
}

function hand(page: Window & typeof globalThis, name: string, parts: readonly Blob[]): void {
  const type = mediaTypes.get(name.slice(name.lastIndexOf('.') + 1)) ?? 'text/plain';
  const url = page.URL.createObjectURL(new Blob([...parts], { type }));
  const link = page.document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the download starts after this turn.
  page.setTimeout(() => {
    page.URL.revokeObjectURL(url);
  }, 60_000);
}
