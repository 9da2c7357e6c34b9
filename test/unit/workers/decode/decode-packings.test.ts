import { unpackColumns } from '../../../../renderer/core/table/packed-columns.ts';
import 'fake-indexeddb/auto';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { guidText } from '../../../../renderer/core/table/guid.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import { record } from '../../../fixtures/decode-files.ts';
import { evidenceFolder, filesBelow } from '../../../fixtures/evidence-folder.ts';
import { importFiles } from '../../../fixtures/import-files.ts';
import { packings, type PlainFile } from '../../../fixtures/packings.ts';

const encoder = new TextEncoder();

function plainFile(path: string, text: string): PlainFile {
  return { path, bytes: encoder.encode(text) };
}

const records = Array.from({ length: 40 }, (_, i) =>
  record({ eventName: `Describe${i}`, eventTime: new Date(1.7e12 + i * 1000).toISOString() }),
);
const trail = (from: number, to: number): string =>
  JSON.stringify({ Records: records.slice(from, to) });

/** What an investigator may be handed, with a second delivery and files that are no logs. */
const made: readonly PlainFile[] = [
  plainFile('AWSLogs/a.json', trail(0, 20)),
  plainFile(`AWSLogs/${'long/'.repeat(60)}ü.json`, trail(15, 40)),
  plainFile('AWSLogs/copy of a.json', trail(0, 20)),
  plainFile('cut.json', trail(0, 10).slice(0, 2500)),
  plainFile('lines.jsonl', `${JSON.stringify(record({ eventTime: 'never' }))}\n{"oops`),
  plainFile('notes.txt', 'nothing to see'),
  plainFile('empty', ''),
];

/**
 * The evidence imported in one packing: sums without the bytes found, events with every so-manieth
 * one's record read again, and files whose bytes are no longer found.
 */
async function imported(
  packing: string,
  files: readonly PlainFile[],
  every = 1,
): Promise<Record<string, unknown>> {
  const packed = (await packings[packing]?.(files)) ?? [];
  const caseId = `packing-${packing}-${files.length}`;
  const { progress } = await importFiles(
    caseId,
    packed.map(({ path, bytes }) => ({ path, name: basename(path), blob: new Blob([bytes]) })),
  );
  const stored = await StoredCase.open(caseId);
  const texts = await stored.dictionaries();
  const events: string[] = [];
  for (const chunk of await stored.chunksAfter(0)) {
    const columns = unpackColumns([chunk.columns]);
    for (let row = 0; row < columns.length; row++) {
      // Other ids are hashed with the key of their case.
      const isHashed = ((columns.flags[row] ?? 0) & flag.idIsHashed) !== 0;
      const id = isHashed ? 'hashed' : guidText(columns.eventId, row);
      const isSampled = (columns.eventId[row * 4] ?? 0) % every === 0 && !(isHashed && every > 1);
      const account = texts.account[columns.text.account[row] ?? 0] ?? '';
      const length = columns.byteLength[row] ?? 0;
      const bytes = isSampled
        ? await stored.readRaw(columns.source[row] ?? 0, columns.offset[row] ?? 0, length)
        : undefined;
      events.push([columns.time[row], id, account, new TextDecoder().decode(bytes)].join(' '));
    }
  }
  const changed: string[] = [];
  for (const [place, source] of (await stored.sourcesAfter(0)).entries()) {
    if (source.verdict === 'skipped' || place % every !== 0) continue;
    const { kind } = await stored.verify(source.id);
    if (kind !== 'same') changed.push(source.path);
  }
  stored.close();
  return { sums: { ...progress.sums, bytes: 0 }, events: events.sort(), changed };
}

describe('packings', () => {
  const plain = imported('plain', made);
  const others = Object.keys(packings).filter((packing) => packing !== 'plain');

  it.each(others)('gives the same events, records and sums in %s', async (packing) => {
    const expected = await plain;
    expect(expected).toMatchObject({ sums: { kept: 40, duplicateFiles: 1 }, changed: [] });
    expect(await imported(packing, made)).toEqual(expected);
  });
});

describe.skipIf(evidenceFolder === undefined)('packings of the evidence folder', () => {
  it('gives the same events, records and sums in each', { timeout: 120_000 }, async () => {
    const files = await Promise.all(
      filesBelow(evidenceFolder ?? '').map(async ({ path, blob }) => ({
        path,
        bytes: new Uint8Array(await blob.arrayBuffer()),
      })),
    );
    const plain = await imported('plain', files, 200);
    expect(plain).toMatchObject({ changed: [] });
    for (const packing of ['gzip', 'zip', 'zip of gzip', 'tar.gz', 'zip in tar']) {
      expect(await imported(packing, files, 200)).toEqual(plain);
    }
  });
});
