import type { AwsServices } from '../ipc/contract.ts';
import { AthenaQueries } from './athena-queries.ts';
import { AwsConnections, type ConnectionHost } from './aws-connections.ts';
import { EventHistories } from './event-history.ts';
import { ObjectStores, type PortHost } from './object-stores.ts';

/** Everything that may be asked of AWS: the credentials, and each source over them. */
export function awsServices(host: ConnectionHost & PortHost): AwsServices {
  const access = new AwsConnections(host);
  const stores = new ObjectStores(access, host);
  const histories = new EventHistories(access);
  const athena = new AthenaQueries(access);
  return {
    listCredentials: () => access.listCredentials(),
    pasteKeys: () => access.pasteKeys(),
    connectAws: (request) => access.connectAws(request),
    disconnectAws: (request) => access.disconnectAws(request),
    openStore: (request) => stores.openStore(request),
    listObjects: (request) => stores.listObjects(request),
    openObjectPorts: (request) => stores.openObjectPorts(request),
    listRegions: (request) => histories.listRegions(request),
    lookUpEvents: (request) => histories.lookUpEvents(request),
    listWorkGroups: (request) => athena.listWorkGroups(request),
    getWorkGroup: (request) => athena.getWorkGroup(request),
    listCatalogs: (request) => athena.listCatalogs(request),
    listDatabases: (request) => athena.listDatabases(request),
    listTables: (request) => athena.listTables(request),
    getTable: (request) => athena.getTable(request),
    startQuery: (request) => athena.startQuery(request),
    getQuery: (request) => athena.getQuery(request),
    getQueryResults: (request) => athena.getQueryResults(request),
    stopQuery: (request) => athena.stopQuery(request),
  };
}
