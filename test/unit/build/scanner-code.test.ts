import { describe, expect, it } from 'vitest';
import { scannerCode } from '../../../build/setup/scanner-code.mjs';
import { code } from '../../../renderer/scanner/code.ts';

describe('the compiled scanner', () => {
  it('is what its sources compile to', async () => {
    expect(code).toBe(await scannerCode());
  });
});
