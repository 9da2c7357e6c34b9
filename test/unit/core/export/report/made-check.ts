import type { SignFileCheck } from '../../../../../renderer/core/integrity/check-results.ts';
import type { IntegrityCheck } from '../../../../../renderer/core/integrity/integrity-check.ts';

/** A check that found file 1 altered, a log file missing and a gap; file 2 is the digest. */
export function madeCheck(changes: Partial<IntegrityCheck> = {}): IntegrityCheck {
  return {
    checked: Date.UTC(2026, 4, 3),
    lastSource: 2,
    evidence: { same: 2, differs: [], gone: [], notKept: 0 },
    trail: {
      digests: [
        {
          source: 2,
          key: 'AWSLogs/digest.json.gz',
          account: '111122223333',
          name: undefined,
          window: { start: 0, end: 3_600_000 },
          files: 2,
          signature: 'key missing',
          next: 'none',
          previous: 'start',
          trust: 'consistent',
          isMoved: false,
        },
      ],
      badDigests: [],
      gaps: [
        {
          account: '111122223333',
          region: 'eu-west-1',
          trail: 'main',
          span: { start: 3_600_000, end: 7_200_000 },
          kind: 'missing',
        },
      ],
      logs: [{ source: 1, verdict: 'altered', digest: 2, remark: '' }],
      missing: [
        {
          digest: 2,
          key: 'AWSLogs/gone.json.gz',
          span: { start: 0, end: 1000 },
          account: '111122223333',
          region: 'eu-west-1',
        },
      ],
      keys: [],
      refusedKeys: 0,
    },
    ...changes,
  };
}

/** A sign file, number 3, that is in order. */
export function madeSignFile(changes: Partial<SignFileCheck> = {}): SignFileCheck {
  return {
    source: 3,
    region: 'us-east-1',
    completed: 7_200_000,
    files: 2,
    signature: 'valid',
    trust: 'proven',
    missing: [],
    ...changes,
  };
}
