import { EvenChunks, type ByteSink } from '../../core/case-file/byte-sink.ts';
import { caseFileFormat, caseFileNames, tableEntry } from '../../core/case-file/case-facts.ts';
import type { CaseFileHead, CaseFileTable } from '../../core/case-file/case-facts.ts';
import { CaseFileReader } from '../../core/case-file/case-file-reader.ts';
import { CaseFileWriter } from '../../core/case-file/case-file-writer.ts';
import { rowText } from '../../core/case-file/row-text.ts';
import { sealInto } from '../../core/case-file/seal.ts';
import { loadBytes } from '../../core/decode/load-bytes.ts';
import { ArrivingCase, StoredTables } from '../../store/case-copy.ts';
import { caseFacts } from '../../store/case-rows.ts';
import { Cases } from '../../store/cases.ts';
import { storeFailure } from '../../store/store-failure.ts';
import type { CaseFileAsk, CaseFileTell } from './case-file.ts';

/** What goes to the page at once. */
const tellBytes = 1024 * 1024;
const tellEveryMs = 100;
/** Lines of a table are gathered up to this before they become part of a Blob. */
const textPartLength = 1024 * 1024;

type Tell = (tell: CaseFileTell) => void;

/** Writes a case into a file, or reads one into a case. Free of `self`. */
export class CaseFileServer {
  readonly #tell: Tell;
  readonly #now: () => number;
  #taken: () => void = () => undefined;
  #told = 0;

  constructor(tell: Tell, now: () => number = () => Date.now()) {
    this.#tell = tell;
    this.#now = now;
  }

  /** Never rejects: what went wrong is told. */
  async ask(ask: CaseFileAsk): Promise<void> {
    try {
      if (ask.kind === 'write') await this.#write(ask);
      else if (ask.kind === 'read') await this.#read(ask);
      else this.#taken();
    } catch (error) {
      const reason = storeFailure(
        error,
        'Free some space, start Trailwitness again, and open the file.',
      );
      this.#tell({ kind: 'failed', reason });
    }
  }

  async #write({
    caseId,
    app,
    passphrase,
  }: Extract<CaseFileAsk, { kind: 'write' }>): Promise<void> {
    // Before the journal itself: the chain goes at least so far.
    const facts = await new Cases().facts(caseId);
    if (facts === undefined) throw new Error('There is no such case any more.');
    const stored = new StoredTables(caseId);
    try {
      const page = this.#pageSink();
      const sink = passphrase === undefined ? page : await sealInto(page, passphrase);
      const written = new Date(this.#now());
      const file = await CaseFileWriter.begin(sink, written);
      const tables = await stored.tables();
      const progress = this.#progressOf(await stored.evidenceBytes());
      const rows: CaseFileTable[] = [];
      for (const { name } of tables) rows.push(await writeTable(file, stored, name, progress));
      const head: CaseFileHead = {
        ...{ format: caseFileFormat, app, written: written.toISOString() },
        ...{ case: facts, tables: rows },
      };
      await file.add(caseFileNames.head, new Blob([JSON.stringify(head, undefined, 2)]), 'text');
      await file.finish();
    } finally {
      stored.close();
    }
    this.#tell({ kind: 'written' });
  }

  async #read({ file, caseId, passphrase }: Extract<CaseFileAsk, { kind: 'read' }>): Promise<void> {
    const reader = await CaseFileReader.open(file, passphrase, this.#progressOf(file.size));
    if (reader === undefined) {
      this.#tell({ kind: 'sealed' });
      return;
    }
    const head = await reader.head();
    const checked = caseFacts.safeParse(head.case);
    if (!checked.success) throw new Error('The file’s case.json does not describe a case.');
    const facts = checked.data;
    const arriving = await ArrivingCase.begin(caseId, facts);
    try {
      for (const table of head.tables) {
        for await (const row of reader.rows(table)) await arriving.add(table.name, row);
      }
      reader.checkAllRead();
      const { sha256 } = await loadBytes(file);
      await arriving.settle();
      this.#tell({ kind: 'read', facts, sha256 });
    } catch (error) {
      await arriving.drop();
      throw error;
    }
  }

  /** Hands bytes to the page, and waits until they are written: memory stays flat. */
  #pageSink(): ByteSink {
    const chunks = new EvenChunks(tellBytes, async (bytes) => {
      const taken = new Promise<void>((resolve) => (this.#taken = resolve));
      this.#tell({ kind: 'bytes', bytes });
      await taken;
    });
    return chunks;
  }

  #progressOf(inAll: number): (bytes: number) => void {
    let done = 0;
    return (bytes) => {
      done = Math.min(inAll, done + bytes);
      if (this.#now() - this.#told < tellEveryMs) return;
      this.#told = this.#now();
      this.#tell({ kind: 'progress', progress: { done, inAll } });
    };
  }
}

/** Writes the Blobs of a table's rows as entries of their own, and then the rows. */
async function writeTable(
  file: CaseFileWriter,
  stored: StoredTables,
  name: string,
  progress: (bytes: number) => void,
): Promise<CaseFileTable> {
  const folder = name === 'blobs' ? 'evidence' : name;
  const parts: Blob[] = [];
  let text = '';
  let rows = 0;
  for await (const { key, row } of stored.rows(name)) {
    const entries: (readonly [string, Blob])[] = [];
    text += `${rowText(row, (member) => {
      const entry = `${folder}/${String(key)}`;
      entries.push([entry, blobOf(row, member)]);
      return entry;
    })}\n`;
    rows++;
    for (const [entry, blob] of entries) {
      await file.add(entry, blob, 'evidence');
      progress(blob.size);
    }
    if (text.length < textPartLength) continue;
    parts.push(new Blob([text]));
    text = '';
  }
  await file.add(tableEntry(name), new Blob([...parts, text]), 'text');
  return { name, rows };
}

function blobOf(row: object, member: string): Blob {
  const found: unknown = Object.entries(row).find(([name]) => name === member)?.[1];
  if (!(found instanceof Blob)) throw new Error(`${member} of a row is no Blob`);
  return found;
}
