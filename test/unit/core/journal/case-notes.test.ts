import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noNotes,
  withEntry,
  type CaseNotes,
} from '../../../../renderer/core/journal/case-notes.ts';
import {
  targetKey,
  unmarked,
  type Finding,
  type FindingTarget,
} from '../../../../renderer/core/journal/finding.ts';
import {
  reversed,
  type Change,
  type JournalAct,
} from '../../../../renderer/core/journal/journal-act.ts';
import type { JournalEntry } from '../../../../renderer/core/journal/journal-entry.ts';

function entryOf(number: number, act: JournalAct, of: Partial<JournalEntry> = {}): JournalEntry {
  return { number, act, at: '', zone: 'UTC', user: '', app: '', format: 1, previous: '', ...of };
}

const targets: readonly FindingTarget[] = [
  { kind: 'entity', field: 'accessKey', value: 'AKIA1' },
  { kind: 'entity', field: 'sourceIp', value: 'AKIA1' },
  { kind: 'span', start: 1, end: 2 },
  { kind: 'event', sha256: 'ab', record: 1, time: 5, eventName: 'X', path: '/x' },
];

/** What a step does to the notes as they are: one kind of change each. */
type Step = readonly [kind: number, target: number, value: number];

function changeOf(notes: CaseNotes, [kind, at, value]: Step, id: number): Change {
  const target = targets[at] ?? { kind: 'span', start: 0, end: 1 };
  const place = notes.findings.findIndex((one) => targetKey(one.target) === targetKey(target));
  const before = notes.findings[place]?.marking ?? unmarked;
  const { length } = notes.findings;
  if (kind === 0) {
    const after = value === 0 ? unmarked : { ...before, note: String(value) };
    const where = place < 0 ? value % (length + 1) : place;
    return { kind: 'marked', target, before, after, place: where };
  }
  if (kind === 1 && place >= 0) {
    return { kind: 'moved', target, before: place, after: value % length };
  }
  const name = `tag ${value}`;
  return { kind: 'tag', id, before: undefined, after: { name, colour: 'red' } };
}

const steps = fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.nat(3)), { maxLength: 30 });
const state = ({ findings, tags, views }: CaseNotes): unknown => [findings, [...tags], [...views]];

describe('withEntry', () => {
  it('is back at each earlier state when changes are taken back, and forward again', () => {
    fc.assert(
      fc.property(steps, (all) => {
        let notes = noNotes;
        let number = 0;
        const states = [state(notes)];
        for (const step of all) {
          number++;
          notes = withEntry(notes, entryOf(number, changeOf(notes, step, number)));
          states.push(state(notes));
        }
        for (const earlier of states.toReversed().slice(1)) {
          const entry = notes.undo.at(-1);
          if (entry === undefined) throw new Error('nothing to take back');
          const back = reversed(entry.act as Change);
          notes = withEntry(notes, entryOf(++number, back, { undoes: entry.number }));
          expect(state(notes)).toEqual(earlier);
        }
        expect(notes.undo).toEqual([]);
        for (const later of states.slice(1)) {
          const entry = notes.redo.at(-1);
          if (entry === undefined) throw new Error('nothing to make again');
          notes = withEntry(notes, entryOf(++number, entry.act, { redoes: entry.number }));
          expect(state(notes)).toEqual(later);
        }
      }),
    );
  });

  it('forgets what was taken back when something else is done', () => {
    const star = (value: string): Change => ({
      kind: 'marked',
      target: { kind: 'entity', field: 'sourceIp', value },
      before: unmarked,
      after: { ...unmarked, starred: true },
      place: 0,
    });
    const taken = [
      entryOf(1, star('a')),
      entryOf(2, reversed(star('a')), { undoes: 1 }),
      entryOf(3, star('b')),
    ].reduce(withEntry, noNotes);
    expect(taken.redo).toEqual([]);
    expect(taken.findings.map(({ target }: Finding) => targetKey(target))).toEqual([
      'entity sourceIp b',
    ]);
  });

  it('is not changed by what only happened', () => {
    const act = { kind: 'case renamed', before: 'a', after: 'b' } as const;
    expect(withEntry(noNotes, entryOf(1, act))).toBe(noNotes);
  });
});
