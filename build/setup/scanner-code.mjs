import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inProject } from './places.mjs';

/**
 * The compiler, by a name that TypeScript does not follow: its types say for every program that they are in
 * that there is something at each place of an array.
 *
 * @type {{ default: { main: (options: string[], system: object) => Promise<{ error: Error | null }> } }}
 */
const { default: asc } = await import(/** @type {string} */ ('assemblyscript/asc'));

const folder = inProject('renderer/scanner');
/** No runtime: the scanner places everything itself. 8 MB to begin with. */
const options = '-O3 --runtime stub --noAssert --enable simd --initialMemory 128'.split(' ');

/** The WebAssembly module that renderer/scanner compiles to, in base64. Takes a second. */
export async function scannerCode() {
  let code = '';
  /** @type {(Uint8Array | string)[]} */
  const messages = [];
  const { error } = await asc.main(['record-scanner.ts', '--outFile', 'code.wasm', ...options], {
    readFile: (/** @type {string} */ name) => source(name),
    writeFile: (/** @type {string} */ _name, /** @type {string | Uint8Array} */ contents) => {
      code = Buffer.from(contents).toString('base64');
    },
    listFiles: () => [],
    stderr: { write: (/** @type {string | Uint8Array} */ message) => void messages.push(message) },
  });
  if (error !== null) throw new Error([error.message, ...messages].join('\n'));
  return code;
}

/** AssemblyScript wants names without extension, TypeScript with it. */
function source(/** @type {string} */ name) {
  try {
    const text = readFileSync(path.join(folder, name), 'utf8');
    return text.replace(/(?<=from '\.[^']*)\.ts'/g, "'");
  } catch {
    return null;
  }
}
