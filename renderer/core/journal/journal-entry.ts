import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { JournalAct } from './journal-act.ts';

/** Version of what entries mean. */
const journalFormat = 1;

/** One line of the journal: who did what to the case, and when. */
export interface JournalEntry {
  /** 1, 2, 3 … */
  readonly number: number;
  /** ISO 8601 with milliseconds where there are any, and the offset of `zone`. */
  readonly at: string;
  readonly zone: string;
  /** As the investigator gave it; empty where none was given. */
  readonly user: string;
  /** Version of the app. */
  readonly app: string;
  readonly format: number;
  /** Hash of the entry before; 64 zeros in the first. */
  readonly previous: string;
  readonly act: JournalAct;
  /** Number of the entry whose change this one takes back, or makes again. */
  readonly undoes?: number | undefined;
  readonly redoes?: number | undefined;
}

/** An entry as it is stored: the text is what is hashed, to the letter. */
export interface JournalRow {
  readonly number: number;
  /** The {@link JournalEntry} as JSON. */
  readonly text: string;
  /** SHA-256 of the text as UTF-8, lower-case hex. */
  readonly hash: string;
}

/** The end of the chain. */
export interface JournalHead {
  readonly number: number;
  readonly hash: string;
}

export const emptyJournal: JournalHead = { number: 0, hash: '0'.repeat(64) };

/** The row that follows the head of a journal. */
export function sealEntry(
  head: JournalHead,
  entry: Omit<JournalEntry, 'number' | 'previous' | 'format'>,
): JournalRow {
  const number = head.number + 1;
  const whole: JournalEntry = { number, previous: head.hash, format: journalFormat, ...entry };
  const text = JSON.stringify(whole);
  return { number, text, hash: hashOf(text) };
}

/** SHA-256 of a text as UTF-8, lower-case hex. */
export function hashOf(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)));
}
