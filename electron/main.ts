import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  app,
  protocol,
  type BrowserWindow,
  type IpcMainInvokeEvent,
  type WebContents,
} from 'electron';
import { appOrigin, AppScheme, registerAppScheme } from './app-scheme.ts';
import { awsHost } from './aws/aws-host.ts';
import { clearBatchProfiles } from './batch-profile.ts';
import { BatchRun } from './batch-run.ts';
import { ownArguments, parseCommandLine, usage, type Start } from './command-line.ts';
import { EvidenceFiles } from './evidence-files.ts';
import { EvidenceOffer } from './evidence-offer.ts';
import { missingFolder, SaveFiles } from './files/save-file.ts';
import { harden, hardenSession } from './harden.ts';
import { answersFrom, type Services } from './ipc/answers.ts';
import type { AwsServices } from './ipc/contract.ts';
import { handleCalls, handleOwnFiles } from './ipc/handle.ts';
import { LaterStarts } from './later-starts.ts';
import { setMenu } from './menu.ts';
import { isOnlyInstance, useNamedProfile } from './profile.ts';
import { mendTornLogs } from './torn-logs.ts';
import { openHiddenWindow, openWindow } from './window.ts';

const order = parseCommandLine(ownArguments(process.argv, process.defaultApp), process.cwd());
switch (order.kind) {
  case 'help':
    process.stdout.write(usage);
    app.exit(0);
    break;
  case 'version':
    process.stdout.write(`${app.getVersion()}\n`);
    app.exit(0);
    break;
  case 'wrong':
    process.stderr.write(`${order.reason}\n\n${usage}`);
    app.exit(1);
    break;
  case 'start':
    start(order);
    break;
}

// The order matters: hardening, scheme and profile come before Electron is ready.
function start(order: Start): void {
  harden();
  registerAppScheme();
  const saves = new SaveFiles();
  const laterStarts = new LaterStarts();
  const missing = order.batch && missingFolder([...order.batch.targets.values()]);
  if (missing !== undefined) {
    // Before the import, which may take minutes.
    process.stderr.write(`There is no folder ${missing} to write into.\n`);
    app.exit(1);
    return;
  }
  const batch = order.batch && new BatchRun(saves);
  if (!batch) {
    useNamedProfile();
    laterStarts.listen();
    if (
      !isOnlyInstance(order, (data) => {
        laterStarts.add(data);
      })
    )
      return;
    mendTornLogs(app.getPath('userData'));
    clearBatchProfiles(tmpdir());
    leaveNothingHalf(saves);
  }
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(() => {
    open(order, { saves, laterStarts }, batch);
  });
}

/** What is being saved when the app is closed would stay in the folder under its hidden name. */
function leaveNothingHalf(saves: SaveFiles): void {
  app.on('will-quit', (event) => {
    if (!saves.hasOpen) return;
    event.preventDefault();
    void saves.discardAll().finally(() => {
      app.exit();
    });
  });
}

function open(
  order: Start,
  { saves, laterStarts }: Pick<Services, 'saves' | 'laterStarts'>,
  batch: BatchRun | undefined,
): void {
  hardenSession();
  const files = new EvidenceFiles();
  const offer = new EvidenceOffer(order.sample ? [sampleFolder()] : order.paths, files);
  const scheme = new AppScheme(path.join(import.meta.dirname, '../renderer'), {
    open: (number) => {
      const bytes = files.open(number);
      return bytes && batch ? reported(bytes, batch) : bytes;
    },
    openTogether: (numbers) => {
      batch?.moved();
      return files.openTogether(numbers);
    },
  });
  protocol.handle('app', (request) => scheme.answer(request));

  let aws: Promise<AwsServices> | undefined;
  const answers = answersFrom({
    ...{ start: order, offer, saves, scheme, laterStarts },
    sampleFolder: sampleFolder(),
    window: () => window,
    aws: () => (aws ??= loadAws(() => window.webContents)),
    exit: async (code) => batch?.exit(code),
  });
  handleCalls(answers, (event) => {
    batch?.moved();
    return isFrom(window, event);
  });
  handleOwnFiles(
    (paths) => {
      offer.replace(paths);
    },
    (event) => isFrom(window, event),
  );
  setMenu();
  const window = batch ? openHiddenWindow((reason) => void batch.fail(reason)) : openWindow();
  batch?.watch(window.webContents);
}

// The AWS SDK is the larger part of this program, and most who start it never need it.
async function loadAws(page: () => WebContents): Promise<AwsServices> {
  const { awsServices } = await import('./aws/aws-services.ts');
  return awsServices(awsHost(page));
}

function isFrom(window: BrowserWindow, { sender, senderFrame }: IpcMainInvokeEvent): boolean {
  return (
    !window.isDestroyed() &&
    sender === window.webContents &&
    senderFrame === sender.mainFrame &&
    senderFrame.origin === appOrigin
  );
}

async function* reported(
  bytes: AsyncIterable<Uint8Array>,
  batch: BatchRun,
): AsyncGenerator<Uint8Array> {
  for await (const part of bytes) {
    batch.moved();
    yield part;
  }
}

// The installed app carries the sample beside itself; in the project it is where the tests made it.
function sampleFolder(): string {
  return app.isPackaged
    ? path.join(process.resourcesPath, 'sample')
    : path.join(app.getAppPath(), 'test/made/sample');
}
