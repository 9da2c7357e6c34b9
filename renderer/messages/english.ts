import { englishWords } from '../core/words/english-words.ts';
import { actors } from './en/actors.ts';
import { athena } from './en/athena.ts';
import { aws } from './en/aws.ts';
import { bucket } from './en/bucket.ts';
import { card } from './en/card.ts';
import { caseFile } from './en/case-file.ts';
import { cases } from './en/cases.ts';
import { colour } from './en/colour.ts';
import { compare } from './en/compare.ts';
import { counts } from './en/counts.ts';
import { credentials } from './en/credentials.ts';
import { details } from './en/details.ts';
import { event } from './en/event.ts';
import { exports } from './en/exports.ts';
import { findings } from './en/findings.ts';
import { intake } from './en/intake.ts';
import { journal } from './en/journal.ts';
import { keys } from './en/keys.ts';
import { ledger } from './en/ledger.ts';
import { originals } from './en/originals.ts';
import { outcome } from './en/outcome.ts';
import { search } from './en/search.ts';
import { shell } from './en/shell.ts';
import { source } from './en/source.ts';
import { table } from './en/table.ts';
import { timeline } from './en/timeline.ts';
import { ui } from './en/ui.ts';
import { window } from './en/window.ts';

/** Every text of the window in English, by room. The other languages have the same entries. */
export const english = {
  ...englishWords,
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
  event,
  exports,
  findings,
  intake,
  journal,
  keys,
  ledger,
  originals,
  outcome,
  search,
  shell,
  source,
  table,
  timeline,
  ui,
  window,
};
