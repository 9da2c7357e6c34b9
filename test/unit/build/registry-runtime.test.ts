import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkIntegrity, registryRuntime } from '../../../build/setup/registry-runtime.mjs';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'integrity-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

// The SHA-512 of "abc", FIPS 180-2 appendix C.1, in base64.
const ofAbc =
  'sha512-3a81oZNherrMQXNJriBBMRLm+k6JqX6iCp7u5ktV05ohkpkqJ0/BqDa6PCOj/uu9RU1EI2Q86A4qmslPpUyknw==';

describe('checkIntegrity', () => {
  it('lets the expected bytes pass', async () => {
    const file = path.join(folder, 'package.tgz');
    await writeFile(file, 'abc');
    await expect(checkIntegrity(file, ofAbc)).resolves.toBeUndefined();
  });

  it('refuses any others, and names the file', async () => {
    const file = path.join(folder, 'package.tgz');
    await writeFile(file, 'abd');
    await expect(checkIntegrity(file, ofAbc)).rejects.toThrow(
      'package.tgz is not the file expected',
    );
  });
});

describe('registryRuntime', () => {
  it('names one version of one package by the hash of its bytes', () => {
    expect(registryRuntime.name).toMatch(/@\d+\.\d+\.\d+$/);
    expect(registryRuntime.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
  });
});
