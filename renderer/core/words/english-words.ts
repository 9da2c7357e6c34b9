import { doubt } from './doubt.ts';
import { fields } from './fields.ts';
import { flags } from './flags.ts';
import { found } from './found.ts';
import { gap } from './gap.ts';
import { query } from './query.ts';
import { rule } from './rule.ts';
import { verdict } from './verdict.ts';
import { who } from './who.ts';

/** The English texts that exports and the window share, by room; the window has others beside. */
export const englishWords = {
  doubt,
  fields,
  flags,
  found,
  gap,
  query,
  rule,
  verdict,
  who,
};
