import type { ExportFile } from '../../core/export/data/export-file.ts';
import { entityLines } from '../../core/export/data/entity-lines.ts';
import { findingLines } from '../../core/export/data/finding-lines.ts';
import { ledgerLines, type LedgerConflict } from '../../core/export/data/ledger-lines.ts';
import {
  headLine,
  rowLine,
  type LineFormat,
  type LineTable,
} from '../../core/export/data/line-table.ts';
import { conflictingRows } from '../../core/table/conflicting-rows.ts';
import { eventExport } from './event-export.ts';
import { EventIds } from './event-ids.ts';
import type { FileExport } from './file-parts.ts';
import { findTargets } from './find-targets.ts';
import type { LoadedCase } from './loaded-case.ts';

/** Begins a file. */
export async function fileExport(loaded: LoadedCase, file: ExportFile): Promise<FileExport> {
  const { built, reader, selections, sources } = loaded;
  switch (file.kind) {
    case 'events':
      return eventExport(loaded, file);
    case 'entities': {
      const { table } = built;
      const { index } = selections;
      const selected = selections.rows(file.filter);
      return lineExport(entityLines({ table, index }, selected, file.zone), file.format);
    }
    case 'findings': {
      const found = await findTargets(loaded, file.findings);
      return lineExport(findingLines(found, file.zone), file.format);
    }
    case 'ledger': {
      const [issuesInAll, check] = await Promise.all([reader.issueCount(), reader.integrity()]);
      const conflicts = await conflictsOf(loaded);
      const ledger = { sources, issues: reader.everyIssue(), issuesInAll, conflicts, check };
      return lineExport(ledgerLines(ledger, file.zone), file.format);
    }
  }
}

async function conflictsOf({ built, reader }: LoadedCase): Promise<readonly LedgerConflict[]> {
  const { table } = built;
  const rows = conflictingRows(table);
  const ids = new EventIds(table, reader);
  await ids.prepare(rows);
  return rows.map((row) => ({
    source: table.source[row] ?? 0,
    recordIndex: table.recordIndex[row] ?? 0,
    offset: table.offset[row] ?? 0,
    eventId: ids.textOf(table.ref[row] ?? 0),
  }));
}

function lineExport(table: LineTable, format: LineFormat): FileExport {
  const rows = iteratorOf(table.rows);
  const utf8 = new TextEncoder();
  let done = 0;
  return {
    rows: table.length,
    next: async (mostRows) => {
      const lines = done === 0 ? [headLine(table, format)] : [];
      for (let inPart = 0; inPart < mostRows; inPart++) {
        const row = await rows.next();
        // The end is where the rows end, whatever their number was said to be.
        done = row.done === true ? table.length : done + 1;
        if (row.done === true) break;
        lines.push(rowLine(table.columns, row.value, format));
      }
      return { bytes: utf8.encode(lines.join('')), done };
    },
  };
}

function iteratorOf<T>(rows: Iterable<T> | AsyncIterable<T>): Iterator<T> | AsyncIterator<T> {
  return Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
}
