import { merged } from '../core/base/merged.ts';
import { historyFolder, type HistoryQuery } from '../core/source/history-query.ts';
import type { AwsHost, AwsProblem, LookUpRequest } from '../host/host.ts';
import { answerPages, type AnswerInput } from './answer-pages.ts';

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

/** The answers of several regions at once. Where one gives no more, the others go on. */
export async function* historyPages(
  queries: readonly RegionQuery[],
  access: HistoryAccess,
): AsyncGenerator<readonly AnswerInput[]> {
  for await (const input of merged(queries.map((query) => regionPages(query, access)))) {
    yield [input];
  }
}

function regionPages(
  query: RegionQuery,
  { aws, connection, signal, failed }: HistoryAccess,
): AsyncGenerator<AnswerInput, void, undefined> {
  const { region, attribute, span } = query;
  return answerPages({
    ...{ folder: historyFolder(query), signal },
    ask: (next) => aws.lookUpEvents({ connection, region, attribute, ...span, next }),
    failed: (problem) => {
      failed(query, problem);
    },
  });
}
