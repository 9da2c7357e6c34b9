import { describe, expect, it } from 'vitest';
import {
  verdictsBySource,
  type IntegrityCheck,
} from '../../../../renderer/core/integrity/integrity-check.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';

const check: IntegrityCheck = {
  checked: 0,
  lastSource: 9,
  evidence: {
    same: 1,
    differs: [{ source: 1, found: '00' }],
    gone: [{ source: 2, reason: 'its bytes are not in the case' }],
    notKept: 0,
  },
  trail: {
    digests: [],
    badDigests: [],
    gaps: [],
    logs: [
      { source: 1, verdict: 'altered', digest: undefined, remark: '' },
      { source: 5, verdict: 'proven', digest: undefined, remark: '' },
    ],
    missing: [],
    keys: [],
    refusedKeys: 0,
  },
};

describe('verdictsBySource', () => {
  it('says all that was found of each file, and nothing of those that were not looked at', () => {
    const sources = [
      evidenceSource({ id: 1 }),
      evidenceSource({ id: 2 }),
      // In an archive that is gone, and in an archive in it.
      evidenceSource({ id: 3, parent: 2 }),
      evidenceSource({ id: 4, parent: 3 }),
      evidenceSource({ id: 5 }),
      evidenceSource({ id: 6, duplicateOf: 5 }),
      evidenceSource({ id: 7 }),
    ];
    expect([...verdictsBySource(check, sources)]).toEqual([
      [1, ['altered', 'changed']],
      [2, ['gone']],
      [3, ['gone']],
      [4, ['gone']],
      [5, ['proven']],
      [6, ['proven']],
    ]);
  });
});
