import type { Bridge, OwnFiles, OfferedFile } from '../../electron/ipc/contract.ts';
import type { PortsArrived } from '../../electron/ipc/object-store.ts';
import type { AwsHost, Host, OpenSave } from './host.ts';

/** What the preload script puts on `window`. */
export type DesktopBridge = Bridge & OwnFiles;

// As electron/evidence-offer.ts: a shorter answer is the last one.
const filesPerAnswer = 1000;

/** The desktop app as host: every call goes over the bridge to the main process. */
export function desktopHost(bridge: DesktopBridge): Host {
  return {
    whyNoPrinting: undefined,
    launch: () => bridge.launch({}),
    offered: () => offered(bridge),
    hasSample: true,
    aws: awsHost(bridge),
    offerSample: () => bridge.offerSample({}),
    nextOpened: () => bridge.nextOpened({}),
    offerOpened: () => bridge.offerOpened({}),
    openSave: async (name, kind) => {
      const target = await bridge.openSave({ name, kind });
      return target && openSave(bridge, target.save, target.path);
    },
    pathOf: (file) => bridge.pathOf(file) || browserPath(file),
    offerOwn: (files) => bridge.offerOwn(files),
    showSaved: (path) => bridge.showSaved({ path }),
    print: (text, error) => bridge.print({ text, error }),
    exit: (code) => bridge.exit({ code }),
  };
}

function awsHost(bridge: DesktopBridge): AwsHost {
  return {
    ...bridge,
    openPorts: async (store, count) => {
      const arrived = portsOf(store);
      await bridge.openObjectPorts({ store, count });
      return arrived;
    },
  };
}

/** The ports come by a message of the preload script: the bridge carries none. */
function portsOf(store: number): Promise<readonly MessagePort[]> {
  return new Promise((resolve) => {
    const hear = ({
      source,
      data,
      ports,
    }: MessageEvent<Partial<PortsArrived> | undefined>): void => {
      if (source !== window || data?.kind !== 'object ports' || data.store !== store) return;
      window.removeEventListener('message', hear);
      resolve(ports);
    };
    window.addEventListener('message', hear);
  });
}

/** The path a browser tells of a file: below the picked folder, else only its name. */
export function browserPath(file: File): string {
  return file.webkitRelativePath || file.name;
}

async function* offered(bridge: DesktopBridge): AsyncGenerator<readonly OfferedFile[]> {
  for (let from = 0; ; from += filesPerAnswer) {
    const files = await bridge.listOffered({ from });
    if (files.length > 0) yield files;
    if (files.length < filesPerAnswer) return;
  }
}

function openSave(bridge: DesktopBridge, save: number, path: string): OpenSave {
  return {
    path,
    write: (bytes) => bridge.writeSave({ save, bytes }),
    print: (html, title) => bridge.printPdf({ save, html, title }),
    close: () => bridge.closeSave({ save, keep: true }),
    writeManifest: (text) => bridge.writeManifest({ path, text }),
    discard: async () => {
      await bridge.closeSave({ save, keep: false });
    },
  };
}
