import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callNames, offerOwnCall } from './ipc/calls.ts';
import type { OwnFiles } from './ipc/contract.ts';
import type { PortsArrived } from './ipc/object-store.ts';

const calls = callNames.map((call) => [
  call,
  (request: unknown): Promise<unknown> => ipcRenderer.invoke(call, request),
]);

// Empty for what is no file of this disk, and for what is no file at all.
function pathOf(file: unknown): string {
  return webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);
}

/** The path of what was chosen: of a file that came with a picked folder, the folder's. */
function chosenPath(file: unknown): string {
  const { webkitRelativePath: below = '' } = file as { readonly webkitRelativePath?: string };
  const folder = /^[^/]*/.exec(below)?.[0] ?? '';
  const whole = pathOf(file);
  return whole.slice(0, whole.length - below.length + folder.length);
}

const ownFiles: OwnFiles = {
  pathOf,
  offerOwn: async (files) => {
    const paths = files.map(chosenPath);
    if (paths.includes('')) return false;
    await ipcRenderer.invoke(offerOwnCall, { paths });
    return true;
  },
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
