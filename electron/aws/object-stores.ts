import type { ObjectStore, StoreProblem, Told } from '../ipc/object-store.ts';
import { ObjectServer, type ObjectPort } from './object-server.ts';
import { keysIn, type AccessKeys } from './pasted-keys.ts';
import { knownCredentials } from './profiles.ts';
import { StoreConnection, type Surroundings } from './store-connection.ts';

/** What the stores need of Electron. */
export interface StoreHost {
  readClipboard(): Promise<string>;
  readonly proxyFor: Surroundings['proxyFor'];
  /**
   * Sends the page this many ports. `serve` is called with the near end of each, and answers who
   * hears what comes in and that the far end is gone.
   */
  sendPorts(
    connection: number,
    count: number,
    serve: (port: ObjectPort) => Pick<ObjectServer, 'hear' | 'close'>,
  ): void;
}

/** The object stores that are connected, by number. Pasted keys live here, and end with the app. */
export class ObjectStores implements ObjectStore {
  readonly #host: StoreHost;
  readonly #connections = new Map<number, StoreConnection>();
  #last = 0;
  #pasted: AccessKeys | undefined;

  constructor(host: StoreHost) {
    this.#host = host;
  }

  listCredentials(): ReturnType<ObjectStore['listCredentials']> {
    return knownCredentials();
  }

  async pasteKeys(): ReturnType<ObjectStore['pasteKeys']> {
    const keys = keysIn(await this.#host.readClipboard());
    if (keys === undefined) return undefined;
    this.#pasted = keys;
    const { accessKeyId, sessionToken } = keys;
    return { accessKeyId, temporary: sessionToken !== undefined };
  }

  async connectStore(
    request: Parameters<ObjectStore['connectStore']>[0],
  ): ReturnType<ObjectStore['connectStore']> {
    const { proxyFor } = this.#host;
    const told = await answerOf(
      () => StoreConnection.make(request, { pasted: this.#pasted, proxyFor }),
      (error) => ({
        scope: 'connection',
        reason: `The settings for AWS can’t be read: ${inWords(error)}`,
        wayOut: 'Correct them, then connect again.',
      }),
    );
    if (told.kind === 'problem') return told;
    const made = told.answer;
    const identity = await made.identify();
    if (!('kind' in identity)) {
      made.end();
      return { kind: 'problem', problem: identity };
    }
    const connection = ++this.#last;
    this.#connections.set(connection, made);
    const { region, endpoint } = made;
    return { kind: 'answer', answer: { connection, region, endpoint, identity } };
  }

  disconnectStore({
    connection,
  }: Parameters<ObjectStore['disconnectStore']>[0]): ReturnType<ObjectStore['disconnectStore']> {
    this.#connections.get(connection)?.end();
    this.#connections.delete(connection);
    return Promise.resolve();
  }

  async listObjects(
    request: Parameters<ObjectStore['listObjects']>[0],
  ): ReturnType<ObjectStore['listObjects']> {
    const store = this.#storeOf(request.connection);
    return answerOf(
      () => store.list(request),
      (error) => store.problemIn(error, 's3:ListBucket', request.bucket),
    );
  }

  openObjectPorts({
    connection,
    count,
  }: Parameters<ObjectStore['openObjectPorts']>[0]): ReturnType<ObjectStore['openObjectPorts']> {
    const store = this.#storeOf(connection);
    this.#host.sendPorts(
      connection,
      count,
      (port) =>
        new ObjectServer(
          port,
          (wanted, signal) => store.fetch(wanted, signal),
          (error, { bucket, key }) => store.problemIn(error, 's3:GetObject', `${bucket}/${key}`),
        ),
    );
    return Promise.resolve();
  }

  #storeOf(connection: number): StoreConnection {
    const store = this.#connections.get(connection);
    if (store === undefined) throw new Error(`there is no connection ${connection}`);
    return store;
  }
}

async function answerOf<T>(
  ask: () => Promise<T>,
  problemOf: (error: unknown) => StoreProblem,
): Promise<Told<T>> {
  try {
    return { kind: 'answer', answer: await ask() };
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error) };
  }
}

function inWords(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
