import { formatIso } from '../../core/base/zoned-time.ts';
import type { EpochMs, Span } from '../../core/base/units.ts';
import { everything } from '../../core/query/filter.ts';
import {
  completed,
  completionAt,
  namesLike,
  type Completion,
  type EditedText,
} from '../../core/query/complete-query.ts';
import { hasConditions, parseQuery, type QueryProblem } from '../../core/query/parse-query.ts';
import { printQuery } from '../../core/query/print-query.ts';
import { fieldNamed, timeNames } from '../../core/query/query-fields.ts';
import { exactValue } from '../../core/query/value-pattern.ts';
import { fieldLabel, shownValue } from '../app/field-labels.ts';
import { Latest } from '../latest.ts';
import type { QueryPort } from '../query-port.ts';
import type { SearchState } from './search.svelte.ts';

/** Something that can stand where the caret is. */
export interface Suggestion {
  /** As it is written. */
  readonly value: string;
  readonly shown: string;
  /** What it is, or how many events have it. */
  readonly hint: string | number;
}

/** What is offered for a text, and what in it would give way. */
interface Offered {
  readonly text: string;
  readonly completion: Completion;
  readonly suggestions: readonly Suggestion[];
}

/** A moment worth typing, and what it is. */
export interface NamedTime {
  readonly name: string;
  readonly time: EpochMs;
}

interface Parts {
  readonly query: QueryPort;
  readonly search: SearchState;
  readonly zone: () => string;
  readonly times: () => readonly NamedTime[];
}

const mostSuggested = 10;

/**
 * The query being typed. Free text is the filter's own at every letter, but for a word that names of
 * fields are offered for; conditions are a draft until they are applied. The whole filter can be
 * taken into the draft, and is then replaced by it.
 */
export class QueryDraft {
  readonly #parts: Parts;
  readonly #latest = new Latest();
  #draft: string | undefined = $state.raw();
  #whole = $state.raw(false);
  /** Its last word may become the name of a field: it is no free text while names are offered. */
  #awaitsName = false;
  /** It was applied, and something was wrong: shown until it is right. */
  #refused = $state.raw(false);
  #caret = $state.raw(0);
  #offered: Offered | undefined = $state.raw();
  #active: number | undefined = $state.raw();

