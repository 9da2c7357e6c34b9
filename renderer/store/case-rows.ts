import { z } from 'zod';
import { storedTextColumns } from '../core/table/columns.ts';
import type { Verdict } from '../core/source/evidence.ts';
import { laneFields } from '../core/layout/marks.ts';

// What rows must be for the program to work on them. A case file may come from anybody, or have been
// made by hand; members that are not named here are kept as they are.

const id = z.int().nonnegative();
const count = z.number().nonnegative();
const span = z.looseObject({ start: z.number(), end: z.number() });
const hash = z.string().regex(/^(?:[0-9a-f]{64})?$/u);

const verdicts = [
  'imported',
  'partly',
  'duplicate',
  'skipped',
  'unreadable',
  'archive',
] as const satisfies readonly Verdict[];

const words = z.union([
  z.instanceof(Uint8Array),
  z.instanceof(Uint16Array),
  z.instanceof(Uint32Array),
]);

const columns = z
  .looseObject({
    length: z
      .int()
      .min(0)
      .max(2 ** 24),
    time: z.union([
      z.instanceof(Float64Array),
      z.looseObject({ first: z.number(), seconds: words }),
    ]),
    text: z.record(z.enum(storedTextColumns), words),
    flags: words,
    eventId: z.instanceof(Uint32Array),
    source: words,
    recordIndex: words,
    offset: z.union([words, z.instanceof(Float64Array)]),
    byteLength: words,
  })
  .refine((found) => {
    const { length, time, text, flags, eventId, source, recordIndex, offset, byteLength } = found;
    const times = time instanceof Float64Array ? time : time.seconds;
    const lists = [times, flags, source, recordIndex, offset, byteLength, ...Object.values(text)];
    return lists.every((list) => list.length === length) && eventId.length === 4 * length;
  }, 'its columns are not of one length');

/** Of each table of a case what its rows must be. */
const caseRows = {
  sources: z.looseObject({
    id,
    parent: id.optional(),
    importId: id,
    name: z.string(),
    path: z.string(),
    container: z.string(),
    shape: z.string(),
    lacks: z.array(z.string()),
    bytes: count,
    inflatedBytes: count,
    sha256: hash,
    modified: z.number().optional(),
    object: z
      .looseObject({
        etag: z.string(),
        versionId: z.string().optional(),
        metadata: z.array(z.tuple([z.string(), z.string()])),
      })
      .optional(),
    query: z.string().optional(),
    verdict: z.enum(verdicts),
    reason: z.string(),
    duplicateOf: id.optional(),
    read: count,
    kept: count,
    duplicate: count,
    owed: z.array(z.looseObject({ importId: id, records: count })),
    rejected: count,
    elb: count,
    span: span.optional(),
    entry: id.optional(),
    layers: z.array(z.string()),
    pack: z.looseObject({ source: id, offset: count }).optional(),
  }),
  blobs: z.looseObject({ source: id, blob: z.instanceof(Blob) }),
  chunks: z.looseObject({
    id,
    version: id,
    columns,
    links: z.array(z.looseObject({ time: z.number(), targetGroup: id, loadBalancer: id })),
    keyFacts: z.instanceof(Uint32Array),
  }),
  hashes: z.looseObject({ chunk: id, contentHash: z.instanceof(Uint32Array) }),
  terms: z.looseObject({
    id,
    column: z.enum(storedTextColumns),
    first: id,
    texts: z.array(z.string()),
  }),
  issuePacks: z
    .looseObject({
      first: id,
      source: id,
      length: id,
      recordIndex: z.instanceof(Float64Array),
      offset: z.instanceof(Float64Array),
      textEnd: z.instanceof(Uint32Array),
      text: z.instanceof(Uint8Array),
    })
    .refine(
      ({ length, recordIndex, offset, textEnd }) =>
        recordIndex.length === length && offset.length === length && textEnd.length === 2 * length,
      'its columns are not of one length',
    ),
  /** What versions before had in place of `issuePacks`. */
  issues: z.looseObject({
    id,
    source: id,
    recordIndex: id.optional(),
    offset: count,
    reason: z.string(),
    sample: z.string(),
  }),
  keys: z.looseObject({ name: z.string(), key: z.instanceof(Uint32Array) }),
  imports: z.looseObject({
    id,
    started: z.number(),
    finished: z.number().optional(),
    chunksAfter: id,
    undone: z.number().optional(),
  }),
  integrity: z.looseObject({
    id: z.literal('last'),
    check: z.looseObject({
      checked: z.number(),
      lastSource: id,
      evidence: z.looseObject({
        same: count,
        differs: z.array(z.looseObject({ source: id, found: z.string() })),
        gone: z.array(z.looseObject({ source: id, reason: z.string() })),
        notKept: count,
      }),
    }),
  }),
  journal: z.looseObject({ number: id, text: z.string(), hash: z.string() }),
};

const rowSchemas: ReadonlyMap<string, z.ZodType> = new Map(Object.entries(caseRows));

/**
 * What is wrong with a row of a case file, as a sentence; undefined where nothing is.
 */
export function rowFault(table: string, row: unknown): string | undefined {
  const checked = rowSchemas.get(table)?.safeParse(row);
  if (checked === undefined) return `This version of Trailwitness has no table “${table}”.`;
  const [issue] = checked.error?.issues ?? [];
  if (issue === undefined) return undefined;
  const place = issue.path.map(String).join('.');
  return `A row of table “${table}” is none: ${place === '' ? '' : `${place}: `}${issue.message}.`;
}

/** What a case file says of its case. Throws where it says something else. */
export const caseFacts = z.object({
  name: z.string().min(1).max(1000),
  created: z.number(),
  lanesView: z
    .object({
      pinned: z.array(z.object({ field: z.enum(laneFields), values: z.array(z.string()) })),
      gathers: z.boolean(),
    })
    .optional(),
  journal: z.object({ number: id, hash }).optional(),
});
