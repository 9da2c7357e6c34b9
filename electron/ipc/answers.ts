import { once } from 'node:events';
import path from 'node:path';
import { app, dialog, shell, type BrowserWindow } from 'electron';
import type { AppScheme } from '../app-scheme.ts';
import { caseNameFor, type Start } from '../command-line.ts';
import type { EvidenceOffer } from '../evidence-offer.ts';
import { printPdf } from '../files/print-pdf.ts';
import type { SaveFiles } from '../files/save-file.ts';
import type { LaterStarts } from '../later-starts.ts';
import type { AwsServices } from './contract.ts';
import { caseKind, saveKinds, type SaveKind } from './save-kinds.ts';
import type { Answers } from './handle.ts';

/** What the answers are given from. */
export interface Services {
  readonly start: Start;
  readonly offer: EvidenceOffer;
  readonly sampleFolder: string;
  readonly saves: SaveFiles;
  readonly laterStarts: LaterStarts;
  readonly scheme: AppScheme;
  readonly window: () => BrowserWindow;
  /** Loads what speaks to AWS: nothing of it is read before it is asked for. */
  readonly aws: () => Promise<AwsServices>;
  /** Ends a batch run. */
  readonly exit: (code: number) => Promise<void>;
}

/** Main's answer to every call of the contract. */
export function answersFrom(services: Services): Answers {
  const { start, offer, sampleFolder, saves, scheme, aws, laterStarts } = services;
  return {
    launch: () => ({
      version: app.getVersion(),
      platform: process.platform,
      hasPaths: start.sample || start.paths.length > 0,
      sample: start.sample,
      caseName: caseNameFor(start),
      batch: start.batch && {
        allServices: start.batch.allServices,
        redact: start.batch.redact,
        paper: start.batch.paper,
        exports: [...start.batch.targets.keys()],
      },
    }),
    listOffered: ({ from }) => offer.list(from),
    offerSample: () => {
      offer.replace([sampleFolder]);
    },
    nextOpened: () => laterStarts.next(),
    offerOpened: () => {
      offer.replace(laterStarts.take());
    },
    openSave: async ({ name, kind }) => {
      if (!start.batch) {
        const chosen = await askWhere(services.window(), name, kind);
        return chosen === undefined ? undefined : saves.open(chosen);
      }
      const target = kind === 'case' ? undefined : start.batch.targets.get(kind);
      if (target === undefined) throw new Error(`no file was named for ${kind}`);
      return saves.open(target);
    },
    writeSave: ({ save, bytes }) => saves.write(save, bytes),
    closeSave: ({ save, keep }) => saves.close(save, keep),
    printPdf: async ({ save, html, title }) => {
      await saves.write(save, await printPdf(scheme.pageToPrint(html), title));
    },
    writeManifest: ({ path: saved, text }) => saves.writeBeside(saved, '.manifest.json', text),
    showSaved: ({ path: saved }) => {
      if (!saves.isSaved(saved)) throw new Error(`${saved} was not saved by this app`);
      shell.showItemInFolder(saved);
    },
    print: async ({ text, error }) => {
      onlyInBatch(start);
      const stream = error ? process.stderr : process.stdout;
      if (!stream.write(`${forTerminal(text)}\n`)) await once(stream, 'drain');
    },
    exit: async ({ code }) => {
      onlyInBatch(start);
      await services.exit(code);
    },
    listCredentials: async (request) => (await aws()).listCredentials(request),
    pasteKeys: async (request) => (await aws()).pasteKeys(request),
    connectAws: async (request) => (await aws()).connectAws(request),
    disconnectAws: async (request) => (await aws()).disconnectAws(request),
    openStore: async (request) => (await aws()).openStore(request),
    listObjects: async (request) => (await aws()).listObjects(request),
    openObjectPorts: async (request) => (await aws()).openObjectPorts(request),
    listRegions: async (request) => (await aws()).listRegions(request),
    lookUpEvents: async (request) => (await aws()).lookUpEvents(request),
    listWorkGroups: async (request) => (await aws()).listWorkGroups(request),
    getWorkGroup: async (request) => (await aws()).getWorkGroup(request),
    listCatalogs: async (request) => (await aws()).listCatalogs(request),
    listDatabases: async (request) => (await aws()).listDatabases(request),
    listTables: async (request) => (await aws()).listTables(request),
    getTable: async (request) => (await aws()).getTable(request),
    startQuery: async (request) => (await aws()).startQuery(request),
    getQuery: async (request) => (await aws()).getQuery(request),
    getQueryResults: async (request) => (await aws()).getQueryResults(request),
    stopQuery: async (request) => (await aws()).stopQuery(request),
  };
}

async function askWhere(
  window: BrowserWindow,
  name: string,
  kind: SaveKind | 'case',
): Promise<string | undefined> {
  const { name: what, extension } = kind === 'case' ? caseKind : saveKinds[kind];
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    // A case is called what its folder was called: only a plain file name of it is proposed.
    defaultPath: path.join(
      app.getPath('documents'),
      path.basename(name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_')),
    ),
    filters: [{ name: what, extensions: [extension] }],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/** Text with what would command a terminal, or turn its lines around, as escapes: names are evidence. */
export function forTerminal(text: string): string {
  return text.replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}

function onlyInBatch(start: Start): void {
  if (!start.batch) throw new Error('there is no batch run');
}
