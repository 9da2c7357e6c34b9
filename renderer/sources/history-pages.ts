import { merged } from '../core/base/merged.ts';
import { historyFolder, historyPageName, type HistoryQuery } from '../core/source/history-query.ts';
import type { AwsHost, AwsProblem, LookUpRequest } from '../host/host.ts';
import type { UnlistedEntry } from './local-file.ts';

/** A page of Event history, or a region that gave none, as the ingest worker takes it. */
export type HistoryInput =
  { readonly kind: 'file'; readonly file: File; readonly path: string } | UnlistedEntry;

/** What is asked of one region. */
export interface RegionQuery extends HistoryQuery {
  readonly attribute: LookUpRequest['attribute'];
}

/** With what is asked. */
export interface HistoryAccess {
  readonly aws: Pick<AwsHost, 'lookUpEvents'>;
  readonly connection: number;
  readonly signal: AbortSignal;
  /** Hears why a region did not give all. */
  readonly failed: (query: RegionQuery, problem: AwsProblem) => void;
}

/**
 * The answers of several regions at once, each page as the file that came over the network. No page
 * is asked for before the one ahead of it was taken. A region that gives no more is a line of its
 * own, and the others go on.
 */
export async function* historyPages(
  queries: readonly RegionQuery[],
  access: HistoryAccess,
): AsyncGenerator<readonly HistoryInput[]> {
  for await (const input of merged(queries.map((query) => regionPages(query, access)))) {
    yield [input];
  }
}

async function* regionPages(
  query: RegionQuery,
  { aws, connection, signal, failed }: HistoryAccess,
): AsyncGenerator<HistoryInput, void, undefined> {
  const { region, attribute, span } = query;
  const path = historyFolder(query);
  const seen = new Set<string>();
  let next: string | undefined;
  for (let number = 1; ; number++) {
    const told = await aws.lookUpEvents({ connection, region, attribute, ...span, next });
    if (signal.aborted) return;
    if (told.kind === 'problem') {
      failed(query, told.problem);
      yield unread(path, told.problem);
      return;
    }
    const { bytes, next: following } = told.answer;
    const name = historyPageName(number, following === undefined);
    const file = new File([bytes], name, { type: 'application/json', lastModified: Date.now() });
    yield { kind: 'file', file, path: path + name };
    if (following === undefined) return;
    if (seen.has(following)) {
      failed(query, goesRound);
      yield unread(path, goesRound);
      return;
    }
    seen.add(following);
    next = following;
  }
}

function unread(path: string, { reason, wayOut }: AwsProblem): HistoryInput {
  return { kind: 'unlisted', path, outcome: 'unreadable', reason: `${reason} ${wayOut}` };
}

const goesRound: AwsProblem = {
  scope: 'object',
  reason: 'Event history gave the same place to go on from twice.',
  wayOut: 'Import the same again: what is complete is not asked twice.',
};
