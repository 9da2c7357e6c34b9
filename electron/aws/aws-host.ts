import { clipboard, MessageChannelMain, session, type WebContents } from 'electron';
import type { PortsArrived } from '../ipc/object-store.ts';
import type { ConnectionHost } from './aws-connections.ts';
import type { PortHost } from './object-stores.ts';

/** Electron's clipboard, proxy settings and message ports for what speaks to AWS. */
export function awsHost(page: () => WebContents): ConnectionHost & PortHost {
  return {
    // Electron gives a promise since version 44, and text before.
    readClipboard: async () => clipboard.readText(),
    proxyFor: systemProxy,
    sendPorts: (store, count, serve) => {
      const far = Array.from({ length: count }, () => {
        const { port1, port2 } = new MessageChannelMain();
        const server = serve({
          tell: (message) => {
            port1.postMessage(message);
          },
        });
        port1.on('message', ({ data }) => {
          server.hear(data);
        });
        port1.on('close', () => {
          server.close();
        });
        port1.start();
        return port2;
      });
      const message: PortsArrived = { kind: 'object ports', store };
      page().postMessage(message.kind, message, far);
    },
  };
}

/** The page's own session has its proxy barred; this one, which no page has, follows the system. */
async function systemProxy(url: string): Promise<string | undefined> {
  const said = await session.fromPartition('system-proxy').resolveProxy(url);
  const host = /^(PROXY|HTTPS) (\S+:\d+)/u.exec(said);
  return host === null ? undefined : `${host[1] === 'HTTPS' ? 'https' : 'http'}://${host[2] ?? ''}`;
}
