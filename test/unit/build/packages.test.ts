import { describe, expect, it } from 'vitest';
import { isInstalled } from '../../../build/setup/packages.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/a': { version: '1.0.0' },
    'node_modules/b-darwin': { version: '2.0.0', optional: true },
  },
};
const a = { 'node_modules/a': { version: '1.0.0' } };
const b = { 'node_modules/b-darwin': { version: '2.0.0', optional: true } };

describe('isInstalled', () => {
  it('holds with and without the packages of other platforms', () => {
    expect(isInstalled(wanted, { packages: a })).toBe(true);
    expect(isInstalled(wanted, { packages: { ...a, ...b } })).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['another version', { packages: { 'node_modules/a': { version: '1.0.1' } } }],
    ['a package missing', { packages: b }],
    ['a package too many', { packages: { ...a, 'node_modules/c': { version: '1.0.0' } } }],
  ])('does not hold with %s', (_case, installed) => {
    expect(isInstalled(wanted, installed)).toBe(false);
  });
});
