import { browserHost } from './browser.ts';
import { desktopHost, type DesktopBridge } from './desktop.ts';
import type { Host } from './host.ts';

declare global {
  interface Window {
    /** Set by the desktop app's preload script only. */
    readonly bridge?: DesktopBridge;
  }
}

/** The host of this page: the desktop app where its bridge is there, else the browser itself. */
export function findHost(page: Window & typeof globalThis): Host {
  return page.bridge ? desktopHost(page.bridge) : browserHost(page);
}
