import type { QueryCall, QueryReply, QueryRequest } from '../workers/query.ts';

/** Asks the query worker. An aborted question rejects, or its answer is simply never used. */
export interface QueryPort {
  ask<C extends QueryCall>(
    call: C,
    request: QueryRequest<C>,
    signal?: AbortSignal,
  ): Promise<QueryReply<C>>;
}
