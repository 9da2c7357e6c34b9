import type { SaveKind } from '../host/host.ts';

/** What is said of a kind of export. */
interface KindWords {
  /** Of what was saved, at the beginning of a sentence. */
  readonly label: string;
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
    label: 'The PDF report',
    ending: 'report.pdf',
    content: 'the PDF report',
    of: 'selection',
  },
  html: {
    label: 'The HTML report',
    ending: 'report.html',
    content: 'the HTML report',
    of: 'selection',
  },
  csv: {
    label: 'The CSV file',
    ending: 'events.csv',
    content: 'events as CSV',
    of: 'selection',
  },
  ndjson: {
    label: 'The NDJSON file',
    ending: 'events.ndjson',
    content: 'events as NDJSON',
    of: 'selection',
  },
  timesketch: {
    label: 'The Timesketch file',
    ending: 'timesketch.jsonl',
    content: 'events for Timesketch',
    of: 'selection',
  },
  entities: {
    label: 'The list of entities',
    ending: 'entities.csv',
    content: 'entities as CSV',
    of: 'selection',
  },
  entitiesNdjson: {
    label: 'The list of entities',
    ending: 'entities.ndjson',
    content: 'entities as NDJSON',
    of: 'selection',
  },
  findings: {
    label: 'The list of findings',
    ending: 'findings.csv',
    content: 'the findings as CSV',
    of: 'findings',
  },
  findingsNdjson: {
    label: 'The list of findings',
    ending: 'findings.ndjson',
    content: 'the findings as NDJSON',
    of: 'findings',
  },
  ledger: {
    label: 'The import ledger',
    ending: 'import ledger.csv',
    content: 'the import ledger as CSV',
    of: 'case',
  },
  ledgerNdjson: {
    label: 'The import ledger',
    ending: 'import ledger.ndjson',
    content: 'the import ledger as NDJSON',
    of: 'case',
  },
  png: {
    label: 'The timeline figure',
    ending: 'timeline.png',
    content: 'the timeline figure as PNG',
    of: 'selection',
  },
  svg: {
    label: 'The timeline figure',
    ending: 'timeline.svg',
    content: 'the timeline figure as SVG',
    of: 'selection',
  },
  journal: { label: 'The journal', ending: 'journal.txt', content: 'the journal', of: 'case' },
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
