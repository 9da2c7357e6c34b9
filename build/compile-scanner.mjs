// Compiles renderer/scanner from AssemblyScript to WebAssembly, as text in renderer/scanner/code.ts. It
// stands in the tree since tests and benches run the sources as they are; a test compiles it again.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from './setup/places.mjs';
import { scannerCode } from './setup/scanner-code.mjs';

const file = inProject('renderer/scanner/code.ts');
const before = await readFile(file, 'utf8');
await writeFile(file, before.replace(/'[\w+/=]*'/, `'${await scannerCode()}'`));
process.stdout.write(`${path.relative(process.cwd(), file)}\n`);
