import type { AnswerPage, Told } from './aws.ts';

/**
 * What the page may ask of Athena over a connection of aws.ts. All but `startQuery` only read; a
 * query writes its result where the workgroup says, and costs by what it reads.
 */
export interface Athena {
  /** The names of the workgroups, those that are disabled left out. */
  listWorkGroups(request: { readonly connection: number }): Promise<Told<readonly string[]>>;
  /** What a workgroup sets for its queries. */
  getWorkGroup(request: {
    readonly connection: number;
    readonly workGroup: string;
  }): Promise<Told<WorkGroup>>;
  /** The names of the data catalogs. */
  listCatalogs(request: {
    readonly connection: number;
    readonly workGroup: string;
  }): Promise<Told<readonly string[]>>;
  /** The names of a catalog's databases. */
  listDatabases(request: {
    readonly connection: number;
    readonly workGroup: string;
    readonly catalog: string;
  }): Promise<Told<readonly string[]>>;
  /** The names of a database's tables and views. */
  listTables(request: DatabaseRequest): Promise<Told<readonly string[]>>;
  /** A table's columns, partition keys and properties. */
  getTable(request: DatabaseRequest & { readonly table: string }): Promise<Told<TableDescription>>;
  /** Starts a statement, and answers its execution id. */
  startQuery(request: QueryRequest): Promise<Told<string>>;
  /** How far a query is. */
  getQuery(request: QueryNumber): Promise<Told<QueryProgress>>;
  /** Some rows of the result of a query that has ended: GetQueryResults. */
  getQueryResults(
    request: QueryNumber & {
      /** Where the answer before ended. */
      readonly next: string | undefined;
    },
  ): Promise<Told<AnswerPage>>;
  /** Stops a query; what it has read by then is charged for. */
  stopQuery(request: QueryNumber): Promise<Told<undefined>>;
}

export interface DatabaseRequest {
  readonly connection: number;
  readonly workGroup: string;
  readonly catalog: string;
  readonly database: string;
}

export interface QueryRequest {
  readonly connection: number;
  readonly workGroup: string;
  readonly catalog: string;
  readonly database: string;
  readonly sql: string;
  /** Where the result is written, as an S3 URI; undefined: where the workgroup says. */
  readonly output: string | undefined;
}

export interface QueryNumber {
  readonly connection: number;
  readonly execution: string;
}

export interface WorkGroup {
  /** Of its queries, as an S3 URI; undefined: it has none, and each query names its own. */
  readonly output: string | undefined;
  /** Results are kept by Athena itself, and in no bucket of the account. */
  readonly isManaged: boolean;
  /** A query that reads more is cancelled; undefined: there is no limit. */
  readonly limitBytes: number | undefined;
  /** As in `Athena engine version 3`; empty where it is not told. */
  readonly engine: string;
}

/** A table as the data catalog describes it. */
export interface TableDescription {
  readonly name: string;
  readonly columns: readonly TableColumn[];
  readonly partitionKeys: readonly TableColumn[];
  readonly parameters: readonly (readonly [name: string, value: string])[];
}

export interface TableColumn {
  readonly name: string;
  readonly type: string;
}

export interface QueryProgress {
  readonly state: 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled';
  /** Why it failed, or was cancelled. */
  readonly reason: string;
  /** Undefined: not told yet. */
  readonly scannedBytes: number | undefined;
  /** The result, as an S3 URI; undefined where there is none in a bucket. */
  readonly output: string | undefined;
}
