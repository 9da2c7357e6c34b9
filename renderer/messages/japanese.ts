import type { english } from './english.ts';
import { card } from './ja/card.ts';
import { colour } from './ja/colour.ts';
import { details } from './ja/details.ts';
import { event } from './ja/event.ts';
import { fields } from './ja/fields.ts';
import { findings } from './ja/findings.ts';
import { journal } from './ja/journal.ts';
import { keys } from './ja/keys.ts';
import { outcome } from './ja/outcome.ts';
import { search } from './ja/search.ts';
import { shell } from './ja/shell.ts';
import { ui } from './ja/ui.ts';
import { verdict } from './ja/verdict.ts';
import { window } from './ja/window.ts';
import type { Translated } from './message-key.ts';

/** Every text of the window in Japanese. AWS's terms are those of its Japanese console. */
export const japanese: {
  readonly [Room in keyof typeof english]: Translated<(typeof english)[Room]>;
} = {
  card,
  colour,
  details,
  event,
  fields,
  findings,
  journal,
  keys,
  outcome,
  search,
  shell,
  ui,
  verdict,
  window,
};
