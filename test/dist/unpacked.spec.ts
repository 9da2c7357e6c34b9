import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { builtPackages, projectFolder } from './packages.ts';

const { unpacked } = builtPackages();

/** What `electron-fuses` says of a fuse that is shut, or open. */
const blown = {
  RunAsNode: 'Disabled',
  EnableCookieEncryption: 'Enabled',
  EnableNodeOptionsEnvironmentVariable: 'Disabled',
  EnableNodeCliInspectArguments: 'Disabled',
  EnableEmbeddedAsarIntegrityValidation: 'Enabled',
  OnlyLoadAppFromAsar: 'Enabled',
  LoadBrowserProcessSpecificV8Snapshot: 'Disabled',
  GrantFileProtocolExtraPrivileges: 'Disabled',
} as const;

test('the fuses of the built program are as they should be', () => {
  const command = join(projectFolder, 'node_modules/.bin/electron-fuses');
  const args = [command, 'read', '--app', join(unpacked, 'trailwitness')];
  const said = execFileSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  for (const [fuse, state] of Object.entries(blown)) {
    expect(said).toMatch(new RegExp(`${fuse} is ${state}`));
  }
});

test('the package holds the program and nothing that only runs it from its source', () => {
  const resources = readdirSync(join(unpacked, 'resources'));
  expect(resources).toContain('app.asar');
  expect(resources).not.toContain('default_app.asar');
  expect(existsSync(join(unpacked, 'resources/sample/README.txt'))).toBe(true);
});
