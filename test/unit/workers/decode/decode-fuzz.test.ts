import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { decodeFiles, record } from '../../../fixtures/decode-files.ts';
import { decodeInThread } from '../../../fixtures/decode-in-thread.ts';
import { importFiles } from '../../../fixtures/import-files.ts';
import { packings } from '../../../fixtures/packings.ts';

/** A file with some of its bytes changed, and cut off somewhere. */
interface Damage {
  readonly changes: readonly (readonly [at: number, byte: number])[];
  readonly length: number;
}

function damageTo(bytes: Uint8Array): fc.Arbitrary<Damage> {
  const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
  return fc.record({
    changes: fc.array(change, { maxLength: 8 }),
    length: fc.oneof(fc.constant(bytes.length), fc.nat(bytes.length)),
  });
}

function damaged(bytes: Uint8Array, { changes, length }: Damage): Blob {
  const copy = new Uint8Array(bytes);
  for (const [at, byte] of changes) copy[at] = byte;
  return new Blob([copy.slice(0, length)]);
}

/** Reads a damaged file, and holds each file that is told to the sums. */
async function readDamaged(bytes: Uint8Array, damage: Damage): Promise<void> {
  const told = await decodeFiles([{ path: 'file', blob: damaged(bytes, damage) }]);
  expect(told.length).toBeGreaterThan(0);
  for (const { outcome, read, rejected, built, reason, depth, issues } of told) {
    const kept = built?.columns.length ?? 0;
    expect(read).toBe(kept + rejected);
    expect(kept === 0 || outcome === 'events').toBe(true);
    expect(reason !== '' || outcome === 'archive' || issues.length === 0).toBe(true);
    expect(depth).toBeLessThanOrEqual(3);
  }
}

const trail = JSON.stringify({ Records: Array.from({ length: 6 }, () => record()) });
const plain = ['a.json', 'folder/b.json', 'c.json'].map((path, place) => ({
  path,
  bytes: new TextEncoder().encode(trail.replaceAll('alice', `user${place}`)),
}));

describe('damaged packings', () => {
  it.each(Object.entries(packings))('never break the sums: %s', async (_name, pack) => {
    const [first] = await pack(plain);
    const bytes = first?.bytes ?? new Uint8Array(1);
    await fc.assert(
      fc.asyncProperty(damageTo(bytes), (damage) => readDamaged(bytes, damage)),
      { numRuns: 100 },
    );
  });
});

describe('damaged shapes', () => {
  const folder = join(import.meta.dirname, '../../../fixtures/shapes');
  const shapes = readdirSync(folder).filter(
    (name) => !/\.(?:expected\.json|parquet)$|^\./.test(name),
  );

  it.each(shapes)('never break the sums: %s', async (name) => {
    const bytes = new Uint8Array(readFileSync(join(folder, name)));
    await fc.assert(
      fc.asyncProperty(damageTo(bytes), (damage) => readDamaged(bytes, damage)),
      { numRuns: 100 },
    );
  });
});

describe('damaged Parquet', () => {
  const name = join(import.meta.dirname, '../../../fixtures/shapes/security-lake.parquet');
  const bytes = new Uint8Array(readFileSync(name));
  const damages = fc.array(damageTo(bytes), { minLength: 40, maxLength: 40 });
  // Its library goes round for ever on some of it, and only ending its thread ends that.
  const manner = { start: decodeInThread, workers: 2, patienceMs: 1000 };

  it(
    'never breaks the sums, nor keeps other files from being read',
    { timeout: 120_000 },
    async () => {
      let runs = 0;
      const property = fc.asyncProperty(damages, async (several) => {
        const caseId = `parquet ${runs++}`;
        const files = several.map((damage, place) => ({
          path: `${place}.parquet`,
          name: `${place}.parquet`,
          blob: damaged(bytes, damage),
        }));
        const last = { path: 'z.json', name: 'z.json', blob: new Blob([trail]) };
        await importFiles(caseId, [...files, last], manner);
        const stored = await StoredCase.open(caseId);
        const sources = await stored.sourcesAfter(0);
        const chunks = await stored.chunksAfter(0);
        stored.close();
        expect(sources.map(({ path }) => path)).toEqual([...files, last].map(({ path }) => path));
        for (const { read, kept, duplicate, rejected } of sources) {
          expect(read).toBe(kept + duplicate + rejected);
        }
        const inLedger = sources.reduce((sum, { kept }) => sum + kept, 0);
        expect(chunks.reduce((sum, { columns }) => sum + columns.length, 0)).toBe(inLedger);
        expect(sources.at(-1)?.kept).toBe(6);
      });
      await fc.assert(property, { numRuns: 3, endOnFailure: true });
    },
  );
});

describe('random bytes', () => {
  const magics = ['', '1f8b0800', '504b0304', '504b0506', 'fffe', '28b52ffd', '7b', '5b'];

  it.each(magics)('never break the sums behind %s', async (magic) => {
    const head = Uint8Array.from(Buffer.from(magic, 'hex'));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 1500 }), async (rest) => {
        const bytes = new Uint8Array([...head, ...rest]);
        await readDamaged(bytes, { changes: [], length: bytes.length });
      }),
      { numRuns: 100 },
    );
  });
});
