import type { Happening } from '../../core/journal/journal-act.ts';
import { exportKinds } from './export-kinds.ts';
import type { SavedExport } from './exports.svelte.ts';
import { selectionOf } from './manifest.ts';

/** What the journal says of a file that was written. */
export function exportedAct({ kind, file, subject }: SavedExport): Happening {
  const what = exportKinds[kind].content;
  return { kind: 'exported', what, ...file, filter: selectionOf(kind, subject) };
}
