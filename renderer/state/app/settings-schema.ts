import { z } from 'zod';
import { laneFields, laneSorts } from '../../core/layout/marks.ts';
import { textColumns } from '../../core/table/columns.ts';
import { languageChoices } from '../../messages/language.ts';
import { isZone } from '../../core/base/zoned-time.ts';

/** Columns the table can show. */
export const tableColumns = ['time', 'outcome', ...textColumns] as const;
export type TableColumn = (typeof tableColumns)[number];

const shownAtFirst: readonly TableColumn[] = [
  'time',
  'eventName',
  'outcome',
  'sourceIp',
  'accessKey',
  'principal',
  'tool',
  'loadBalancer',
];

const share = z.number().min(0).max(1);

/**
 * What is remembered of the window between runs, as it is saved: version 1. A part that does not
 * hold any more, such as a column that is gone, falls back by itself and leaves the rest alone.
 */
const savedSettings = z.object({
  version: z.literal(1),
  /** The investigator's name, for the journal and the report. */
  userName: z.string().max(200).catch(''),
  theme: z.enum(['system', 'light', 'dark']).catch('system'),
  contrast: z.enum(['system', 'more']).catch('system'),
  language: z.enum(languageChoices).catch('system'),
  zone: z
    .string()
    .refine((name) => name === 'local' || isZone(name))
    .catch('UTC'),
  laneField: z.enum(laneFields).catch('sourceIp'),
  laneNested: z.enum(['none', ...laneFields]).catch('none'),
  laneSort: z.enum(laneSorts).catch('firstSeen'),
  columns: z
    .array(z.enum(tableColumns))
    .min(1)
    .readonly()
    .catch([...shownAtFirst]),
  columnWidths: z.record(z.string(), z.number().min(40).max(1200)).catch({}),
  /** Widths of the side panes and height of the table, as shares of the window. */
  facetsShare: share.catch(0.17),
  detailsShare: share.catch(0.27),
  tableShare: share.catch(0.45),
});

export type Settings = Readonly<z.infer<typeof savedSettings>>;

export const settingsAtFirst: Settings = savedSettings.parse({ version: 1 });

/** The settings in a saved text; those at first where it is none, or of a later version. */
export function readSettings(saved: string | null): Settings {
  if (saved === null) return settingsAtFirst;
  try {
    const read = savedSettings.safeParse(JSON.parse(saved));
    return read.success ? read.data : settingsAtFirst;
  } catch {
    return settingsAtFirst;
  }
}