  constructor(parts: Parts) {
    this.#parts = parts;
    // A filter that was changed elsewhere is not the one that the text stands for.
    parts.search.onChange(() => {
      if (this.#whole) this.cancel();
    });
  }

  get text(): string {
    return this.#draft ?? this.#parts.search.filter.text;
  }

  /** The text stands for the whole filter, conditions and all. */
  get isWhole(): boolean {
    return this.#whole;
  }

  /** It waits to be applied. */
  get isPending(): boolean {
    return this.#draft !== undefined;
  }

  /** What is wrong: while typing, only with words that the caret has left. */
  get problems(): readonly QueryProblem[] {
    if (this.#draft === undefined) return [];
    const { problems } = parseQuery(this.#draft, this.#parts.zone());
    if (this.#refused) return problems;
    return problems.filter(({ span }) => this.#caret < span.start || this.#caret > span.end);
  }

  get suggestions(): readonly Suggestion[] {
    return this.#offered?.suggestions ?? [];
  }

  /** Place of the suggestion that Enter takes. */
  get active(): number | undefined {
    return this.#active;
  }

  /** The text was changed to this, by typing. */
  type(text: string, caret: number): void {
    this.#caret = caret;
    this.#refused = false;
    const completion = completionAt(text, caret);
    const isName = completion?.kind === 'name' && namesLike(completion.typed).length > 0;
    this.#awaitsName = isName && !this.#whole;
    this.#draft = this.#whole || isName || hasConditions(text) ? text : undefined;
    if (!this.#whole) this.#setWords(isName ? without(text, completion.span) : text);
    void this.#offer(completion);
  }

  /** The caret was moved, or the field left. */
  moveCaret(caret: number): void {
    if (caret === this.#caret) return;
    this.#caret = caret;
    this.closeSuggestions();
  }

  /** Takes the whole filter into the text. */
  editWhole(): void {
    this.#whole = true;
    this.#awaitsName = false;
    this.#draft = printQuery(this.#parts.search.filter, this.#parts.zone());
    this.#caret = this.#draft.length;
    this.closeSuggestions();
  }

  /** Drops what was typed and not applied. */
  cancel(): void {
    this.#draft = undefined;
    this.#awaitsName = false;
    this.#whole = false;
    this.#refused = false;
    this.closeSuggestions();
  }

  /** Puts what was typed into the filter; where something is wrong with it, shows what. */
  async apply(): Promise<void> {
    if (this.#draft === undefined) return;
    const parsed = parseQuery(this.#draft, this.#parts.zone());
    this.#refused = parsed.problems.length > 0;
    if (this.#refused) return;
    const isWhole = this.#whole;
    this.cancel();
    const { search } = this.#parts;
    await (isWhole ? search.replaceWith(parsed) : search.addTyped(parsed));
  }

  /** Suggests every name where nothing is typed yet, or goes to the suggestion `by` places on. */
  moveActive(by: number): void {
    const { length } = this.suggestions;
    if (length === 0) {
      const at = { start: this.#caret, end: this.#caret };
      void this.#offer(
        completionAt(this.text, this.#caret) ?? { kind: 'name', typed: '', span: at },
      );
      return;
    }
    const from = this.#active ?? (by > 0 ? -1 : length);
    this.#active = (from + by + length) % length;
  }

  /** The text with a suggestion in it, the active one by default; undefined where there is none. */
  accept(place = this.#active ?? 0): EditedText | undefined {
    const suggestion = this.suggestions[place];
    if (suggestion === undefined || this.#offered === undefined) return undefined;
    const edited = completed(this.#offered.text, this.#offered.completion, suggestion.value);
    this.type(edited.text, edited.caret);
    return edited;
  }

  /** Offers nothing more: a word that could have become a name is free text now. */
  closeSuggestions(): void {
    this.#latest.drop();
    this.#offered = undefined;
    this.#active = undefined;
    const text = this.#draft;
    if (!this.#awaitsName || text === undefined) return;
    this.#awaitsName = false;
    this.#draft = hasConditions(text) ? text : undefined;
    this.#setWords(text);
  }

  /** The words are the filter's own at once; conditions wait to be applied. */
  #setWords(text: string): void {
    const { search, zone } = this.#parts;
    search.setText(this.isPending ? parseQuery(text, zone()).words : text);
  }

  async #offer(completion: Completion | undefined): Promise<void> {
    const { text } = this;
    this.#active = undefined;
    if (completion === undefined) {
      this.closeSuggestions();
      return;
    }
    const outcome = await this.#latest.ask((signal) => this.#suggest(completion, signal));
    if (outcome.kind === 'answer') {
      this.#offered = { text, completion, suggestions: outcome.value };
    }
    if (outcome.kind === 'failed') this.closeSuggestions();
  }

  async #suggest(completion: Completion, signal: AbortSignal): Promise<readonly Suggestion[]> {
    const { typed } = completion;
    if (completion.kind === 'name') return namesLike(typed).map(nameSuggestion);
    const { of } = completion;
    if (of === 'after' || of === 'before') return this.#timeSuggestions(typed);
    const request = {
      filter: everything,
      fields: [of],
      limit: mostSuggested + 1,
      containing: typed,
    };
    const [facet] = await this.#parts.query.ask('facets', request, signal);
    return (facet?.values ?? [])
      .filter(({ value }) => value !== '' && exactValue(value) !== typed)
      .slice(0, mostSuggested)
      .map(({ value, count }) => ({
        value: exactValue(value),
        shown: shownValue(of, value),
        hint: count,
      }));
  }

  #timeSuggestions(typed: string): readonly Suggestion[] {
    const zone = this.#parts.zone();
    return this.#parts
      .times()
      .map(({ name, time }) => ({ value: formatIso(Math.floor(time), zone), name }))
      .filter(({ value }) => value.startsWith(typed) && value !== typed)
      .map(({ value, name }) => ({ value, shown: value, hint: name }));
  }
}

/** The text without a part of it, and without a minus that stood before that. */
function without(text: string, { start, end }: Span<number>): string {
  return `${text.slice(0, start).replace(/-$/u, '')}${text.slice(end)}`.trimEnd();
}

function nameSuggestion(name: string): Suggestion {
  const field = fieldNamed(name);
  const isTime = timeNames.some((one) => one === name);
  const hint = field === undefined ? (isTime ? fieldLabel('time') : '') : fieldLabel(field);
  return { value: name, shown: `${name}:`, hint };
}
