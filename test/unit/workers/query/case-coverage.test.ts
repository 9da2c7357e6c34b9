import { describe, expect, it } from 'vitest';
import { coverageOf } from '../../../../renderer/workers/query/case-coverage.ts';
import { importedTrail } from '../../../fixtures/imported-trail.ts';
import { sampleSettings } from '../../../made/trail.ts';

describe('the coverage of the made trail', () => {
  it('has no gap: every account and region speaks as it does, and no trail was off', async () => {
    const { loaded } = await importedTrail(sampleSettings);
    expect(await coverageOf(loaded)).toEqual([]);
  }, 120_000);
});
