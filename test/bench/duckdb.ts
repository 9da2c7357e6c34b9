import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { benchFolder } from './made-trail.ts';

/**
 * DuckDB on the same files and with as many threads, for comparison. It neither hashes the files
 * nor leaves second deliveries out nor notes where a record lies.
 */
export class DuckDb {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #file: string;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection, file: string) {
    this.#instance = instance;
    this.#connection = connection;
    this.#file = file;
  }

  /** A new database on disk; `close` deletes it. */
  static async create(name: string): Promise<DuckDb> {
    const file = join(benchFolder, `${name}.duckdb`);
    await rm(file, { force: true });
    await rm(`${file}.wal`, { force: true });
    const instance = await DuckDBInstance.create(file, { threads: '2' });
    return new DuckDb(instance, await instance.connect(), file);
  }

  async run(sql: string): Promise<void> {
    await this.#connection.run(sql);
  }

  /** The first value of the first row, as a number. */
  async number(sql: string): Promise<number> {
    const rows = (await this.#connection.runAndReadAll(sql)).getRows();
    return Number(rows[0]?.[0]);
  }

  /** Milliseconds until all rows of the answer are there. */
  async time(sql: string): Promise<number> {
    const start = performance.now();
    await this.#connection.runAndReadAll(sql);
    return performance.now() - start;
  }

  /** As {@link time}, with how much the most memory of this process grew meanwhile, in bytes. */
  async timeWithMemory(sql: string): Promise<{ milliseconds: number; addedMemory: number }> {
    const before = process.memoryUsage.rss();
    let most = before;
    const timer = setInterval(() => {
      most = Math.max(most, process.memoryUsage.rss());
    }, 20);
    const milliseconds = await this.time(sql);
    clearInterval(timer);
    return { milliseconds, addedMemory: most - before };
  }

  /** Bytes of the database file, with everything written to it. */
  async bytesOnDisk(): Promise<number> {
    await this.run('CHECKPOINT');
    return (await stat(this.#file)).size;
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(this.#file, { force: true });
    await rm(`${this.#file}.wal`, { force: true });
  }
}

/** A text as an SQL literal. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const record = `STRUCT(
  eventID VARCHAR, eventTime TIMESTAMP, eventSource VARCHAR, eventName VARCHAR, awsRegion VARCHAR,
  recipientAccountId VARCHAR, sourceIPAddress VARCHAR, userAgent VARCHAR, errorCode VARCHAR,
  readOnly BOOLEAN,
  userIdentity STRUCT("type" VARCHAR, arn VARCHAR, accessKeyId VARCHAR, invokedBy VARCHAR))`;

const files = (folder: string): string => literal(join(folder, '**', '*.json.gz'));

/** Table `events` with the columns only: what the records held besides is gone. */
export function columnsOnlySql(folder: string): string {
  return `CREATE TABLE events AS
    SELECT r.eventTime AS time, r.eventID AS id, r.eventSource AS source, r.eventName AS name,
      r.awsRegion AS region, r.recipientAccountId AS account, r.sourceIPAddress AS ip,
      r.userIdentity.accessKeyId AS key, r.userAgent AS agent, r.userIdentity.arn AS identity,
      r.userIdentity."type" AS kind, r.errorCode AS error, r.readOnly AS read_only
    FROM (SELECT unnest(Records) AS r FROM read_json(${files(folder)},
      columns = {Records: '${record}[]'}, maximum_object_size = 268435456))`;
}

/** Table `events` with the columns, and the whole record as JSON. */
export function wholeRecordSql(folder: string): string {
  return `CREATE TABLE events AS
    SELECT (r->>'eventTime')::TIMESTAMP AS time, r->>'eventID' AS id, r->>'eventSource' AS source,
      r->>'eventName' AS name, r->>'awsRegion' AS region, r->>'recipientAccountId' AS account,
      r->>'sourceIPAddress' AS ip, r->>'$.userIdentity.accessKeyId' AS key, r->>'userAgent' AS agent,
      r->>'$.userIdentity.arn' AS identity, r->>'$.userIdentity.type' AS kind,
      r->>'errorCode' AS error, (r->>'readOnly')::BOOLEAN AS read_only, r AS record
    FROM (SELECT unnest(Records) AS r FROM read_json(${files(folder)},
      columns = {Records: 'JSON[]'}, maximum_object_size = 268435456))`;
}
