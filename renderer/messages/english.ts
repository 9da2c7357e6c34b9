import { card } from './en/card.ts';
import { colour } from './en/colour.ts';
import { details } from './en/details.ts';
import { event } from './en/event.ts';
import { fields } from './en/fields.ts';
import { findings } from './en/findings.ts';
import { journal } from './en/journal.ts';
import { keys } from './en/keys.ts';
import { outcome } from './en/outcome.ts';
import { search } from './en/search.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';
import { verdict } from './en/verdict.ts';
import { window } from './en/window.ts';

/** Every text of the window in English, by room. The other languages have the same entries. */
export const english = {
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
