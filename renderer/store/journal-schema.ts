import { z } from 'zod';
import { tagColours } from '../core/journal/finding.ts';
import type { JournalEntry } from '../core/journal/journal-entry.ts';
import { filterFields } from '../core/query/filter.ts';

const span = z.object({ start: z.number(), end: z.number() }).readonly();

const target = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('event'),
    sha256: z.string(),
    record: z.number(),
    time: z.number(),
    eventName: z.string(),
    path: z.string(),
  }),
  z.object({ kind: z.literal('entity'), field: z.enum(filterFields), value: z.string() }),
  z.object({ kind: z.literal('span'), start: z.number(), end: z.number() }),
]);

const marking = z.object({
  starred: z.boolean(),
  tags: z.array(z.number()).readonly(),
  note: z.string(),
});

const tag = z.object({ name: z.string(), colour: z.enum(tagColours) });

const filter = z
  .object({
    scope: z.enum(['elb', 'all']),
    span: span.optional(),
    terms: z
      .array(z.object({ field: z.enum(filterFields), value: z.string(), exclude: z.boolean() }))
      .readonly(),
    text: z.string(),
  })
  // JSON has no undefined: what is not there is put back.
  .transform((read) => ({ ...read, span: read.span }));

const view = z.object({
  name: z.string(),
  filter,
  lanes: z
    .object({
      visible: span.optional(),
      field: z.string(),
      nested: z.string().optional(),
      sort: z.string(),
    })
    .transform((read) => ({ ...read, visible: read.visible, nested: read.nested })),
});

const count = z.number();

const act = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('marked'), target, before: marking, after: marking, place: count }),
  z.object({ kind: z.literal('moved'), target, before: count, after: count }),
  z.object({ kind: z.literal('tag'), id: count, before: tag.optional(), after: tag.optional() }),
  z.object({ kind: z.literal('view'), id: count, before: view.optional(), after: view.optional() }),
  z.object({ kind: z.literal('case created'), name: z.string(), created: z.number() }),
  z.object({ kind: z.literal('case renamed'), before: z.string(), after: z.string() }),
  z.object({ kind: z.literal('evidence asked'), what: z.string(), identity: z.string() }),
  z.object({
    kind: z.literal('evidence added'),
    importId: count,
    finished: z.boolean(),
    files: count,
    bytes: count,
    listSha256: z.string(),
    read: count,
    kept: count,
    duplicate: count,
    rejected: count,
  }),
  z.object({
    kind: z.literal('evidence removed'),
    importId: count,
    files: count,
    kept: count,
  }),
  z.object({
    kind: z.literal('opened from file'),
    path: z.string(),
    bytes: count,
    sha256: z.string(),
  }),
  z.object({
    kind: z.literal('exported'),
    what: z.string(),
    path: z.string(),
    bytes: count,
    sha256: z.string(),
    filter: z.string().optional(),
  }),
]);

const entry: z.ZodType<JournalEntry> = z.object({
  number: count,
  at: z.string(),
  zone: z.string(),
  user: z.string(),
  app: z.string(),
  format: count,
  previous: z.string(),
  act,
  undoes: count.optional(),
  redoes: count.optional(),
});

/**
 * The entry that a row's text holds; undefined where it holds none that this version knows: the
 * text was changed, or written by a later version.
 */
export function readEntry(text: string): JournalEntry | undefined {
  try {
    return entry.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
