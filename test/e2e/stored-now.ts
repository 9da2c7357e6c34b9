import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { byTime, everything } from '../../renderer/core/query/filter.ts';
import type { EvidenceSource } from '../../renderer/core/source/evidence.ts';
import type { CaseContents, QueryRequest } from '../../renderer/workers/query/query.ts';
import { readPlainCsv } from '../unit/core/export/data/plain-csv.ts';
import { projectFolder } from './app.ts';

/** What a case holds, as read from its database by a query worker of the test's own. */
export interface StoredNow {
  readonly contents: CaseContents;
  readonly sources: readonly EvidenceSource[];
  /** Event id, evidence file and record index of each event, in order. */
  readonly events: readonly string[];
  /** The texts of the journal's entries. */
  readonly journal: readonly string[];
}

/** What the worker says to one question. */
interface Answer {
  readonly reply?: unknown;
  readonly reason?: string;
}

/** Reads the case that was opened last, whatever the window shows. */
export async function storedNow(page: Page): Promise<StoredNow> {
  const assets = readdirSync(join(projectFolder, 'out/renderer/assets'));
  const script = assets.find((name) => /^query\.worker-.*\.js$/u.test(name));
  if (script === undefined) throw new Error('the app is not built');
  const request: QueryRequest<'beginFile'> = {
    file: {
      ...{ kind: 'events', format: 'csv', filter: everything, sort: byTime },
      ...{ columns: ['time'], findings: [], zone: 'UTC' },
    },
  };
  const { contents, sources, csv, journal } = await page.evaluate(readCase, {
    script: `assets/${script}`,
    request,
  });
  const [header = [], ...rows] = readPlainCsv(csv);
  const [id = 0, file = 0, index = 0] = ['Event ID', 'Evidence file', 'Record index'].map((name) =>
    header.indexOf(name),
  );
  const events = rows.map((row) => [row[id], row[file], row[index]].join(' ')).sort();
  return { contents, sources, events, journal };
}

// Runs in the page, so it may use nothing from outside itself.
async function readCase({ script, request }: { script: string; request: object }): Promise<{
  contents: CaseContents;
  sources: readonly EvidenceSource[];
  csv: string;
  journal: readonly string[];
}> {
  const allOf = async (name: string, store: string): Promise<unknown[]> => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name);
      opening.onsuccess = () => {
        resolve(opening.result);
      };
      opening.onerror = () => {
        reject(opening.error ?? new Error(`no ${name}`));
      };
    });
    const rows = await new Promise<unknown[]>((resolve) => {
      const asked = database.transaction(store).objectStore(store).getAll();
      asked.onsuccess = () => {
        resolve(asked.result);
      };
    });
    database.close();
    return rows;
  };
  const cases = (await allOf('trailwitness', 'cases')) as { id: string; opened: number }[];
  const [last] = cases.sort((one, other) => other.opened - one.opened);
  if (last === undefined) throw new Error('there is no case');
  const worker = new Worker(new URL(script, document.baseURI), { type: 'module' });
  const ask = (call: string, what: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data: [answer] }: MessageEvent<readonly Answer[]>) => {
        if (answer?.reason === undefined) resolve(answer?.reply);
        else reject(new Error(`${call}: ${answer.reason}`));
      };
      worker.postMessage([{ number: 1, call, request: what }]);
    });
  const contents = (await ask('open', { caseId: last.id })) as CaseContents;
  const sources = (await ask('sources', {})) as readonly EvidenceSource[];
  const { rows } = (await ask('beginFile', request)) as { rows: number };
  const part = (await ask('nextPart', { mostRows: Math.max(1, rows) })) as { bytes: Uint8Array };
  const csv = new TextDecoder().decode(part.bytes);
  worker.terminate();
  const entries = (await allOf(`trailwitness-case-${last.id}`, 'journal')) as { text: string }[];
  return { contents, sources, csv, journal: entries.map(({ text }) => text) };
}
