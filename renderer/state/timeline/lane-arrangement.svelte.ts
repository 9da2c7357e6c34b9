import type { Arrangement, LaneRow, LanesView } from '../../core/layout/lane-rows.ts';
import type { LaneField } from '../../core/layout/marks.ts';

const nothing: LanesView = { pinned: [], gathers: false };

/**
 * How the lanes of the open case are arranged: pinned, gathered, folded. Pinned lanes stay with the
 * case; what is folded is forgotten with the field.
 */
export class LaneArrangement {
  readonly #listeners = new Set<() => void>();
  readonly #keep: (view: LanesView) => void;
  #view: LanesView = $state.raw(nothing);
  #folded: ReadonlySet<string> = $state.raw(new Set<string>());

  /** `keep` saves what is remembered, whenever it changes. */
  constructor(keep: (view: LanesView) => void) {
    this.#keep = keep;
  }

  get gathers(): boolean {
    return this.#view.gathers;
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /** Another case was opened, of which this is remembered. */
  restore(view: LanesView = nothing): void {
    this.#view = view;
    this.#folded = new Set();
  }

  of(field: LaneField): Arrangement {
    return { pinned: this.pinned(field), folded: this.#folded, gathers: this.#view.gathers };
  }

  pinned(field: LaneField): readonly string[] {
    return this.#view.pinned.find((pins) => pins.field === field)?.values ?? [];
  }

  /** Pins the row's value behind those that are pinned, or unpins it. */
  turnPin(field: LaneField, { outer }: LaneRow): void {
    const before = this.pinned(field);
    const values = before.includes(outer)
      ? before.filter((value) => value !== outer)
      : [...before, outer];
    const others = this.#view.pinned.filter((pins) => pins.field !== field);
    this.#change({
      pinned: values.length === 0 ? others : [...others, { field, values }],
      gathers: this.#view.gathers && values.length > 0,
    });
  }

  setGathers(gathers: boolean): void {
    this.#change({ ...this.#view, gathers });
  }

  /** Shows the rows nested under a row's value, or hides them. */
  turnFold({ outer }: LaneRow): void {
    const folded = new Set(this.#folded);
    if (!folded.delete(outer)) folded.add(outer);
    this.#folded = folded;
    this.#tell();
  }

  /** The lanes are of other fields: what was folded says nothing of them. */
  unfold(): void {
    this.#folded = new Set();
  }

  #change(view: LanesView): void {
    this.#view = view;
    this.#keep(view);
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
