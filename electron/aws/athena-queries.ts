import {
  AthenaClient,
  GetQueryExecutionCommand,
  GetQueryResultsCommand,
  GetTableMetadataCommand,
  GetWorkGroupCommand,
  paginateListDataCatalogs,
  paginateListDatabases,
  paginateListTableMetadata,
  paginateListWorkGroups,
  StartQueryExecutionCommand,
  StopQueryExecutionCommand,
  type Column,
} from '@aws-sdk/client-athena';
import type { Athena, QueryProgress, TableColumn } from '../ipc/athena.ts';
import type { Told } from '../ipc/aws.ts';
import type { AwsConnection } from './aws-connection.ts';
import { answerOf, type AwsConnections } from './aws-connections.ts';
import { keepAnswer } from './kept-answer.ts';

/**
 * Of at most 1000. A record has 256 KB at most, so that an answer stays below what the reader of
 * evidence takes for one value of JSON.
 */
const rowsAPage = 200;

/** Athena's calls over the connections. It is told what to run, and knows nothing of CloudTrail. */
export class AthenaQueries implements Athena {
  readonly #connections: AwsConnections;
  readonly #clients = new Map<number, Promise<AthenaClient>>();

  constructor(connections: AwsConnections) {
    this.#connections = connections;
  }

  listWorkGroups({ connection }: Of<'listWorkGroups'>): ReturnType<Athena['listWorkGroups']> {
    return this.#ask(connection, 'ListWorkGroups', 'workgroup/*', (client) =>
      namesOf(paginateListWorkGroups({ client }, {}), ({ WorkGroups = [] }) =>
        WorkGroups.flatMap(({ Name, State }) => (State === 'DISABLED' ? [] : (Name ?? []))),
      ),
    );
  }

  getWorkGroup({ connection, workGroup }: Of<'getWorkGroup'>): ReturnType<Athena['getWorkGroup']> {
    return this.#ask(connection, 'GetWorkGroup', `workgroup/${workGroup}`, async (client) => {
      const answer = await client.send(new GetWorkGroupCommand({ WorkGroup: workGroup }));
      const settings = answer.WorkGroup?.Configuration;
      return {
        output: settings?.ResultConfiguration?.OutputLocation,
        isManaged: settings?.ManagedQueryResultsConfiguration?.Enabled === true,
        limitBytes: settings?.BytesScannedCutoffPerQuery,
        engine: settings?.EngineVersion?.EffectiveEngineVersion ?? '',
      };
    });
  }

  listCatalogs({ connection, workGroup }: Of<'listCatalogs'>): ReturnType<Athena['listCatalogs']> {
    return this.#ask(connection, 'ListDataCatalogs', 'datacatalog/*', (client) =>
      namesOf(
        paginateListDataCatalogs({ client }, { WorkGroup: workGroup }),
        ({ DataCatalogsSummary = [] }) =>
          DataCatalogsSummary.flatMap(({ CatalogName }) => CatalogName ?? []),
      ),
    );
  }

  listDatabases({
    connection,
    workGroup,
    catalog,
  }: Of<'listDatabases'>): ReturnType<Athena['listDatabases']> {
    return this.#ask(connection, 'ListDatabases', `datacatalog/${catalog}`, (client) =>
      namesOf(
        paginateListDatabases({ client }, { WorkGroup: workGroup, CatalogName: catalog }),
        ({ DatabaseList = [] }) => DatabaseList.flatMap(({ Name }) => Name ?? []),
      ),
    );
  }

  listTables({
    connection,
    workGroup,
    catalog,
    database,
  }: Of<'listTables'>): ReturnType<Athena['listTables']> {
    const asked = { WorkGroup: workGroup, CatalogName: catalog, DatabaseName: database };
    return this.#ask(connection, 'ListTableMetadata', `datacatalog/${catalog}`, (client) =>
      namesOf(paginateListTableMetadata({ client }, asked), ({ TableMetadataList = [] }) =>
        TableMetadataList.flatMap(({ Name }) => Name ?? []),
      ),
    );
  }

  getTable({
    connection,
    workGroup,
    catalog,
    database,
    table,
  }: Of<'getTable'>): ReturnType<Athena['getTable']> {
    const asked = {
      ...{ WorkGroup: workGroup, CatalogName: catalog },
      ...{ DatabaseName: database, TableName: table },
    };
    return this.#ask(connection, 'GetTableMetadata', `${database}.${table}`, async (client) => {
      const { TableMetadata } = await client.send(new GetTableMetadataCommand(asked));
      return {
        name: TableMetadata?.Name ?? table,
        columns: columnsOf(TableMetadata?.Columns),
        partitionKeys: columnsOf(TableMetadata?.PartitionKeys),
        parameters: Object.entries(TableMetadata?.Parameters ?? {}),
      };
    });
  }

  startQuery(request: Of<'startQuery'>): ReturnType<Athena['startQuery']> {
    const { connection, workGroup, catalog, database, sql, output } = request;
    return this.#ask(
      connection,
      'StartQueryExecution',
      `workgroup/${workGroup}`,
      async (client) => {
        const { QueryExecutionId = '' } = await client.send(
          new StartQueryExecutionCommand({
            ...{ QueryString: sql, WorkGroup: workGroup },
            QueryExecutionContext: { Catalog: catalog, Database: database },
            ...(output !== undefined && { ResultConfiguration: { OutputLocation: output } }),
          }),
        );
        return QueryExecutionId;
      },
    );
  }

  getQuery({ connection, execution }: Of<'getQuery'>): ReturnType<Athena['getQuery']> {
    const asked = { QueryExecutionId: execution };
    return this.#ask(connection, 'GetQueryExecution', `query ${execution}`, async (client) => {
      const { QueryExecution } = await client.send(new GetQueryExecutionCommand(asked));
      const { Status, Statistics, ResultConfiguration } = QueryExecution ?? {};
      return {
        state: stateOf(Status?.State),
        reason: Status?.StateChangeReason ?? Status?.AthenaError?.ErrorMessage ?? '',
        scannedBytes: Statistics?.DataScannedInBytes,
        output: ResultConfiguration?.OutputLocation,
      };
    });
  }

  getQueryResults({
    connection,
    execution,
    next,
  }: Of<'getQueryResults'>): ReturnType<Athena['getQueryResults']> {
    const resource = `query ${execution}`;
    return this.#ask(connection, 'GetQueryResults', resource, async (client) => {
      const command = new GetQueryResultsCommand({
        ...{ QueryExecutionId: execution, MaxResults: rowsAPage },
        ...(next !== undefined && { NextToken: next }),
      });
      const bytes = keepAnswer(command.middlewareStack);
      const { NextToken } = await client.send(command);
      return { bytes: bytes(), next: NextToken };
    });
  }

  stopQuery({ connection, execution }: Of<'stopQuery'>): ReturnType<Athena['stopQuery']> {
    const asked = { QueryExecutionId: execution };
    return this.#ask(connection, 'StopQueryExecution', `query ${execution}`, async (client) => {
      await client.send(new StopQueryExecutionCommand(asked));
      return undefined;
    });
  }

  #ask<T>(
    connection: number,
    action: string,
    resource: string,
    ask: (client: AthenaClient) => Promise<T>,
  ): Promise<Told<T>> {
    const over = this.#connections.get(connection);
    return answerOf(
      async () => ask(await this.#clientOf(connection)),
      (error) =>
        over.problemIn(error, {
          ...{ action: `athena:${action}`, resource },
          ...{ who: `Athena in ${over.region}`, isOneOfMany: false },
        }),
    );
  }

  #clientOf(connection: number): Promise<AthenaClient> {
    const known = this.#clients.get(connection);
    if (known !== undefined) return known;
    const over = this.#connections.get(connection);
    const made = clientOver(over);
    this.#clients.set(connection, made);
    over.ended.addEventListener('abort', () => this.#clients.delete(connection), { once: true });
    return made;
  }
}

async function clientOver(connection: AwsConnection): Promise<AthenaClient> {
  const client = new AthenaClient(await connection.settingsFor('athena'));
  connection.endClient(client.middlewareStack);
  return client;
}

type Of<C extends keyof Athena> = Parameters<Athena[C]>[0];

async function namesOf<P>(
  pages: AsyncIterable<P>,
  namesIn: (page: P) => readonly string[],
): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const page of pages) names.push(...namesIn(page));
  return names.sort();
}

function columnsOf(columns: readonly Column[] | undefined): readonly TableColumn[] {
  return (columns ?? []).map(({ Name = '', Type = '' }) => ({ name: Name, type: Type }));
}

function stateOf(state = ''): QueryProgress['state'] {
  switch (state) {
    case 'SUCCEEDED':
      return 'succeeded';
    case 'FAILED':
      return 'failed';
    case 'CANCELLED':
      return 'cancelled';
    case 'RUNNING':
      return 'running';
    default:
      return 'queued';
  }
}
