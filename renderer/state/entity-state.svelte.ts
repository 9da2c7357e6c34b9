import type { Entity, EntityCard } from '../core/correlate/entity.ts';
import { Latest } from './latest.ts';
import type { QueryPort } from './query-port.ts';
import type { Loaded, SelectionState } from './selection.svelte.ts';

/** The entity whose card is open in place of the event's details, and the ones looked at before. */
export class EntityState {
  readonly #query: QueryPort;
  readonly #latest = new Latest();
  #past: readonly Entity[] = $state.raw([]);
  #current: Entity | undefined = $state.raw();
  #card: Loaded<EntityCard | undefined> = $state.raw({ phase: 'none' });

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
    return this.#card;
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
    this.#latest.drop();
    this.#past = [];
    this.#current = undefined;
    this.#card = { phase: 'none' };
  }

  /** An import added events: the entity may have done more. */
  refresh(): void {
    if (this.#current !== undefined) void this.#load(this.#current);
  }

  #show(entity: Entity): void {
    this.#current = entity;
    void this.#load(entity);
  }

  async #load(entity: Entity): Promise<void> {
    if (this.#card.phase !== 'done') this.#card = { phase: 'loading' };
    const outcome = await this.#latest.ask((signal) => this.#query.ask('entity', entity, signal));
    if (outcome.kind === 'answer') this.#card = { phase: 'done', value: outcome.value };
    if (outcome.kind === 'failed') this.#card = { phase: 'failed', reason: outcome.reason };
  }
}
