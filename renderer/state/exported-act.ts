import { printQuery } from '../core/query/print-query.ts';
import type { Happening } from '../core/journal/journal-act.ts';
import type { SavedExport } from './exports.svelte.ts';
import type { SaveKind } from './exporter.ts';

const what: Readonly<Record<SaveKind, string>> = {
  csv: 'events as CSV',
  pdf: 'the PDF report',
  png: 'the timeline figure as PNG',
  svg: 'the timeline figure as SVG',
  ledger: 'the import ledger as CSV',
  journal: 'the journal',
};

/** What the journal says of a file that was written. */
export function exportedAct({ kind, file, subject }: SavedExport): Happening {
  const act = { kind: 'exported', what: what[kind], ...file } as const;
  if (kind === 'ledger' || kind === 'journal') return act;
  const { filter, zone } = subject;
  return { ...act, filter: `scope:${filter.scope} ${printQuery(filter, zone)}`.trim() };
}
