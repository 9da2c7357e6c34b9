import { speak } from '../../messages/message.svelte.ts';
import { readSettings, type Settings, type TableColumn } from './settings-schema.ts';
import { zoneName } from './zone-choice.ts';

const key = 'trailwitness.settings';

/** The part of `localStorage` that settings need. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem'>;

/** What is remembered of the window between runs; every change is saved, and holds, at once. */
export class SettingsState {
  readonly #store: TextStore;
  #current: Settings = $state.raw(readSettings(null));

  constructor(store: TextStore) {
    this.#store = store;
    this.#current = readSettings(store.getItem(key));
    speak(this.#current.language);
  }

  get current(): Settings {
    return this.#current;
  }

  /** The name of the zone that times are shown in. */
  get zone(): string {
    return zoneName(this.#current.zone);
  }

  change(changes: Partial<Settings>): void {
    this.#current = { ...this.#current, ...changes };
    speak(this.#current.language);
    this.#store.setItem(key, JSON.stringify(this.#current));
  }

  /** The width in pixels that a column was drawn to; undefined where it never was. */
  drawnWidth(column: TableColumn): number | undefined {
    return this.#current.columnWidths[column];
  }

  widen(column: TableColumn, width: number): void {
    const within = Math.min(1200, Math.max(40, Math.round(width)));
    this.change({ columnWidths: { ...this.#current.columnWidths, [column]: within } });
  }
}
