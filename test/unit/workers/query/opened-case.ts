import type { CaseReader } from '../../../../renderer/workers/case-reader.ts';
import type {
  QueryAnswer,
  QueryCall,
  QueryReply,
  QueryRequest,
} from '../../../../renderer/workers/query/query.ts';
import { QueryServer } from '../../../../renderer/workers/query/query-server.ts';
import { plainEvents, type PlainEvent } from '../../../fixtures/events.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';

/** Two ELB calls and two others, stored out of their order. */
export const events = plainEvents(`
  time | is           | eventName    | eventSource                        | sourceIp    | accessKey | userAgent
  3000 | elb denied   | DeleteLB     | elasticloadbalancing.amazonaws.com | 203.0.113.9 | AKIA1     | curl/8.5
  1000 | elb readOnly | DescribeLBs  | elasticloadbalancing.amazonaws.com | 203.0.113.9 | AKIA1     | curl/8.5
  2000 |              | AssumeRole   | sts.amazonaws.com                  | 198.51.1.1  | AKIA1     | curl/8.5
  4000 | readOnly     | ListBuckets  | s3.amazonaws.com                   | 203.0.113.9 |           | Boto3
`);

/** A server, and a way to ask it that throws what it answers as failed. */
export function serverOf(cases: Readonly<Record<string, CaseReader | Error>>) {
  const server = new QueryServer((caseId) => {
    const found = cases[caseId] ?? new Error(`There is no case ${caseId}`);
    return found instanceof Error ? Promise.reject(found) : Promise.resolve(found);
  });
  let number = 0;
  const answerTo = <C extends QueryCall>(call: C, request: QueryRequest<C>): Promise<QueryAnswer> =>
    server.answer({ number: ++number, call, request });
  const ask = async <C extends QueryCall>(
    call: C,
    request: QueryRequest<C>,
  ): Promise<QueryReply<C>> => {
    const answer = await answerTo(call, request);
    if (answer.kind === 'failed') throw new Error(answer.reason);
    return answer.reply as QueryReply<C>;
  };
  return { ask, answerTo };
}

/** A server with a case open. */
export async function opened(stored: readonly PlainEvent[] = events) {
  const reader = new MemoryCase(stored).store();
  const { ask, answerTo } = serverOf({ case: reader });
  await ask('open', { caseId: 'case' });
  return { reader, ask, answerTo };
}
