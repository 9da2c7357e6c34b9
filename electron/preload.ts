import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callNames, listOwnCall } from './ipc/calls.ts';
import type { OfferedFile, OwnFiles } from './ipc/contract.ts';
import type { PortsArrived } from './ipc/object-store.ts';

const calls = callNames.map((call) => [
  call,
  (request: unknown): Promise<unknown> => ipcRenderer.invoke(call, request),
]);

// Empty for what is no file of this disk, and for what is no file at all.
function pathOf(file: unknown): string {
  return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
}

const ownFiles: OwnFiles = {
  pathOf,
  listOwn: (files, isFirst) =>
    ipcRenderer.invoke(listOwnCall, { paths: files.map(pathOf), isFirst }) as Promise<
      readonly (OfferedFile | undefined)[]
    >,
};

// Ports can't go through the bridge, only by a message to the page, which is this window's own.
const page = globalThis as unknown as {
  postMessage(message: unknown, targetOrigin: string, transfer: unknown[]): void;
  readonly origin: string;
};
const portsArrived: PortsArrived['kind'] = 'object ports';
ipcRenderer.on(portsArrived, ({ ports }, message: PortsArrived) => {
  page.postMessage(message, page.origin, ports);
});

contextBridge.exposeInMainWorld('bridge', { ...Object.fromEntries(calls), ...ownFiles });
