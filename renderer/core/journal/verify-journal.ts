import { emptyJournal, hashOf, type JournalHead, type JournalRow } from './journal-entry.ts';

/** A place where the chain does not hold. */
export interface JournalFault {
  /** Of the entry there. */
  readonly number: number;
  /** As a sentence. */
  readonly reason: string;
}

/**
 * Checks the chain from its first entry to its last: every text has its hash, names the hash of the
 * one before and has the next number; and the chain goes on at least to `known`, the last head that
 * was noted outside of it. No faults: nothing was changed, taken out, put in or cut off, as far as
 * whoever did so did not write all the hashes anew. One SHA-256 an entry.
 */
export function verifyJournal(
  rows: readonly JournalRow[],
  known?: JournalHead,
): readonly JournalFault[] {
  const faults: JournalFault[] = [];
  let head = emptyJournal;
  for (const row of rows) {
    const reason = faultOf(row, head);
    if (reason !== undefined) faults.push({ number: row.number, reason });
    head = { number: row.number, hash: row.hash };
  }
  const last = known && faultAtEnd(rows, known);
  return last === undefined ? faults : [...faults, { number: known?.number ?? 0, reason: last }];
}

function faultOf({ number, text, hash }: JournalRow, head: JournalHead): string | undefined {
  if (hashOf(text) !== hash) return 'Its text was changed after it was written.';
  const links = linksOf(text);
  if (number !== head.number + 1 || links.number !== number) {
    return `Entry ${head.number + 1} should stand here: entries are missing, or were put in.`;
  }
  if (links.previous !== head.hash) return 'It does not follow the entry before it.';
  return undefined;
}

function faultAtEnd(rows: readonly JournalRow[], known: JournalHead): string | undefined {
  if (known.number === 0) return undefined;
  const row = rows.find(({ number }) => number === known.number);
  if (row === undefined) return 'It was written, and is not there any more: the end was cut off.';
  return row.hash === known.hash ? undefined : 'It is another entry than the one written last.';
}

function linksOf(text: string): { readonly number: unknown; readonly previous: unknown } {
  const nothing = { number: undefined, previous: undefined };
  try {
    const entry: unknown = JSON.parse(text);
    return typeof entry === 'object' && entry !== null ? { ...nothing, ...entry } : nothing;
  } catch {
    // Whoever wrote a text that is no JSON, with its hash: the entry is out of order.
    return nothing;
  }
}

/**
 * The journal as a file: a line an entry, its hash, two spaces, its text. The SHA-256 of each text,
 * without the line's end, is the hash before it, and each text names the hash of the line before.
 */
export function journalLines(rows: readonly JournalRow[]): string {
  return rows.map(({ hash, text }) => `${hash}  ${text}\n`).join('');
}
