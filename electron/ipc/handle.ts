import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z, type ZodType } from 'zod';
import { athenaRequests } from './athena-requests.ts';
import { awsRequests } from './aws-requests.ts';
import { callNames, offerOwnCall } from './calls.ts';
import type { Call, Reply, Request } from './contract.ts';
import { historyRequests } from './history-requests.ts';
import { saveKindNames } from './save-kinds.ts';
import { storeRequests } from './store-requests.ts';

/** How main answers each call. A call without an answer does not compile. */
export type Answers = {
  readonly [C in Call]: (request: Request<C>) => Reply<C> | Promise<Reply<C>>;
};

type Schemas = { readonly [C in Call]: ZodType<Request<C>> };

const save = z.int().nonnegative();
const nothing = z.strictObject({});

// Strict: a field that the contract doesn't name is refused, not ignored.
const requests: Schemas = {
  launch: nothing,
  listOffered: z.strictObject({ from: z.int().nonnegative() }),
  offerSample: nothing,
  nextOpened: nothing,
  offerOpened: nothing,
  openSave: z.strictObject({
    name: z.string().min(1).max(1000),
    kind: z.literal([...saveKindNames, 'case']),
  }),
  writeSave: z.strictObject({ save, bytes: z.instanceof(Uint8Array) }),
  closeSave: z.strictObject({ save, keep: z.boolean() }),
  printPdf: z.strictObject({ save, html: z.string(), title: z.string() }),
  writeManifest: z.strictObject({ path: z.string(), text: z.string() }),
  showSaved: z.strictObject({ path: z.string() }),
  print: z.strictObject({ text: z.string(), error: z.boolean() }),
  exit: z.strictObject({ code: z.int().min(0).max(255) }),
  ...awsRequests,
  ...storeRequests,
  ...historyRequests,
  ...athenaRequests,
};

/**
 * Answers all calls, to our own page only and only where the request is as the contract says; the
 * caller gets a rejection otherwise. Nothing else in the app touches `ipcMain`.
 */
export function handleCalls(
  answers: Answers,
  isOurs: (event: IpcMainInvokeEvent) => boolean,
): void {
  for (const call of callNames) {
    ipcMain.handle(call, async (event, request: unknown) => {
      if (!isOurs(event)) throw new Error(`${call}: the sender is not this app's page`);
      return answer(call, answers[call], request);
    });
  }
}

const ownPaths = z.strictObject({ paths: z.array(z.string().min(1)) });

/** Answers the one call that the preload script makes of its own: it names paths to be offered. */
export function handleOwnFiles(
  offer: (paths: readonly string[]) => void,
  isOurs: (event: IpcMainInvokeEvent) => boolean,
): void {
  ipcMain.handle(offerOwnCall, (event, request: unknown) => {
    if (!isOurs(event)) throw new Error(`${offerOwnCall}: the sender is not this app's page`);
    offer(ownPaths.parse(request).paths);
  });
}

// Schema and answer of one call meet here, so that the types know they belong together.
async function answer<C extends Call>(
  call: C,
  give: Answers[C],
  request: unknown,
): Promise<Reply<C>> {
  const checked = requests[call].safeParse(request);
  if (!checked.success) throw new Error(`${call}: ${z.prettifyError(checked.error)}`);
  return give(checked.data);
}
