import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { callNames } from './ipc/calls.ts';
import type { LocalPaths } from './ipc/contract.ts';

const calls = callNames.map((call) => [
  call,
  (request: unknown): Promise<unknown> => ipcRenderer.invoke(call, request),
]);

const localPaths: LocalPaths = {
  // Empty for what is no file of this disk, and for what is no file at all.
  pathOf: (file) => webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]),
};

contextBridge.exposeInMainWorld('bridge', { ...Object.fromEntries(calls), ...localPaths });
