import type { ObjectStore } from '../ipc/object-store.ts';
import { answerOf, type AwsConnections } from './aws-connections.ts';
import { ObjectServer, type ObjectPort } from './object-server.ts';
import { S3Store } from './s3-store.ts';

/** Sends the page message ports. */
export interface PortHost {
  /**
   * Sends so many. `serve` is called with the near end of each, and answers who hears what comes in
   * and that the far end is gone.
   */
  sendPorts(
    store: number,
    count: number,
    serve: (port: ObjectPort) => Pick<ObjectServer, 'hear' | 'close'>,
  ): void;
}

/** The object stores that can be asked, by number, each as long as its connection. */
export class ObjectStores implements ObjectStore {
  readonly #connections: AwsConnections;
  readonly #host: PortHost;
  readonly #stores = new Map<number, S3Store>();
  #last = 0;

  constructor(connections: AwsConnections, host: PortHost) {
    this.#connections = connections;
    this.#host = host;
  }

  async openStore(
    request: Parameters<ObjectStore['openStore']>[0],
  ): ReturnType<ObjectStore['openStore']> {
    const connection = this.#connections.get(request.connection);
    const made = await S3Store.make(connection, request);
    const store = ++this.#last;
    this.#stores.set(store, made);
    connection.ended.addEventListener('abort', () => this.#stores.delete(store), { once: true });
    return { store, endpoint: made.endpoint };
  }

  async listObjects(
    request: Parameters<ObjectStore['listObjects']>[0],
  ): ReturnType<ObjectStore['listObjects']> {
    const store = this.#storeOf(request.store);
    return answerOf(
      () => store.list(request),
      (error) => store.listProblem(error, request.bucket),
    );
  }

  openObjectPorts({
    store: number,
    count,
  }: Parameters<ObjectStore['openObjectPorts']>[0]): ReturnType<ObjectStore['openObjectPorts']> {
    const store = this.#storeOf(number);
    this.#host.sendPorts(
      number,
      count,
      (port) =>
        new ObjectServer(
          port,
          (wanted, signal) => store.fetch(wanted, signal),
          (error, wanted) => store.objectProblem(error, wanted),
        ),
    );
    return Promise.resolve();
  }

  #storeOf(number: number): S3Store {
    const store = this.#stores.get(number);
    if (store === undefined) throw new Error(`there is no store ${number}`);
    return store;
  }
}
