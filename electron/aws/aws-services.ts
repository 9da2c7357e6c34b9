import type { AwsServices } from '../ipc/contract.ts';
import { AwsConnections, type ConnectionHost } from './aws-connections.ts';
import { EventHistories } from './event-history.ts';
import { ObjectStores, type PortHost } from './object-stores.ts';

/** Everything that may be asked of AWS: the credentials, and each source over them. */
export function awsServices(host: ConnectionHost & PortHost): AwsServices {
  const access = new AwsConnections(host);
  const stores = new ObjectStores(access, host);
  const histories = new EventHistories(access);
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
  };
}
