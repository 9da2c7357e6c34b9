import type { QueryCall, QueryReply, QueryRequest } from '../workers/query/query.ts';

/** The query worker, of which another one stands in where it ends by itself. */
export interface QueryService extends QueryPort {
  /** Calls back when another one stands in, which has no case open. */
  onLost(listener: (reason: string) => void): void;
}

/** Asks the query worker. An aborted question rejects, or its answer is simply never used. */
export interface QueryPort {
  ask<C extends QueryCall>(
    call: C,
    request: QueryRequest<C>,
    signal?: AbortSignal,
  ): Promise<QueryReply<C>>;
}
