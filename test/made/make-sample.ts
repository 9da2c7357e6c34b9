import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sampleEvidenceModule } from './sample-evidence-module.ts';
import { sampleFiles } from './sample-files.ts';

// Writes test/made/sample anew, and the list of its hashes: node test/made/make-sample.ts

const folder = join(import.meta.dirname, 'sample');
rmSync(folder, { recursive: true, force: true });
const { files, truth } = sampleFiles();
for (const file of files) {
  const path = join(folder, file.path);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, file.bytes);
}
const known = join(import.meta.dirname, '../../renderer/core/export/report/sample-evidence.ts');
writeFileSync(known, sampleEvidenceModule(files));
const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
console.log(
  `${files.length} files, ${bytes} bytes, ${truth.records} records, ${truth.events} events, ${truth.elb} of them ELB`,
);
