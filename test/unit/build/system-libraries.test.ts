import { describe, expect, it } from 'vitest';
import { choosePackages } from '../../../build/setup/system-libraries.mjs';

const needs = [['libgtk-3-0t64', 'libgtk-3-0'], ['libnss3'], ['chromium']];
const choose = (installed: readonly string[], available: readonly string[]) =>
  choosePackages(needs, new Set(installed), new Set(available));

describe('choosePackages', () => {
  it('takes the older name where only that can be had', () => {
    expect(choose([], ['libgtk-3-0', 'libnss3', 'chromium'])).toEqual([
      'libgtk-3-0',
      'libnss3',
      'chromium',
    ]);
  });

  it('takes the newer name where both can be had', () => {
    expect(choose(['libnss3', 'chromium'], ['libgtk-3-0', 'libgtk-3-0t64'])).toEqual([
      'libgtk-3-0t64',
    ]);
  });

  it('asks for nothing that is installed under any of its names', () => {
    expect(choose(['libgtk-3-0', 'libnss3', 'chromium'], ['libgtk-3-0t64'])).toEqual([]);
  });

  it('leaves out what can’t be had', () => {
    expect(choose(['libgtk-3-0', 'libnss3'], [])).toEqual([]);
  });
});
