import type { EventRef } from '../../core/base/units.ts';
import {
  isUnmarked,
  targetKey,
  targetTime,
  unmarked,
  type EventTarget,
  type Finding,
  type FindingTarget,
  type Marking,
  type Tag,
  type TagColour,
} from '../../core/journal/finding.ts';
import type { NotedTarget } from '../../core/export/data/finding-lines.ts';
import type { Marked } from '../../core/query/mark-columns.ts';
import type { CaseJournal } from '../case/case-journal.svelte.ts';
import { Latest } from '../latest.ts';
import type { TextColumn } from '../../core/table/columns.ts';
import type { TableRow } from '../../workers/query/query.ts';
import type { QueryPort } from '../query-port.ts';

/** A tag with its lasting number. */
export interface NumberedTag extends Tag {
  readonly id: number;
}

/** What tells findings of the same event name apart. */
const columns: readonly TextColumn[] = ['loadBalancer', 'principal', 'sourceIp'];

/** What the investigator starred, tagged and noted: one story, in an order of their own. */
export class Findings {
  readonly #journal: CaseJournal;
  readonly #query: QueryPort;
  readonly #latest = new Latest();
  readonly #listeners = new Set<() => void>();
  /** Where the events among the findings stand in the open case. */
  #refs: ReadonlyMap<string, EventRef> = $state.raw(new Map());
  #rows: ReadonlyMap<EventRef, TableRow> = $state.raw(new Map());
  /** The query worker knows of some. */
  #hasTold = false;
  #chosen: string | undefined = $state.raw();

  constructor(journal: CaseJournal, query: QueryPort) {
    this.#journal = journal;
    this.#query = query;
    journal.onChange(() => void this.locate());
  }

