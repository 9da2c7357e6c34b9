import type { Entity, EntityCard } from '../../core/correlate/entity.ts';
import { LatestAnswer, type Loaded } from '../loaded.svelte.ts';
import type { QueryPort } from '../query-port.ts';
import type { SelectionState } from './selection.svelte.ts';

/** The entity whose card is open in place of the event's details, and the ones looked at before. */
export class EntityState {
  readonly #query: QueryPort;
  readonly #card = new LatestAnswer<EntityCard | undefined>();
  #past: readonly Entity[] = $state.raw([]);
  #current: Entity | undefined = $state.raw();

  constructor(query: QueryPort, selection: SelectionState) {
    this.#query = query;
    // A newly chosen event is what is to be seen.
    selection.onChoose(() => {
      this.close();
    });
  }

  get current(): Entity | undefined {
    return this.#current;
  }

  /** Undefined where the entity is not in the case. */
  get card(): Loaded<EntityCard | undefined> {
    return this.#card.current;
  }

  get canGoBack(): boolean {
    return this.#past.length > 0;
  }

  open(entity: Entity): void {
    if (this.#current?.field === entity.field && this.#current.value === entity.value) return;
    if (this.#current !== undefined) this.#past = [...this.#past, this.#current];
    this.#show(entity);
  }

  /** To the card that was open before. */
  back(): void {
    const last = this.#past.at(-1);
    if (last === undefined) return;
    this.#past = this.#past.slice(0, -1);
    this.#show(last);
  }

  close(): void {
    this.#card.forget();
    this.#past = [];
    this.#current = undefined;
  }

  /** An import added events: the entity may have done more. */
  refresh(): void {
    if (this.#current !== undefined) this.#load(this.#current);
  }

  #show(entity: Entity): void {
    this.#current = entity;
    // The facts of the entity before must not stand under the name of this one.
    this.#card.forget();
    this.#load(entity);
  }

  #load(entity: Entity): void {
    void this.#card.ask((signal) => this.#query.ask('entity', entity, signal));
  }
}
