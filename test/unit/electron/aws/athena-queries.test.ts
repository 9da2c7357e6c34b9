import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { AthenaQueries } from '../../../../electron/aws/athena-queries.ts';
import { AwsConnections } from '../../../../electron/aws/aws-connections.ts';
import type { QueryProgress } from '../../../../electron/ipc/athena.ts';
import type { Told } from '../../../../electron/ipc/aws.ts';
import { AthenaEngine } from '../../../fixtures/athena-engine.ts';
import { FakeAthena } from '../../../fixtures/fake-athena.ts';
import { filedRecords, plainTable, projectedTable } from '../../../fixtures/trail-tables.ts';
import { sampleSettings, Trail } from '../../../made/trail.ts';

const database = 'cloudtrail';
const records = [...new Trail({ ...sampleSettings, events: 300 }).files()].flatMap(filedRecords);
const inDatabase = { workGroup: 'primary', catalog: 'AwsDataCatalog', database };

let engine: AthenaEngine;
let athena: FakeAthena;
let connections: AwsConnections;
let queries: AthenaQueries;
let connection = 0;

beforeAll(async () => {
  engine = await AthenaEngine.create(database);
  await engine.addTable(database, projectedTable, records);
  const tables = [projectedTable, plainTable];
  athena = await FakeAthena.start({ engine, database, tables, records });
  vi.stubEnv('AWS_ENDPOINT_URL_ATHENA', athena.endpoint);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAIOSFODNN7EXAMPLE');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'secret');
});

beforeEach(async () => {
  athena.denied.clear();
  connections = new AwsConnections({
    readClipboard: () => Promise.resolve(''),
    proxyFor: () => Promise.resolve(undefined),
  });
  queries = new AthenaQueries(connections);
  const credentials = { kind: 'environment' } as const;
  const request = { credentials, region: 'eu-west-1', askIdentity: false };
  connection = given(await connections.connectAws(request)).connection;
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await athena.stop();
  engine.close();
});

function given<T>(told: Told<T>): T {
  if (told.kind === 'problem') throw new Error(`${told.problem.reason} ${told.problem.wayOut}`);
  return told.answer;
}

async function ended(execution: string): Promise<QueryProgress> {
  for (;;) {
    const progress = given(await queries.getQuery({ connection, execution }));
    if (progress.state !== 'queued' && progress.state !== 'running') return progress;
  }
}

describe('AthenaQueries', () => {
  it('lists what there is, page by page, without what is closed', async () => {
    expect(given(await queries.listWorkGroups({ connection }))).toEqual([
      ...['kept', 'large', 'limited', 'primary'],
    ]);
    expect(given(await queries.listCatalogs({ connection, workGroup: 'primary' }))).toEqual([
      'AwsDataCatalog',
    ]);
    const inCatalog = { connection, workGroup: 'primary', catalog: 'AwsDataCatalog' };
    expect(given(await queries.listDatabases(inCatalog))).toEqual([database, 'default']);
    expect(given(await queries.listTables({ connection, ...inDatabase }))).toEqual([
      ...['plain', 'trail'],
    ]);
  });

  it('tells what a workgroup sets', async () => {
    const groupOf = async (workGroup: string) =>
      given(await queries.getWorkGroup({ connection, workGroup }));
    expect(await groupOf('limited')).toEqual({
      output: 's3://athena-results/cases/',
      isManaged: false,
      limitBytes: 100_000_000,
      engine: 'Athena engine version 3',
    });
    expect(await groupOf('kept')).toMatchObject({ output: undefined, isManaged: true });
  });

  it('tells a table as it is', async () => {
    const table = given(await queries.getTable({ connection, ...inDatabase, table: 'trail' }));
    expect(table).toEqual(projectedTable);
  });

  it('runs a statement, and tells what it read and where the result is', async () => {
    const sql = `SELECT count(*) FROM "AwsDataCatalog"."${database}"."trail"`;
    const output = 's3://athena-results/own/';
    const execution = given(
      await queries.startQuery({ connection, ...inDatabase, workGroup: 'large', sql, output }),
    );
    expect(await ended(execution)).toEqual({
      ...{ state: 'succeeded', reason: '', scannedBytes: 123_456_789 },
      output: `s3://athena-results/own/${execution}.csv`,
    });
  });

  it('gives a result that Athena keeps, answer by answer, as it came over the network', async () => {
    athena.mostRows = 2;
    const sql = `SELECT eventid FROM "AwsDataCatalog"."${database}"."trail" ORDER BY eventid LIMIT 3`;
    const asked = { connection, ...inDatabase, workGroup: 'kept', sql, output: undefined };
    const execution = given(await queries.startQuery(asked));
    expect(await ended(execution)).toMatchObject({ state: 'succeeded', output: undefined });
    const pages: unknown[] = [];
    let next: string | undefined;
    do {
      const page = given(await queries.getQueryResults({ connection, execution, next }));
      pages.push(JSON.parse(new TextDecoder().decode(page.bytes)));
      next = page.next;
    } while (next !== undefined);
    athena.mostRows = 1000;
    expect(pages).toMatchObject([
      { NextToken: '2', ResultSet: { Rows: [{ Data: [{ VarCharValue: 'eventid' }] }, {}] } },
      { ResultSet: { Rows: [{}, {}], ResultSetMetadata: { ColumnInfo: [{ Name: 'eventid' }] } } },
    ]);
    const rows = athena.calls.filter(({ action }) => action === 'GetQueryResults');
    expect(rows.map(({ input }) => input['NextToken'])).toEqual([undefined, '2']);
  });

  it('tells why a statement failed', async () => {
    const sql = 'SELECT eventnam FROM nowhere';
    const asked = { connection, ...inDatabase, sql, output: undefined };
    const { state, reason } = await ended(given(await queries.startQuery(asked)));
    expect(state).toBe('failed');
    expect(reason).toContain('nowhere');
  });

  it('stops a query', async () => {
    athena.isHeld = true;
    const asked = { connection, ...inDatabase, sql: 'SELECT 1', output: undefined };
    const execution = given(await queries.startQuery(asked));
    given(await queries.stopQuery({ connection, execution }));
    athena.isHeld = false;
    expect((await ended(execution)).state).toBe('cancelled');
  });

  it('says which permission is missing', async () => {
    athena.denied.add('GetTableMetadata');
    const told = await queries.getTable({ connection, ...inDatabase, table: 'trail' });
    expect(told).toMatchObject({
      kind: 'problem',
      problem: {
        scope: 'connection',
        reason: expect.stringContaining('athena:GetTableMetadata on cloudtrail.trail') as string,
      },
    });
  });

  it('says what Athena has against a request', async () => {
    const told = await queries.startQuery({
      ...{ connection, ...inDatabase, sql: 'SELECT 1', output: undefined },
      workGroup: 'large',
    });
    expect(told).toMatchObject({
      kind: 'problem',
      problem: {
        reason: expect.stringContaining('StartQueryExecution was not understood') as string,
      },
    });
  });

  it('asks nothing over a connection that has ended', async () => {
    given(await queries.listWorkGroups({ connection }));
    await connections.disconnectAws({ connection });
    expect(() => queries.listWorkGroups({ connection })).toThrow('no connection');
  });
});