  /** In the order of the story. What has nothing but a tag that was deleted is none. */
  readonly list: readonly Finding[] = $derived.by(() =>
    this.#all.filter(
      ({ marking }) => marking.starred || marking.note !== '' || this.tagsOf(marking).length > 0,
    ),
  );

  /** The list, with the names of the tags. */
  get noted(): readonly NotedTarget[] {
    return this.list.map(({ target, marking }) => {
      const tags = this.tagsOf(marking).map(({ name }) => name);
      return { target, note: { starred: marking.starred, tags, text: marking.note } };
    });
  }

  /** By name. */
  get tags(): readonly NumberedTag[] {
    return Array.from(this.#journal.notes.tags, ([id, tag]) => ({ id, ...tag })).toSorted((a, b) =>
      a.name.localeCompare(b.name),
    );
  }

  get #all(): readonly Finding[] {
    return this.#journal.notes.findings;
  }

  readonly #byKey: ReadonlyMap<string, Finding> = $derived(
    new Map(this.#all.map((finding) => [targetKey(finding.target), finding])),
  );
  readonly #byRef: ReadonlyMap<EventRef, Finding> = $derived(
    new Map(
      this.list.flatMap((finding) => {
        const ref = this.refOf(finding.target);
        return ref === undefined ? [] : [[ref, finding] as const];
      }),
    ),
  );

  /** The finding that is open in the list. */
  get chosen(): Finding | undefined {
    return this.#chosen === undefined ? undefined : this.#byKey.get(this.#chosen);
  }

  choose(target: FindingTarget | undefined): void {
    this.#chosen = target && targetKey(target);
  }

  /** What was put to a thing. */
  markingOf(target: FindingTarget): Marking {
    return this.#byKey.get(targetKey(target))?.marking ?? unmarked;
  }

  /** What was put to an event of the open case; undefined where nothing was. */
  ofEvent(ref: EventRef): Finding | undefined {
    return this.#byRef.get(ref);
  }

  /** The event of a finding; undefined where it is none, or is not in the case any more. */
  refOf(target: FindingTarget): EventRef | undefined {
    return this.#refs.get(targetKey(target));
  }

  /** Load balancer, principal and address of a finding's event, where it is one of the case. */
  rowOf(target: FindingTarget): TableRow | undefined {
    const ref = this.refOf(target);
    return ref === undefined ? undefined : this.#rows.get(ref);
  }

  /** The tags of a marking that there still are. */
  tagsOf({ tags }: Marking): readonly NumberedTag[] {
    const all = this.#journal.notes.tags;
    return tags.flatMap((id) => {
      const tag = all.get(id);
      return tag === undefined ? [] : [{ id, ...tag }];
    });
  }

  /** How many findings are events that these imports keep: what hangs on them when they are undone. */
  async countIn(importIds: readonly number[]): Promise<number> {
    const imports = await this.#query.ask('importsOf', { refs: [...this.#byRef.keys()] });
    return imports.filter((id) => id !== undefined && importIds.includes(id)).length;
  }

  /** Calls back when findings changed, or their events were found again. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** The lasting place of an event of the open case. */
  async targetOf(ref: EventRef): Promise<EventTarget | undefined> {
    const known = this.ofEvent(ref)?.target;
    if (known?.kind === 'event') return known;
    const [target] = await this.#query.ask('targets', { refs: [ref] });
    return target;
  }

  async toggleStar(target: FindingTarget): Promise<void> {
    await this.#change(target, (marking) => ({ ...marking, starred: !marking.starred }));
  }

  async toggleTag(target: FindingTarget, id: number): Promise<void> {
    await this.#change(target, (marking) => ({
      ...marking,
      tags: marking.tags.includes(id)
        ? marking.tags.filter((one) => one !== id)
        : [...marking.tags, id],
    }));
  }

  async note(target: FindingTarget, note: string): Promise<void> {
    await this.#change(target, (marking) => ({ ...marking, note: note.trim() }));
  }

  /** Takes star, tags and note away. */
  async remove(target: FindingTarget): Promise<void> {
    await this.#change(target, () => unmarked);
  }

  /** Makes a tag; answers its number, or that of the one called so. */
  async makeTag(name: string, colour: TagColour): Promise<number> {
    let id = 0;
    await this.#journal.recordNext(() => {
      const known = this.tags.find((tag) => tag.name.toLowerCase() === name.toLowerCase());
      // Numbers of entries are never used twice, so that a deleted tag's number means nothing else.
      id = known?.id ?? (this.#journal.rows.at(-1)?.number ?? 0) + 1;
      return known === undefined
        ? { act: { kind: 'tag', id, after: { name, colour } } }
        : undefined;
    });
    return id;
  }

  /** Puts a tag on that may have to be made first. */
  async tagAnew(target: FindingTarget, name: string, colour: TagColour): Promise<void> {
    const id = await this.makeTag(name, colour);
    if (!this.markingOf(target).tags.includes(id)) await this.toggleTag(target, id);
  }

  /** Gives a tag another colour. */
  readonly recolour = ({ id }: Pick<NumberedTag, 'id'>, colour: TagColour): void => {
    const before = this.#journal.notes.tags.get(id);
    if (before === undefined) return;
    void this.#journal.record({ kind: 'tag', id, before, after: { ...before, colour } });
  };

  /** Takes a tag away from everything that has it. */
  readonly deleteTag = ({ id }: Pick<NumberedTag, 'id'>): void => {
    const before = this.#journal.notes.tags.get(id);
    if (before !== undefined) void this.#journal.record({ kind: 'tag', id, before });
  };

  /** Puts a finding at another place of the story. */
  async move(target: FindingTarget, after: number): Promise<void> {
    const there = this.list[after];
    if (there === undefined || targetKey(there.target) === targetKey(target)) return;
    await this.#journal.recordNext(() => {
      const [from, to] = [this.#placeOf(target), this.#placeOf(there.target)];
      if (from < 0 || to < 0) return undefined;
      return { act: { kind: 'moved', target, before: from, after: to } };
    });
  }

  /** Looks the events of the findings up in the open case. */
  async locate(): Promise<void> {
    const targets = this.#all.flatMap(({ target }) => (target.kind === 'event' ? [target] : []));
    const outcome = await this.#latest.ask((signal) =>
      targets.length === 0 ? Promise.resolve([]) : this.#query.ask('refs', { targets }, signal),
    );
    if (outcome.kind !== 'answer') return;
    this.#refs = new Map(
      targets.flatMap((target, place) => {
        const ref = outcome.value[place];
        return ref === undefined ? [] : [[targetKey(target), ref] as const];
      }),
    );
    const refs = [...this.#refs.values()];
    const rows = await this.#latest.ask((signal) =>
      refs.length === 0
        ? Promise.resolve([])
        : this.#query.ask('events', { refs, columns }, signal),
    );
    if (rows.kind === 'late') return;
    if (rows.kind === 'answer') {
      this.#rows = new Map(
        rows.value.flatMap((row) => (row === undefined ? [] : [[row.ref, row] as const])),
      );
    }
    const told = await this.#latest.ask((signal) => this.#tellQuery(signal));
    if (told.kind !== 'late') this.#tell();
  }

  /** Lets filters ask about stars, notes and tags. */
  async #tellQuery(signal: AbortSignal): Promise<void> {
    const marked = this.list.flatMap((finding) => this.#marked(finding));
    if (marked.length === 0 && !this.#hasTold) return;
    this.#hasTold = marked.length > 0;
    await this.#query.ask('takeMarked', { marked }, signal);
  }

  #marked({ target, marking }: Finding): readonly Marked[] {
    const { starred, note } = marking;
    const tags = this.tagsOf(marking).map(({ name }) => name.replaceAll('\n', ' '));
    const mark = (what: Marked['what']): readonly Marked[] => [{ what, starred, note, tags }];
    switch (target.kind) {
      case 'event': {
        const ref = this.refOf(target);
        return ref === undefined ? [] : mark({ kind: 'event', ref });
      }
      case 'entity':
        return mark({ kind: 'entity', field: target.field, value: target.value });
      case 'span':
        return mark({ kind: 'span', span: { start: target.start, end: target.end } });
    }
  }

  async #change(target: FindingTarget, change: (marking: Marking) => Marking): Promise<void> {
    await this.#journal.recordNext(() => {
      const before = this.markingOf(target);
      const after = change(before);
      if (sameMarking(before, after)) return undefined;
      const place = isUnmarked(before) ? this.#placeInTime(target) : this.#placeOf(target);
      return { act: { kind: 'marked', target, before, after, place } };
    });
  }

  #placeOf(target: FindingTarget): number {
    const key = targetKey(target);
    return this.#all.findIndex((one) => targetKey(one.target) === key);
  }

  /** Before the first finding that is later; at the end for what is at all times. */
  #placeInTime(target: FindingTarget): number {
    const time = targetTime(target) ?? Infinity;
    const place = this.#all.findIndex((one) => (targetTime(one.target) ?? -Infinity) > time);
    return place < 0 ? this.#all.length : place;
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function sameMarking(one: Marking, other: Marking): boolean {
  return (
    one.starred === other.starred &&
    one.note === other.note &&
    one.tags.join() === other.tags.join()
  );
}
