import type { AwsAccess, AwsProblem, Told } from '../ipc/aws.ts';
import { AwsConnection, type Surroundings } from './aws-connection.ts';
import { keysIn, type AccessKeys } from './pasted-keys.ts';
import { knownCredentials } from './profiles.ts';

/** What connections need of Electron. */
export interface ConnectionHost {
  readClipboard(): Promise<string>;
  readonly proxyFor: Surroundings['proxyFor'];
}

/** The connections to AWS, by number. Pasted keys live here, and end with the app. */
export class AwsConnections implements AwsAccess {
  readonly #host: ConnectionHost;
  readonly #connections = new Map<number, AwsConnection>();
  #last = 0;
  #pasted: AccessKeys | undefined;

  constructor(host: ConnectionHost) {
    this.#host = host;
  }

  listCredentials(): ReturnType<AwsAccess['listCredentials']> {
    return knownCredentials();
  }

  async pasteKeys(): ReturnType<AwsAccess['pasteKeys']> {
    const keys = keysIn(await this.#host.readClipboard());
    if (keys === undefined) return undefined;
    this.#pasted = keys;
    const { accessKeyId, sessionToken } = keys;
    return { accessKeyId, temporary: sessionToken !== undefined };
  }

  async connectAws(
    request: Parameters<AwsAccess['connectAws']>[0],
  ): ReturnType<AwsAccess['connectAws']> {
    const { proxyFor } = this.#host;
    const told = await answerOf(
      () => AwsConnection.make(request, { pasted: this.#pasted, proxyFor }),
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
    return { kind: 'answer', answer: { connection, region: made.region, identity } };
  }

  disconnectAws({
    connection,
  }: Parameters<AwsAccess['disconnectAws']>[0]): ReturnType<AwsAccess['disconnectAws']> {
    this.#connections.get(connection)?.end();
    this.#connections.delete(connection);
    return Promise.resolve();
  }

  /** The connection of this number, which has not ended. */
  get(connection: number): AwsConnection {
    const found = this.#connections.get(connection);
    if (found === undefined) throw new Error(`there is no connection ${connection}`);
    return found;
  }
}

/** What was asked for, or what stood in its way. */
export async function answerOf<T>(
  ask: () => Promise<T>,
  problemOf: (error: unknown) => AwsProblem,
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
