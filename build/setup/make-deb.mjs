#!/usr/bin/env node
// Makes a deb with dpkg-deb out of the arguments that electron-builder gives fpm: where the release
// page of fpm can't be reached, CUSTOM_FPM_PATH names this. It takes those arguments and no others.
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** @type {Map<string, string>} */
const options = new Map();
/** @type {string[]} */
const depends = [];
/** @type {string[]} */
const recommends = [];
/** @type {(readonly [string, string])[]} */
const files = [];

const args = process.argv.slice(2);
for (let arg = args.shift(); arg !== undefined; arg = args.shift()) {
  if (arg === '--force' || arg === '--debug') continue;
  if (arg === '-d') depends.push(args.shift() ?? '');
  else if (arg === '--deb-recommends') recommends.push(args.shift() ?? '');
  else if (arg.startsWith('-')) options.set(arg, args.shift() ?? '');
  else {
    const cut = arg.lastIndexOf('=');
    files.push([arg.slice(0, cut), arg.slice(cut + 1)]);
  }
}
if (option('-t') !== 'deb') throw new Error(`only deb is made here, not ${option('-t')}`);

const work = mkdtempSync(path.join(os.tmpdir(), 'trailwitness-deb-'));
try {
  makeDeb(path.join(work, 'root'));
} finally {
  rmSync(work, { recursive: true, force: true });
}

/** @param {string} root */
function makeDeb(root) {
  for (const [from, to] of files) {
    const target = path.join(root, to);
    mkdirSync(path.dirname(target), { recursive: true });
    if (from.endsWith('/')) cpSync(from, target, { recursive: true, verbatimSymlinks: true });
    else copyFileSync(from, target);
  }
  // Whoever built it has a umask of their own; everybody is to read the program and nobody to write.
  execFileSync('chmod', ['-R', 'u+rwX,go+rX,go-w', root]);
  const kilobytes = execFileSync('du', ['-sk', root], { encoding: 'utf8' }).split('\t')[0] ?? '';
  const control = path.join(root, 'DEBIAN');
  mkdirSync(control);
  writeFileSync(path.join(control, 'control'), controlText(kilobytes));
  for (const [name, script] of /** @type {const} */ ([
    ['postinst', '--after-install'],
    ['postrm', '--after-remove'],
  ])) {
    copyFileSync(option(script), path.join(control, name));
    chmodSync(path.join(control, name), 0o755);
  }
  // Level 6 takes minutes and saves a fifth: these packages are for trials.
  const packing = ['--root-owner-group', '-Zxz', '-z1', '--threads-max=2'];
  execFileSync('dpkg-deb', [...packing, '--build', root, option('--package')], {
    stdio: 'inherit',
  });
}

/** @param {string} kilobytes */
function controlText(kilobytes) {
  const [first = '', ...more] = option('--description').split('\n');
  const description = [first.trim(), ...more.map((line) => ` ${line.trim() || '.'}`)].join('\n');
  const architecture = option('--architecture');
  const fields = [
    ['Package', option('--name')],
    ['Version', option('--version')],
    ['Architecture', architecture === 'x64' ? 'amd64' : architecture],
    ['Maintainer', option('--maintainer')],
    ['Installed-Size', kilobytes],
    ['Depends', depends.join(', ')],
    ['Recommends', recommends.join(', ')],
    ['Section', option('--category')],
    ['Priority', option('--deb-priority')],
    ['Homepage', option('--url')],
    ['Description', description],
  ];
  return fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}\n`)
    .join('');
}

/**
 * @param {string} name
 * @returns {string}
 */
function option(name) {
  return options.get(name) ?? '';
}
