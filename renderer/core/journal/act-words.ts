import { formatCount } from '../base/format-count.ts';
import { wholeVisibleText } from '../base/visible-text.ts';
import { formatTime } from '../base/zoned-time.ts';
import { shortName } from '../query/query-fields.ts';
import { writtenValue } from '../query/query-tokens.ts';
import { type FindingTarget, type Marking, type Tag } from './finding.ts';
import { isChange, type Change, type Happening } from './journal-act.ts';
import type { JournalEntry } from './journal-entry.ts';

/** How a journal entry reads. */
export interface WordedEntry {
  readonly did: string;
  /** What it was done to; empty where that is said already. */
  readonly to: string;
}

/** What entries speak of that is named elsewhere. */
export interface Wording {
  readonly zone: string;
  readonly tags: ReadonlyMap<number, Tag>;
}

/** What happened, in words. Values of evidence are made visible. */
export function entryInWords({ act, undoes, redoes }: JournalEntry, wording: Wording): WordedEntry {
  const words = isChange(act) ? changeInWords(act, wording) : happeningInWords(act);
  if (undoes !== undefined)
    return { did: `Took back entry ${undoes}: ${lowered(words.did)}`, to: words.to };
  if (redoes !== undefined)
    return { did: `Did again entry ${redoes}: ${lowered(words.did)}`, to: words.to };
  return words;
}

function happeningInWords(act: Happening): WordedEntry {
  switch (act.kind) {
    case 'case created':
      return { did: 'Began the journal of the case', to: `“${wholeVisibleText(act.name)}”` };
    case 'case renamed':
      return {
        did: 'Renamed the case',
        to: `“${wholeVisibleText(act.before)}” to “${wholeVisibleText(act.after)}”`,
      };
    case 'evidence asked':
      return {
        did: 'Asked AWS for evidence',
        to: wholeVisibleText(`${act.what}, as ${act.identity}`),
      };
    case 'evidence added':
      return {
        did: act.finished ? 'Added evidence' : 'Added evidence, and did not come to the end',
        to:
          `import ${act.importId}: ${formatCount(act.files)} files, ${formatCount(act.bytes)} bytes: ` +
          `${formatCount(act.read)} read = ${formatCount(act.kept)} kept + ` +
          `${formatCount(act.duplicate)} duplicate + ${formatCount(act.rejected)} rejected; list SHA-256 ${act.listSha256}`,
      };
    case 'evidence removed':
      return {
        did: 'Removed evidence',
        to: `import ${act.importId}: ${formatCount(act.files)} files, ${formatCount(act.kept)} events`,
      };
    case 'opened from file':
      return {
        did: 'Opened the case from a case file',
        to: `${wholeVisibleText(act.path)}, ${formatCount(act.bytes)} bytes, SHA-256 ${act.sha256}`,
      };
    case 'exported':
      return {
        did: `Exported ${act.what}`,
        to: `${wholeVisibleText(act.path)}, ${formatCount(act.bytes)} bytes, SHA-256 ${act.sha256}`,
      };
  }
}

/** What a change does, in words. */
export function changeInWords(change: Change, wording: Wording): WordedEntry {
  switch (change.kind) {
    case 'marked':
      return {
        did: markingInWords(change.before, change.after, wording.tags),
        to: targetInWords(change.target, wording.zone),
      };
    case 'moved':
      return {
        did: `Moved a finding from place ${change.before + 1} to ${change.after + 1}`,
        to: targetInWords(change.target, wording.zone),
      };
    case 'tag':
      return namedChange('tag', change.before?.name, change.after?.name);
    case 'view':
      return namedChange('view', change.before?.name, change.after?.name);
  }
}

/** What a finding is of, on one line. */
function targetInWords(target: FindingTarget, zone: string): string {
  switch (target.kind) {
    case 'event':
      return `${wholeVisibleText(target.eventName)}, ${formatTime(target.time, zone)}, record ${target.record} of ${wholeVisibleText(fileName(target.path))}`;
    case 'entity':
      return wholeVisibleText(`${shortName(target.field)}:${writtenValue(target.value)}`);
    case 'span':
      return `${formatTime(target.start, zone)} up to ${formatTime(target.end, zone)}`;
  }
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

function namedChange(
  what: string,
  before: string | undefined,
  after: string | undefined,
): WordedEntry {
  if (before === undefined)
    return { did: `Made the ${what}`, to: `“${wholeVisibleText(after ?? '')}”` };
  if (after === undefined)
    return { did: `Deleted the ${what}`, to: `“${wholeVisibleText(before)}”` };
  const to = before === after ? '' : ` to “${wholeVisibleText(after)}”`;
  return { did: `Changed the ${what}`, to: `“${wholeVisibleText(before)}”${to}` };
}

function markingInWords(before: Marking, after: Marking, tags: ReadonlyMap<number, Tag>): string {
  const nameOf = (id: number): string => `“${wholeVisibleText(tags.get(id)?.name ?? String(id))}”`;
  const added = after.tags.filter((id) => !before.tags.includes(id)).map(nameOf);
  const removed = before.tags.filter((id) => !after.tags.includes(id)).map(nameOf);
  const parts = [
    ...(before.starred === after.starred ? [] : [after.starred ? 'starred' : 'removed the star']),
    ...(added.length === 0 ? [] : [`tagged ${added.join(', ')}`]),
    ...(removed.length === 0 ? [] : [`removed the tag ${removed.join(', ')}`]),
    ...(before.note === after.note ? [] : [noteInWords(before.note, after.note)]),
  ];
  const text = parts.join(', ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function noteInWords(before: string, after: string): string {
  if (after === '') return 'removed the note';
  const text = `“${wholeVisibleText(after.replaceAll('\n', ' '))}”`;
  return before === '' ? `noted ${text}` : `changed the note to ${text}`;
}

function lowered(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
