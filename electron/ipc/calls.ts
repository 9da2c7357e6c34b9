import type { Call } from './contract.ts';

// `satisfies` makes a call that is missing or misspelt a compile error.
const calls = {
  launch: true,
  listOffered: true,
  offerSample: true,
  nextOpened: true,
  offerOpened: true,
  openSave: true,
  writeSave: true,
  closeSave: true,
  printPdf: true,
  writeManifest: true,
  showSaved: true,
  print: true,
  listCredentials: true,
  pasteKeys: true,
  connectAws: true,
  disconnectAws: true,
  openStore: true,
  listObjects: true,
  openObjectPorts: true,
  listRegions: true,
  lookUpEvents: true,
  listWorkGroups: true,
  getWorkGroup: true,
  listCatalogs: true,
  listDatabases: true,
  listTables: true,
  getTable: true,
  startQuery: true,
  getQuery: true,
  getQueryResults: true,
  stopQuery: true,
  exit: true,
} satisfies Record<Call, true>;

/** None of them: the page hands files over, and the preload script alone can name paths. */
export const offerOwnCall = 'offerOwn';

/** The name of every call, once. */
export const callNames = Object.keys(calls) as readonly Call[];
