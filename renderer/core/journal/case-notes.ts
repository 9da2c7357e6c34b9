import { isUnmarked, targetKey, type Finding, type Tag } from './finding.ts';
import { isChange, type Change } from './journal-act.ts';
import type { JournalEntry } from './journal-entry.ts';
import type { SavedView } from './saved-view.ts';

/** Everything that the investigator has put to a case: what its journal adds up to. */
export interface CaseNotes {
  /** In the order of the story. */
  readonly findings: readonly Finding[];
  readonly tags: ReadonlyMap<number, Tag>;
  readonly views: ReadonlyMap<number, SavedView>;
  /** Entries whose changes can be taken back, the next one last. */
  readonly undo: readonly JournalEntry[];
  /** Entries whose changes were taken back and can be made again, the next one last. */
  readonly redo: readonly JournalEntry[];
}

export const noNotes: CaseNotes = {
  findings: [],
  tags: new Map(),
  views: new Map(),
  undo: [],
  redo: [],
};

/** The notes after one more entry. Copies what it changes, and leaves what it is given alone. */
export function withEntry(notes: CaseNotes, entry: JournalEntry): CaseNotes {
  const { act } = entry;
  if (!isChange(act)) return notes;
  return { ...withChange(notes, act), ...stacksAfter(notes, entry) };
}

function stacksAfter(
  { undo, redo }: CaseNotes,
  entry: JournalEntry,
): Pick<CaseNotes, 'undo' | 'redo'> {
  if (entry.undoes !== undefined) {
    const taken = undo.find(({ number }) => number === entry.undoes);
    return {
      undo: undo.filter((one) => one !== taken),
      redo: taken === undefined ? redo : [...redo, taken],
    };
  }
  if (entry.redoes !== undefined) {
    const again = redo.find(({ number }) => number === entry.redoes);
    return {
      undo: again === undefined ? undo : [...undo, again],
      redo: redo.filter((one) => one !== again),
    };
  }
  return { undo: [...undo, entry], redo: [] };
}

function withChange(notes: CaseNotes, change: Change): CaseNotes {
  switch (change.kind) {
    case 'marked':
      return { ...notes, findings: withMarking(notes.findings, change) };
    case 'moved':
      return { ...notes, findings: withMove(notes.findings, change) };
    case 'tag':
      return { ...notes, tags: withValue(notes.tags, change.id, change.after) };
    case 'view':
      return { ...notes, views: withValue(notes.views, change.id, change.after) };
  }
}

function withMarking(
  findings: readonly Finding[],
  { target, after, place }: Extract<Change, { readonly kind: 'marked' }>,
): readonly Finding[] {
  const key = targetKey(target);
  const others = findings.filter((one) => targetKey(one.target) !== key);
  if (isUnmarked(after)) return others;
  const finding = { target, marking: after };
  if (others.length === findings.length) return others.toSpliced(place, 0, finding);
  return findings.map((one) => (targetKey(one.target) === key ? finding : one));
}

function withMove(
  findings: readonly Finding[],
  { target, after }: Extract<Change, { readonly kind: 'moved' }>,
): readonly Finding[] {
  const key = targetKey(target);
  const moved = findings.find((one) => targetKey(one.target) === key);
  if (moved === undefined) return findings;
  return findings.filter((one) => one !== moved).toSpliced(after, 0, moved);
}

function withValue<T>(
  values: ReadonlyMap<number, T>,
  id: number,
  value: T | undefined,
): ReadonlyMap<number, T> {
  const next = new Map(values);
  if (value === undefined) next.delete(id);
  else next.set(id, value);
  return next;
}
