import type { PlainKey } from '../../messages/message-key.ts';
import type { SaveKind } from '../../state/export/exports.svelte.ts';

/** Something that can be exported, in one form or another. */
export interface ExportPart {
  readonly name: 'report' | 'events' | 'entities' | 'findings' | 'ledger' | 'figure';
  readonly label: PlainKey<'exports'>;
  readonly about: PlainKey<'exports'>;
  /** The first one is what is chosen at first. */
  readonly forms: readonly { readonly kind: SaveKind; readonly label: string }[];
}

/** What was chosen in the dialog. */
export interface ChosenOptions {
  /** Of the events as CSV: all columns, or those of the table. */
  allColumns: boolean;
  withRecords: boolean;
  redact: boolean;
  paper: 'A4' | 'Letter';
  /** Numbers of saved views. */
  views: number[];
}

/** What the dialog offers, in its order. Names of formats are the same in every language. */
export const exportParts: readonly ExportPart[] = [
  {
    name: 'report',
    label: 'exports.report',
    about: 'exports.aboutReport',
    forms: [
      { kind: 'pdf', label: 'PDF' },
      { kind: 'html', label: 'HTML' },
    ],
  },
  {
    name: 'events',
    label: 'exports.events',
    about: 'exports.aboutEvents',
    forms: [
      { kind: 'csv', label: 'CSV' },
      { kind: 'ndjson', label: 'NDJSON' },
      { kind: 'timesketch', label: 'Timesketch JSONL' },
    ],
  },
  {
    name: 'entities',
    label: 'exports.entities',
    about: 'exports.aboutEntities',
    forms: [
      { kind: 'entities', label: 'CSV' },
      { kind: 'entitiesNdjson', label: 'NDJSON' },
    ],
  },
  {
    name: 'findings',
    label: 'exports.findings',
    about: 'exports.aboutFindings',
    forms: [
      { kind: 'findings', label: 'CSV' },
      { kind: 'findingsNdjson', label: 'NDJSON' },
    ],
  },
  {
    name: 'ledger',
    label: 'exports.ledger',
    about: 'exports.aboutLedger',
    forms: [
      { kind: 'ledger', label: 'CSV' },
      { kind: 'ledgerNdjson', label: 'NDJSON' },
    ],
  },
  {
    name: 'figure',
    label: 'exports.figure',
    about: 'exports.aboutFigure',
    forms: [
      { kind: 'png', label: 'PNG' },
      { kind: 'svg', label: 'SVG' },
    ],
  },
];
