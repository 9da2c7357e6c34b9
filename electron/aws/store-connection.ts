import {
  ListObjectsV2Command,
  S3Client,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import type {
  ListedObject,
  ObjectFacts,
  ObjectList,
  ObjectListRequest,
  StoreIdentity,
  StoreProblem,
  StoreRequest,
} from '../ipc/object-store.ts';
import { agentsFor } from './agents.ts';
import { credentialsOf, type GiveCredentials } from './credentials.ts';
import { objectPieces, usualPatience, type Patience, type WantedObject } from './object-parts.ts';
import type { AccessKeys } from './pasted-keys.ts';
import { profilePlace } from './profiles.ts';
import { problemOf } from './store-problem.ts';

/** What the app around the connection knows. */
export interface Surroundings {
  readonly pasted: AccessKeys | undefined;
  /** The system's proxy for an address; undefined: none. */
  readonly proxyFor: (url: string) => Promise<string | undefined>;
  readonly patience?: Patience;
}

/** A store with the credentials to read from it. Nothing in it writes. */
export class StoreConnection {
  readonly region: string;
  readonly endpoint: string | undefined;
  readonly #request: StoreRequest;
  readonly #credentials: GiveCredentials;
  readonly #agents: ReturnType<typeof agentsFor>;
  readonly #client: S3Client;
  readonly #patience: Patience;

  private constructor(
    request: StoreRequest,
    place: { readonly region: string; readonly endpoint: string | undefined },
    proxy: string | undefined,
    { pasted, patience = usualPatience }: Surroundings,
  ) {
    this.#request = request;
    this.region = place.region;
    this.endpoint = place.endpoint;
    this.#patience = patience;
    this.#agents = agentsFor(proxy);
    this.#credentials = credentialsOf(request.credentials, place.region, pasted);
    const isAws = place.endpoint === undefined;
    this.#client = new S3Client({
      ...this.#common(),
      ...(place.endpoint !== undefined && { endpoint: place.endpoint }),
      forcePathStyle: request.pathStyle,
      // AWS tells in which region a bucket lies; the SDK then asks there.
      followRegionRedirects: isAws,
    });
  }

  /** Finds out region and endpoint, without asking the store. */
  static async make(request: StoreRequest, around: Surroundings): Promise<StoreConnection> {
    const { credentials } = request;
    const profile =
      credentials.kind === 'profile' ? await profilePlace(credentials.profile) : undefined;
    const { env } = process;
    const region =
      request.region ??
      profile?.region ??
      env['AWS_REGION'] ??
      env['AWS_DEFAULT_REGION'] ??
      'us-east-1';
    const endpoint = request.endpoint ?? profile?.endpoint;
    const proxy = await around.proxyFor(endpoint ?? `https://s3.${region}.amazonaws.com`);
    return new StoreConnection(request, { region, endpoint }, proxy, around);
  }

  /** Gets the credentials, and asks STS whose they are where that is wanted. */
  async identify(): Promise<StoreIdentity | StoreProblem> {
    const asked = {
      action: 'sts:GetCallerIdentity',
      resource: 'these credentials',
      profile: this.#profile,
    };
    let accessKeyId: string;
    try {
      ({ accessKeyId } = await this.#credentials());
    } catch (error) {
      return problemOf(error, asked);
    }
    if (!this.#request.askIdentity) return { kind: 'not asked', accessKeyId };
    const client = new STSClient(this.#common());
    try {
      const { Arn = '', Account = '' } = await client.send(new GetCallerIdentityCommand({}));
      return { kind: 'known', arn: Arn, account: Account, accessKeyId };
    } catch (error) {
      return { kind: 'problem', accessKeyId, problem: problemOf(error, asked) };
    } finally {
      client.destroy();
    }
  }

  /** One page of a listing. Rejects with what {@link problemIn} puts into words. */
  async list({ bucket, prefix, folders, next }: ObjectListRequest): Promise<ObjectList> {
    const answer = await this.#client.send(
      new ListObjectsV2Command({
        ...{ Bucket: bucket, Prefix: prefix },
        ...(folders && { Delimiter: '/' }),
        ...(next !== undefined && { ContinuationToken: next }),
        ...(this.#request.requesterPays && { RequestPayer: 'requester' }),
      }),
    );
    return {
      objects: (answer.Contents ?? []).flatMap(listed),
      folders: (answer.CommonPrefixes ?? []).flatMap(({ Prefix }) => Prefix ?? []),
      next: answer.IsTruncated === true ? answer.NextContinuationToken : undefined,
    };
  }

  /** The bytes of an object, as {@link objectPieces}. */
  fetch(
    wanted: WantedObject,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array, ObjectFacts, undefined> {
    const { requesterPays } = this.#request;
    const fetcher = { client: this.#client, requesterPays, patience: this.#patience };
    return objectPieces(fetcher, wanted, signal);
  }

  problemIn(
    error: unknown,
    action: 's3:ListBucket' | 's3:GetObject',
    resource: string,
  ): StoreProblem {
    return problemOf(error, {
      action,
      resource: `arn:aws:s3:::${resource}`,
      profile: this.#profile,
    });
  }

  end(): void {
    this.#client.destroy();
    this.#agents.httpAgent.destroy();
    this.#agents.httpsAgent.destroy();
  }

  get #profile(): string | undefined {
    const { credentials } = this.#request;
    return credentials.kind === 'profile' ? credentials.profile : undefined;
  }

  #common(): {
    region: string;
    credentials: GiveCredentials;
    maxAttempts: number;
    customUserAgent: string;
    requestHandler: object;
  } {
    return {
      region: this.region,
      credentials: this.#credentials,
      maxAttempts: this.#patience.tries,
      // In the logs of the account, the investigator's own requests are told by it.
      customUserAgent: 'trailwitness',
      requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000, ...this.#agents },
    };
  }
}

function listed({
  Key,
  Size,
  ETag,
  LastModified,
  StorageClass,
}: NonNullable<ListObjectsV2CommandOutput['Contents']>[number]): readonly ListedObject[] {
  if (Key === undefined) return [];
  return [
    {
      key: Key,
      bytes: Size ?? 0,
      etag: ETag?.replaceAll('"', '') ?? '',
      modified: LastModified?.getTime() ?? 0,
      storageClass: StorageClass ?? '',
    },
  ];
}
