import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withOwingImports } from '../../../renderer/core/source/owing-imports.ts';
import { sumSources } from '../../../renderer/core/source/sum-sources.ts';
import { importsInto, undoImports } from '../../../renderer/store/import-acts.ts';
import { StoredCase } from '../../../renderer/store/stored-case.ts';
import { QueryServer } from '../../../renderer/workers/query/query-server.ts';
import { IngestServer } from '../../../renderer/workers/ingest/ingest-server.ts';
import { everything } from '../../../renderer/core/query/filter.ts';
import { record } from '../../fixtures/decode-files.ts';
import { decodeHere, importFiles, patienceMs } from '../../fixtures/import-files.ts';

const file = (name: string, records: readonly unknown[]) => ({
  path: `/evidence/${name}`,
  name,
  blob: new Blob([JSON.stringify({ Records: records })]),
});
const records = (count: number, more = {}) =>
  Array.from({ length: count }, () => record({ ...more }));

/** Everything that the case holds, and that its sums and texts lead to. */
async function held(caseId: string) {
  const stored = await StoredCase.open(caseId);
  const sources = await stored.sourcesAfter(0);
  const chunks = await stored.chunksAfter(0);
  const issues = await stored.issues({ start: 0, end: await stored.issueCount() });
  const verified = await Promise.all(sources.map(async ({ id }) => (await stored.verify(id)).kind));
  stored.close();
  const events = chunks.reduce((sum, { columns }) => sum + columns.length, 0);
  return {
    names: sources.map(({ name }) => name),
    sums: sumSources(sources),
    events,
    issues,
    verified,
  };
}

describe('undoImports', () => {
  it('takes out events, evidence and ledger of the import, and nothing else', async () => {
    const cut = { ...file('cut.json', records(2)) };
    const bytes = await cut.blob.slice(0, -40).arrayBuffer();
    await importFiles('undo', [file('a.json', records(3))]);
    const { importId } = await importFiles('undo', [
      file('b.json', records(4)),
      { ...cut, blob: new Blob([bytes]) },
    ]);
    await importFiles('undo', [file('c.json', records(5))]);
    expect((await held('undo')).issues).not.toEqual([]);
    await undoImports('undo', [importId]);
    expect(await held('undo')).toMatchObject({
      names: ['a.json', 'c.json'],
      sums: { files: 2, read: 8, kept: 8, duplicate: 0, rejected: 0 },
      events: 8,
      issues: [],
      verified: ['same', 'same'],
    });
    expect((await importsInto('undo')).map(({ id }) => id)).toEqual([1, 3]);
    const again = await importFiles('undo', [file('d.json', records(2))]);
    expect(again.progress.sums).toMatchObject({ kept: 2, duplicate: 0 });
    expect((await held('undo')).events).toBe(10);
  });

  it('goes with the imports whose duplicates are of its events', async () => {
    const shared = records(3);
    const first = file('a.json', shared);
    await importFiles('owing', [first]);
    await importFiles('owing', [file('b.json', [...shared.slice(1), ...records(2)])]);
    await importFiles('owing', [file('other.json', records(1))]);
    await importFiles('owing', [{ ...first, path: '/copy/a.json' }]);
    const stored = await StoredCase.open('owing');
    const sources = await stored.sourcesAfter(0);
    stored.close();
    expect(sources.map(({ owed }) => owed)).toEqual([
      [],
      [{ importId: 1, records: 2 }],
      [],
      [{ importId: 1, records: 3 }],
    ]);
    const gone = withOwingImports(1, sources);
    expect(gone).toEqual([1, 2, 4]);
    await undoImports('owing', gone);
    expect(await held('owing')).toMatchObject({ names: ['other.json'], events: 1 });
  });

  it('leaves no trace of the import in what is worked out from the rest', async () => {
    const arn =
      'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/0123456789abcdef';
    const named = (eventName: string, requestParameters: object) =>
      record({ eventName, requestParameters, readOnly: false });
    await importFiles('trace', [
      file('a.json', [named('DeleteTargetGroup', { targetGroupArn: arn })]),
    ]);
    await importFiles('trace', [file('b.json', [record({ userAgent: 'left-alone/1' })])]);
    await undoImports('trace', [1]);
    const server = new QueryServer((id) => StoredCase.open(id));
    await server.answer({ number: 1, call: 'open', request: { caseId: 'trace' } });
    const facets = await server.answer({
      number: 2,
      call: 'facets',
      request: {
        ...{ filter: everything, limit: 10, containing: '' },
        fields: ['eventName', 'userAgent', 'targetGroup', 'resource'],
      },
    });
    expect(JSON.stringify(facets)).toContain('left-alone/1');
    expect(JSON.stringify(facets)).not.toContain('DeleteTargetGroup');
    expect(JSON.stringify(facets)).not.toContain('targetgroup/web');
  });

  it('takes out an import that did not come to its end, and the warning of it', async () => {
    await importFiles('unended', [file('a.json', records(3))]);
    const server = new IngestServer(decodeHere, 1, () => undefined);
    await server.ask({ kind: 'start', caseId: 'unended', patienceMs });
    const stored = await StoredCase.open('unended');
    expect(await stored.hasUnfinishedImport()).toBe(true);
    await undoImports('unended', [2]);
    expect(await stored.hasUnfinishedImport()).toBe(false);
    stored.close();
    expect((await held('unended')).events).toBe(3);
  });

  it('leaves sums that add up, whatever was imported and undone in whatever order', async () => {
    const pool = records(12);
    const files = fc.array(fc.subarray(pool, { minLength: 1 }), { minLength: 1, maxLength: 3 });
    const step = fc.oneof(
      fc.record({ kind: fc.constant('import' as const), files }),
      fc.record({ kind: fc.constant('undo' as const), which: fc.nat(5) }),
    );
    let runs = 0;
    const property = fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
      const caseId = `steps ${runs++}`;
      for (const [place, one] of steps.entries()) {
        if (one.kind === 'import') {
          await importFiles(
            caseId,
            one.files.map((some, index) => file(`${place}-${index}.json`, some)),
          );
          continue;
        }
        const acts = await importsInto(caseId);
        const act = acts[one.which % Math.max(1, acts.length)];
        const stored = await StoredCase.open(caseId);
        const sources = await stored.sourcesAfter(0);
        stored.close();
        if (act !== undefined) await undoImports(caseId, withOwingImports(act.id, sources));
      }
      const { sums, events, verified } = await held(caseId);
      expect(sums.kept).toBe(events);
      expect(sums.read).toBe(sums.kept + sums.duplicate + sums.rejected);
      expect(verified.every((kind) => kind === 'same')).toBe(true);
      // No record is lost: each that the ledger has read is among the events.
      const stored = await StoredCase.open(caseId);
      const all = await stored.sourcesAfter(0);
      const kept = new Set<string>();
      for (const { columns } of await stored.chunksAfter(0)) {
        for (let row = 0; row < columns.eventId.length; row += 4) {
          kept.add(columns.eventId.slice(row, row + 4).join());
        }
      }
      expect(kept.size).toBe(events);
      expect(all.every(({ importId, owed }) => owed.every((one) => one.importId < importId))).toBe(
        true,
      );
      stored.close();
    });
    await fc.assert(property, { numRuns: 15 });
  }, 60_000);
});
