import type { english } from './english.ts';
import { actors } from './ja/actors.ts';
import { athena } from './ja/athena.ts';
import { aws } from './ja/aws.ts';
import { bucket } from './ja/bucket.ts';
import { card } from './ja/card.ts';
import { caseFile } from './ja/case-file.ts';
import { cases } from './ja/cases.ts';
import { colour } from './ja/colour.ts';
import { compare } from './ja/compare.ts';
import { counts } from './ja/counts.ts';
import { credentials } from './ja/credentials.ts';
import { details } from './ja/details.ts';
import { doubt } from './ja/doubt.ts';
import { event } from './ja/event.ts';
import { exports } from './ja/exports.ts';
import { fields } from './ja/fields.ts';
import { findings } from './ja/findings.ts';
import { flags } from './ja/flags.ts';
import { found } from './ja/found.ts';
import { gap } from './ja/gap.ts';
import { intake } from './ja/intake.ts';
import { journal } from './ja/journal.ts';
import { keys } from './ja/keys.ts';
import { ledger } from './ja/ledger.ts';
import { originals } from './ja/originals.ts';
import { outcome } from './ja/outcome.ts';
import { query } from './ja/query.ts';
import { rule } from './ja/rule.ts';
import { search } from './ja/search.ts';
import { shell } from './ja/shell.ts';
import { source } from './ja/source.ts';
import { table } from './ja/table.ts';
import { timeline } from './ja/timeline.ts';
import { ui } from './ja/ui.ts';
import { verdict } from './ja/verdict.ts';
import { who } from './ja/who.ts';
import { window } from './ja/window.ts';
import type { Translated } from './message-key.ts';

/** Every text of the window in Japanese. AWS's terms are those of its Japanese console. */
export const japanese: {
  readonly [Room in keyof typeof english]: Translated<(typeof english)[Room]>;
} = {
  actors,
  athena,
  aws,
  bucket,
  card,
  caseFile,
  cases,
  colour,
  compare,
  counts,
  credentials,
  details,
  doubt,
  event,
  exports,
  fields,
  findings,
  flags,
  found,
  gap,
  intake,
  journal,
  keys,
  ledger,
  originals,
  outcome,
  query,
  rule,
  search,
  shell,
  source,
  table,
  timeline,
  ui,
  verdict,
  who,
  window,
};
