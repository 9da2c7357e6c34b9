// @ts-nocheck -- Electron's own default app uses setters that its types leave out
// What Electron's own default app does, for a runtime that comes without one:
// `electron [-r MODULE] FOLDER [ARGUMENTS]` starts the app in FOLDER.
// It is a module, and awaits the app at its top level, for only so does the app load before `ready`.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const require = createRequire(path.resolve('started-from.js'));
const args = process.argv.slice(1);
let folder;
while (folder === undefined && args.length > 0) {
  const next = args.shift();
  if (next === '-r' || next === '--require') require(path.resolve(args.shift()));
  else if (!next.startsWith('-')) folder = path.resolve(next);
}
if (folder === undefined || !existsSync(path.join(folder, 'package.json'))) {
  console.error('No app to start: name its folder.');
  process.exit(1);
}

process.defaultApp = true;
const { main, name, productName, version } = JSON.parse(
  readFileSync(path.join(folder, 'package.json'), 'utf8'),
);
app.setName(productName ?? name);
app.setVersion(version);
app.setAppPath(folder);
app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
try {
  await import(pathToFileURL(path.resolve(folder, main)).href);
} catch (error) {
  console.error(error);
  process.exit(1);
}
