import {
  ListObjectsV2Command,
  S3Client,
  type ListObjectsV2CommandOutput,
} from '@aws-sdk/client-s3';
import type { AwsProblem } from '../ipc/aws.ts';
import type {
  ListedObject,
  ObjectFacts,
  ObjectList,
  ObjectListRequest,
  StoreRequest,
} from '../ipc/object-store.ts';
import type { AwsConnection } from './aws-connection.ts';
import { isDenied } from './aws-problem.ts';
import { objectPieces, type WantedObject } from './object-parts.ts';

/** So many objects refused, and none given: the others would be refused too. */
const mostDenied = 20;

/** An S3 store, of AWS or another, over a connection. Nothing in it writes. */
export class S3Store {
  /** Undefined: that of AWS. */
  readonly endpoint: string | undefined;
  readonly #connection: AwsConnection;
  readonly #requesterPays: boolean;
  readonly #client: S3Client;
  #hasGiven = false;
  #denied = 0;

  private constructor(
    connection: AwsConnection,
    { pathStyle, requesterPays }: StoreRequest,
    settings: Awaited<ReturnType<AwsConnection['settingsFor']>>,
  ) {
    this.endpoint = settings.endpoint;
    this.#connection = connection;
    this.#requesterPays = requesterPays;
    this.#client = new S3Client({
      ...settings,
      forcePathStyle: pathStyle,
      // AWS tells in which region a bucket lies; the SDK then asks there.
      followRegionRedirects: settings.endpoint === undefined,
      // Made anew for each of thousands of objects, the chain of middleware is half of the garbage.
      cacheMiddleware: true,
    });
    connection.endClient(this.#client.middlewareStack);
  }

  /** Asks nobody. */
  static async make(connection: AwsConnection, request: StoreRequest): Promise<S3Store> {
    const settings = await connection.settingsFor('s3', request.endpoint);
    return new S3Store(connection, request, settings);
  }

  /** One page of a listing. Rejects with what {@link listProblem} puts into words. */
  async list({ bucket, prefix, folders, next }: ObjectListRequest): Promise<ObjectList> {
    const answer = await this.#client.send(
      new ListObjectsV2Command({
        ...{ Bucket: bucket, Prefix: prefix },
        ...(folders && { Delimiter: '/' }),
        ...(next !== undefined && { ContinuationToken: next }),
        ...(this.#requesterPays && { RequestPayer: 'requester' }),
      }),
    );
    return {
      objects: (answer.Contents ?? []).flatMap(listed),
      folders: (answer.CommonPrefixes ?? []).flatMap(({ Prefix }) => Prefix ?? []),
      next: answer.IsTruncated === true ? answer.NextContinuationToken : undefined,
    };
  }

  /** The bytes of an object, as {@link objectPieces}. */
  async *fetch(
    wanted: WantedObject,
    signal: AbortSignal,
  ): AsyncGenerator<Uint8Array, ObjectFacts, undefined> {
    const fetcher = {
      client: this.#client,
      requesterPays: this.#requesterPays,
      patience: this.#connection.patience,
    };
    const facts = yield* objectPieces(fetcher, wanted, signal);
    this.#hasGiven = true;
    return facts;
  }

  /** Why a listing failed. */
  listProblem(error: unknown, bucket: string): AwsProblem {
    return this.#problemIn(error, 's3:ListBucket', bucket);
  }

  /** Why an object could not be had. Where not one of many can, nothing more should be asked for. */
  objectProblem(error: unknown, { bucket, key }: WantedObject): AwsProblem {
    const problem = this.#problemIn(error, 's3:GetObject', `${bucket}/${key}`);
    if (this.#hasGiven || !isDenied(error) || ++this.#denied < mostDenied) return problem;
    const reason = `Not one of the first ${mostDenied} objects may be read. ${problem.reason}`;
    return { ...problem, scope: 'connection', reason };
  }

  #problemIn(
    error: unknown,
    action: 's3:ListBucket' | 's3:GetObject',
    resource: string,
  ): AwsProblem {
    return this.#connection.problemIn(error, {
      ...{ action, resource: `arn:aws:s3:::${resource}`, who: 'The store' },
      isOneOfMany: action === 's3:GetObject',
    });
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
