import { laneFields, laneSorts } from '../../core/layout/marks.ts';
import type { SavedView } from '../../core/journal/saved-view.ts';
import { message } from '../../messages/message.svelte.ts';
import type { CaseJournal } from '../case/case-journal.svelte.ts';
import { sameFilter } from '../search/filter-edits.ts';
import type { LanesState } from '../timeline/lanes.svelte.ts';
import type { Notices } from '../app/notices.svelte.ts';
import type { SearchState } from '../search/search.svelte.ts';
import type { TimelineWindow } from '../timeline/timeline-window.svelte.ts';

interface Parts {
  readonly journal: CaseJournal;
  readonly search: SearchState;
  readonly timeline: TimelineWindow;
  readonly lanes: LanesState;
  readonly notices: Notices;
}

/** Ways of looking at the case that were kept: filter, stretch of time and lanes under a name. */
export class SavedViews {
  readonly #parts: Parts;
  #shownId: number | undefined = $state.raw();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** By name, each with its lasting number. */
  get list(): readonly (SavedView & { readonly id: number })[] {
    return Array.from(this.#parts.journal.notes.views, ([id, view]) => ({ id, ...view })).toSorted(
      (a, b) => a.name.localeCompare(b.name),
    );
  }

  /** The view that was opened or kept last, as long as its filter is the present one. */
  get current(): (SavedView & { readonly id: number }) | undefined {
    const view = this.list.find(({ id }) => id === this.#shownId);
    return view && sameFilter(view.filter, this.#parts.search.filter) ? view : undefined;
  }

  /** Keeps what is on the screen; a view of the same name is replaced. */
  async save(name: string): Promise<void> {
    const { journal, search, timeline } = this.#parts;
    const { visible, field, nested, sort } = timeline;
    const after = { name, filter: search.filter, lanes: { visible, field, nested, sort } };
    const known = this.list.find((view) => view.name === name);
    const before = known && journal.notes.views.get(known.id);
    const id = known?.id ?? (journal.rows.at(-1)?.number ?? 0) + 1;
    await journal.record({ kind: 'view', id, before, after });
    this.#shownId = id;
  }

  /** Deletes a view, and says how to have it back. */
  async remove(id: number): Promise<void> {
    const { journal, notices } = this.#parts;
    const before = journal.notes.views.get(id);
    if (before === undefined) return;
    await journal.record({ kind: 'view', id, before });
    notices.note(
      message('shell.viewDeleted', { name: before.name }),
      message('shell.viewDeletedUndo'),
    );
  }

  /** Looks at the case that way again. */
  show({ id, filter, lanes }: SavedView & { readonly id: number }): void {
    this.#shownId = id;
    const { search, timeline } = this.#parts;
    const field = laneFields.find((one) => one === lanes.field);
    const sort = laneSorts.find((one) => one === lanes.sort);
    if (field !== undefined) timeline.setField(field);
    timeline.setNested(laneFields.find((one) => one === lanes.nested));
    if (sort !== undefined) timeline.setSort(sort);
    search.show(filter);
    // Where the filter stays the same the lanes are not asked for by it.
    void this.#parts.lanes.load().then(() => {
      if (lanes.visible !== undefined) timeline.show(lanes.visible);
    });
  }
}
