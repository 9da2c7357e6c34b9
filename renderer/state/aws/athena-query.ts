import { failureLine } from '../../core/athena/failure-line.ts';
import { objectPlace, objectUri, type ObjectPlace } from '../../core/source/object-place.ts';
import type { ListedObject, QueryProgress } from '../../host/host.ts';
import { message } from '../../messages/message.svelte.ts';
import type { AthenaPlace } from './athena-place.svelte.ts';
import { answered } from './aws-task.svelte.ts';
import { bytesText } from '../app/number-text.ts';

/** A result that can be fetched. */
export interface AthenaResult {
  readonly execution: string;
  readonly sql: string;
  readonly scannedBytes: number;
  readonly where: ResultPlace;
}

/** Where the result of a query lies. */
export type ResultPlace =
  /** In Athena's own keeping, for a day. */
  | { readonly kind: 'managed' }
  | {
      readonly kind: 'object';
      /** The store over which it can be fetched. */
      readonly store: number;
      readonly place: ObjectPlace;
      readonly object: ListedObject;
    };

const pollMs = 700;

/**
 * Runs a statement to its end, telling how far it is. Where the signal stops it, the query is
 * stopped in Athena too. Throws what {@link answered} throws where it fails.
 */
export async function runStatement(
  at: AthenaPlace,
  sql: string,
  output: string | undefined,
  signal: AbortSignal,
  tell: (work: string) => void,
): Promise<{ readonly execution: string; readonly progress: QueryProgress }> {
  const { aws, connected } = at.link;
  const { connection } = connected;
  const { catalog, database } = at.place;
  const workGroup = at.chosen('workGroup');
  const asked = { connection, workGroup, catalog, database, sql, output };
  const execution = answered(await aws.startQuery(asked));
  const stop = (): void => void aws.stopQuery({ connection, execution });
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      signal.throwIfAborted();
      const progress = answered(await aws.getQuery({ connection, execution }));
      if (progress.state === 'succeeded') return { execution, progress };
      if (progress.state === 'failed' || progress.state === 'cancelled')
        throwFailure(progress, sql);
      tell(workOf(progress));
      await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

/** Finds the result of a query: in its bucket it is looked up. */
export async function findResult(
  at: AthenaPlace,
  { execution, progress }: { readonly execution: string; readonly progress: QueryProgress },
  sql: string,
): Promise<AthenaResult> {
  const where: ResultPlace =
    at.workGroup?.isManaged === true
      ? { kind: 'managed' }
      : await findObject(at, progress.output ?? '');
  return { execution, sql, scannedBytes: progress.scannedBytes ?? 0, where };
}

async function findObject(at: AthenaPlace, output: string): Promise<ResultPlace> {
  const { aws, connected } = at.link;
  const place = objectPlace(output);
  if (place === undefined) fail(message('athena.noResult'), message('athena.noResultWay'));
  const { store } = await aws.openStore({
    ...{ connection: connected.connection, endpoint: undefined },
    ...{ pathStyle: false, requesterPays: false },
  });
  const { bucket, prefix } = place;
  const listed = answered(
    await aws.listObjects({ store, bucket, prefix, folders: false, next: undefined }),
  );
  const object = listed.objects.find(({ key }) => key === prefix);
  if (object === undefined) {
    const reason = message('athena.goneResult', { place: objectUri(place) });
    fail(reason, message('athena.goneResultWay'));
  }
  return { kind: 'object', store, place, object };
}

function workOf({ state, scannedBytes }: QueryProgress): string {
  if (state === 'queued') return message('athena.queued');
  return message('athena.runningRead', { bytes: bytesText(scannedBytes ?? 0) });
}

function throwFailure({ state, reason }: QueryProgress, sql: string): never {
  const line = failureLine(reason, sql);
  const said = reason === '' ? state : reason.replaceAll(/\s+/gu, ' ').replace(/\.*$/u, '');
  fail(
    line === undefined
      ? message('athena.failed', { reason: said })
      : message('athena.failedAt', { reason: said, line: line.line, text: line.text }),
    message(/scanned limit/iu.test(reason) ? 'athena.failedLimitWay' : 'athena.failedWay'),
  );
}

/** Ends the task with a problem, as {@link answered} does. */
function fail(reason: string, wayOut: string): never {
  return answered<never>({ kind: 'problem', problem: { scope: 'connection', reason, wayOut } });
}
