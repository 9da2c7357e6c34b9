import { AccountClient, paginateListRegions } from '@aws-sdk/client-account';
import {
  CloudTrailClient,
  LookupEventsCommand,
  type LookupEventsCommandOutput,
} from '@aws-sdk/client-cloudtrail';
import type { AnswerPage } from '../ipc/aws.ts';
import type { EventHistory, LookUpRequest } from '../ipc/event-history.ts';
import type { AwsConnection } from './aws-connection.ts';
import { answerOf, type AwsConnections } from './aws-connections.ts';
import { keepAnswer } from './kept-answer.ts';
import { Pace } from './pace.ts';

/** Others in the account use up the same allowance: it is waited for longer than for a network. */
const tries = 10;

/** A region of one connection. */
interface Region {
  readonly client: Promise<CloudTrailClient>;
  readonly pace: Pace;
}

/** CloudTrail's Event history, over connections. Only reads. */
export class EventHistories implements EventHistory {
  readonly #connections: AwsConnections;
  readonly #regions = new WeakMap<AwsConnection, Map<string, Region>>();

  constructor(connections: AwsConnections) {
    this.#connections = connections;
  }

  listRegions(
    request: Parameters<EventHistory['listRegions']>[0],
  ): ReturnType<EventHistory['listRegions']> {
    const connection = this.#connections.get(request.connection);
    return answerOf(
      () => enabledRegions(connection),
      (error) =>
        connection.problemIn(error, {
          ...{ action: 'account:ListRegions', resource: '*' },
          ...{ who: 'AWS Account Management', isOneOfMany: false },
        }),
    );
  }

  lookUpEvents(request: LookUpRequest): ReturnType<EventHistory['lookUpEvents']> {
    const connection = this.#connections.get(request.connection);
    const asked = {
      ...{ action: 'cloudtrail:LookupEvents', resource: `* in ${request.region}` },
      ...{ who: `CloudTrail in ${request.region}`, isOneOfMany: true },
    };
    return answerOf(
      async () => {
        const { client, pace } = this.#regionOf(connection, request.region);
        const at = await client;
        return pace.take(() => page(at, request, connection.ended), connection.ended);
      },
      (error) => connection.problemIn(error, asked),
    );
  }

  #regionOf(connection: AwsConnection, name: string): Region {
    const regions = this.#regions.get(connection) ?? new Map<string, Region>();
    this.#regions.set(connection, regions);
    const region = regions.get(name) ?? { client: clientFor(connection, name), pace: new Pace() };
    regions.set(name, region);
    return region;
  }
}

async function clientFor(connection: AwsConnection, region: string): Promise<CloudTrailClient> {
  const settings = await connection.settingsFor('cloudtrail', undefined, region);
  const maxAttempts = Math.max(tries, settings.maxAttempts);
  const client = new CloudTrailClient({ ...settings, maxAttempts });
  connection.endClient(client.middlewareStack);
  return client;
}

async function page(
  client: CloudTrailClient,
  { attribute, start, end, next }: LookUpRequest,
  signal: AbortSignal,
): Promise<AnswerPage> {
  const command = new LookupEventsCommand({
    StartTime: new Date(start),
    // CloudTrail takes the end as a part of the span.
    EndTime: new Date(end - 1000),
    ...(attribute && {
      LookupAttributes: [{ AttributeKey: attribute.name, AttributeValue: attribute.value }],
    }),
    ...(next !== undefined && { NextToken: next }),
  });
  const bytes = keepAnswer(command.middlewareStack);
  const answer: LookupEventsCommandOutput = await client.send(command, { abortSignal: signal });
  return { bytes: bytes(), next: answer.NextToken };
}

async function enabledRegions(connection: AwsConnection): Promise<readonly string[]> {
  const client = new AccountClient(await connection.settingsFor('account'));
  connection.endClient(client.middlewareStack);
  const names: string[] = [];
  for await (const { Regions = [] } of paginateListRegions(
    { client },
    { RegionOptStatusContains: ['ENABLED', 'ENABLED_BY_DEFAULT'], MaxResults: 50 },
  )) {
    names.push(...Regions.flatMap(({ RegionName }) => RegionName ?? []));
  }
  return names.sort();
}
