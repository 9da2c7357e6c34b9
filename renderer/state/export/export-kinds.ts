import type { SaveKind } from '../../host/host.ts';
import type { PlainKey } from '../../messages/message-key.ts';

/** What is said of a kind of export. */
interface KindWords {
  /** What was saved is called so in the window. */
  readonly label: PlainKey<'exports'>;
  /** The end of the name that is proposed. */
  readonly ending: string;
  /** For the journal and the manifest. */
  readonly content: string;
  /** What decides what is in it: the selected events, what was put to them, or the whole case. */
  readonly of: 'selection' | 'findings' | 'case';
}

/** The kinds of export in words. Contents are lasting: journals keep them. */
export const exportKinds: Readonly<Record<SaveKind, KindWords>> = {
  pdf: {
    label: 'exports.pdf',
    ending: 'report.pdf',
    content: 'the PDF report',
    of: 'selection',
  },
  html: {
    label: 'exports.html',
    ending: 'report.html',
    content: 'the HTML report',
    of: 'selection',
  },
  csv: {
    label: 'exports.csv',
    ending: 'events.csv',
    content: 'events as CSV',
    of: 'selection',
  },
  ndjson: {
    label: 'exports.ndjson',
    ending: 'events.ndjson',
    content: 'events as NDJSON',
    of: 'selection',
  },
  timesketch: {
    label: 'exports.timesketchFile',
    ending: 'timesketch.jsonl',
    content: 'events for Timesketch',
    of: 'selection',
  },
  entities: {
    label: 'exports.entityList',
    ending: 'entities.csv',
    content: 'entities as CSV',
    of: 'selection',
  },
  entitiesNdjson: {
    label: 'exports.entityList',
    ending: 'entities.ndjson',
    content: 'entities as NDJSON',
    of: 'selection',
  },
  findings: {
    label: 'exports.findingList',
    ending: 'findings.csv',
    content: 'the findings as CSV',
    of: 'findings',
  },
  findingsNdjson: {
    label: 'exports.findingList',
    ending: 'findings.ndjson',
    content: 'the findings as NDJSON',
    of: 'findings',
  },
  ledger: {
    label: 'exports.ledgerFile',
    ending: 'import ledger.csv',
    content: 'the import ledger as CSV',
    of: 'case',
  },
  ledgerNdjson: {
    label: 'exports.ledgerFile',
    ending: 'import ledger.ndjson',
    content: 'the import ledger as NDJSON',
    of: 'case',
  },
  png: {
    label: 'exports.figureFile',
    ending: 'timeline.png',
    content: 'the timeline figure as PNG',
    of: 'selection',
  },
  svg: {
    label: 'exports.figureFile',
    ending: 'timeline.svg',
    content: 'the timeline figure as SVG',
    of: 'selection',
  },
  journal: {
    label: 'exports.journalFile',
    ending: 'journal.txt',
    content: 'the journal',
    of: 'case',
  },
};

/** Whether a kind tells the whole story, and not only shows the timeline or lists data. */
export function isReport(kind: SaveKind): boolean {
  return kind === 'pdf' || kind === 'html';
}

/** The file name proposed for an export. */
export function nameFor(kind: SaveKind, caseName: string): string {
  return fileNameFor(caseName, exportKinds[kind].ending);
}

/** A file name that begins with the case's name, without what file systems refuse. */
export function fileNameFor(caseName: string, ending: string): string {
  const safe = caseName
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return `${safe === '' ? 'Case' : safe.slice(0, 80)} - ${ending}`;
}
