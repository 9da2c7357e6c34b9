import type { AwsHost, AwsProblem } from '../host/host.ts';
import { answerPages, type AnswerInput } from './answer-pages.ts';

/** A result that Athena keeps itself. */
export interface ManagedResult {
  readonly connection: number;
  /** Whose it is: the account's number, or an access key where it isn't known. */
  readonly account: string;
  readonly region: string;
  readonly workGroup: string;
  readonly execution: string;
  /** Noted with each page. */
  readonly query: string;
}

/** The address below which the pages of a result lie. */
function managedFolder({ account, region, workGroup, execution }: ManagedResult): string {
  return `athena://${[account, region, encodeURIComponent(workGroup), execution].join('/')}/`;
}

/** A result's rows in answers of GetQueryResults, each as the file that came over the network. */
export async function* athenaPages(
  result: ManagedResult,
  {
    aws,
    signal,
    failed,
  }: {
    readonly aws: Pick<AwsHost, 'getQueryResults'>;
    readonly signal: AbortSignal;
    /** Hears why there is no more of it. */
    readonly failed: (problem: AwsProblem) => void;
  },
): AsyncGenerator<readonly AnswerInput[]> {
  const { connection, execution, query } = result;
  const folder = managedFolder(result);
  const ask = (next: string | undefined) => aws.getQueryResults({ connection, execution, next });
  for await (const page of answerPages({ folder, query, signal, ask, failed })) yield [page];
}
