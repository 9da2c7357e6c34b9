import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type { AwsIdentity, AwsProblem, ConnectRequest } from '../ipc/aws.ts';
import { agentsFor } from './agents.ts';
import { problemOf, type Asked } from './aws-problem.ts';
import { credentialsOf, type GiveCredentials } from './credentials.ts';
import { configuredEndpoint } from './endpoints.ts';
import type { AccessKeys } from './pasted-keys.ts';
import { regionOfProfile, type AwsService } from './profiles.ts';

/** What the app around the connection knows. */
export interface Surroundings {
  readonly pasted: AccessKeys | undefined;
  /** The system's proxy for an address; undefined: none. */
  readonly proxyFor: (url: string) => Promise<string | undefined>;
  readonly patience?: Patience;
}

/** How patient to be with the network. */
export interface Patience {
  /** A body that gives nothing for so long is asked for again. */
  readonly silenceMs: number;
  /** Before the second try, doubled with each one after. */
  readonly pauseMs: number;
  /** Tries without a byte more before it is given up. */
  readonly tries: number;
}

const usualPatience: Patience = { silenceMs: 30_000, pauseMs: 250, tries: 6 };

/** What every client of a service is made with. */
export interface ClientSettings {
  readonly region: string;
  readonly endpoint?: string;
  readonly credentials: GiveCredentials;
  readonly maxAttempts: number;
  readonly customUserAgent: string;
  readonly requestHandler: object;
}

/** What is needed of the middleware of a client of the SDK. */
interface Stack<Step> {
  add(
    middleware: (next: Step) => Step,
    options: { readonly step: 'finalizeRequest'; readonly priority: 'low'; readonly name: string },
  ): void;
}

/** Credentials, and the way to ask services with them. */
export class AwsConnection {
  readonly region: string;
  readonly patience: Patience;
  readonly #request: ConnectRequest;
  readonly #proxyFor: Surroundings['proxyFor'];
  readonly #credentials: GiveCredentials;
  readonly #agents = new Map<string | undefined, ReturnType<typeof agentsFor>>();
  readonly #ending = new AbortController();

  private constructor(
    request: ConnectRequest,
    region: string,
    { pasted, proxyFor, patience = usualPatience }: Surroundings,
  ) {
    this.#request = request;
    this.region = region;
    this.patience = patience;
    this.#proxyFor = proxyFor;
    this.#credentials = credentialsOf(request.credentials, region, pasted);
  }

  /** Finds out the region, without asking anybody. */
  static async make(request: ConnectRequest, around: Surroundings): Promise<AwsConnection> {
    const { credentials } = request;
    const { env } = process;
    const region =
      request.region ??
      (credentials.kind === 'profile' ? await regionOfProfile(credentials.profile) : undefined) ??
      env['AWS_REGION'] ??
      env['AWS_DEFAULT_REGION'] ??
      'us-east-1';
    return new AwsConnection(request, region, around);
  }

  /** Gets the credentials, and asks STS whose they are where that is wanted. */
  async identify(): Promise<AwsIdentity | AwsProblem> {
    const asked = {
      ...{ action: 'sts:GetCallerIdentity', resource: 'these credentials' },
      ...{ who: 'AWS', isOneOfMany: false },
    };
    let accessKeyId: string;
    try {
      ({ accessKeyId } = await this.#credentials());
    } catch (error) {
      return this.problemIn(error, asked);
    }
    if (!this.#request.askIdentity) return { kind: 'not asked', accessKeyId };
    try {
      const client = new STSClient(await this.settingsFor('sts'));
      this.endClient(client.middlewareStack);
      const { Arn = '', Account = '' } = await client.send(new GetCallerIdentityCommand({}));
      return { kind: 'known', arn: Arn, account: Account, accessKeyId };
    } catch (error) {
      return { kind: 'problem', accessKeyId, problem: this.problemIn(error, asked) };
    }
  }

  /** The endpoint that is configured for a service; undefined: that of AWS. */
  endpointOf(service: AwsService): Promise<string | undefined> {
    return configuredEndpoint(service, this.#profile);
  }

  /**
   * Settings for a client of a service, at this endpoint or else the configured one, in this region
   * or else the connection's.
   */
  async settingsFor(
    service: AwsService,
    endpoint?: string,
    region = this.region,
  ): Promise<ClientSettings> {
    const at = endpoint ?? (await this.endpointOf(service));
    const proxy = await this.#proxyFor(at ?? `https://${service}.${region}.amazonaws.com`);
    const agents = this.#agents.get(proxy) ?? agentsFor(proxy);
    this.#agents.set(proxy, agents);
    return {
      region,
      ...(at !== undefined && { endpoint: at }),
      credentials: this.#credentials,
      maxAttempts: this.patience.tries,
      // In the logs of the account, the investigator's own requests are told by it.
      customUserAgent: 'trailwitness',
      requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000, ...agents },
    };
  }

  /**
   * Has a client ask nothing more once the connection has ended: its requests break off then, which
   * the SDK would take for a network to be tried again.
   */
  endClient<R>(stack: Stack<(args: never) => Promise<R>>): void {
    const { ended } = this;
    stack.add(
      (next) => (args) => {
        ended.throwIfAborted();
        return next(args);
      },
      // Behind the step that tries again.
      { step: 'finalizeRequest', priority: 'low', name: 'endWithConnection' },
    );
  }

  /** An error in words. */
  problemIn(error: unknown, asked: Omit<Asked, 'profile'>): AwsProblem {
    return problemOf(error, { ...asked, profile: this.#profile });
  }

  /** Aborts when the connection ends. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  /** Breaks off whatever is under way. */
  end(): void {
    this.#ending.abort();
    for (const { httpAgent, httpsAgent } of this.#agents.values()) {
      httpAgent.destroy();
      httpsAgent.destroy();
    }
  }

  get #profile(): string | undefined {
    const { credentials } = this.#request;
    return credentials.kind === 'profile' ? credentials.profile : undefined;
  }
}
