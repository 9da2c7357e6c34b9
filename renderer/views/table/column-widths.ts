import { formatTime } from '../../core/base/zoned-time.ts';
import type { TableColumn } from '../../state/app/settings-schema.ts';

/** Padding at both sides of a cell, in pixels. */
const padding = 16;
/** An entity's dot, with the space behind it. */
const dot = 14;

/** A width in characters of the fixed-width font, and in pixels beside them. */
interface Extent {
  readonly characters: number;
  readonly pixels: number;
}

const entity = padding + dot;

/**
 * The least that columns are narrowed to where the table lacks room: a whole IPv4 address, and of a
 * key the start that says its kind and the end that tells it apart.
 */
const leastOf: Readonly<Partial<Record<TableColumn, Extent>>> = {
  sourceIp: { characters: '255.255.255.255'.length, pixels: entity },
  accessKey: { characters: 'AKIAI…XAMPLE'.length, pixels: entity },
  outcome: { characters: 0, pixels: 92 },
  eventName: { characters: 0, pixels: 116 },
  loadBalancer: { characters: 0, pixels: 112 },
};
const leastOfOthers: Extent = { characters: 0, pixels: 98 };

/** What columns are as wide as where the table has room. */
const comfortOf: Readonly<Partial<Record<TableColumn, Extent>>> = {
  accessKey: { characters: 'AKIAIOSFODNN7EXAMPLE'.length, pixels: entity },
  outcome: { characters: 0, pixels: 92 },
  eventName: { characters: 0, pixels: 172 },
  userAgent: { characters: 0, pixels: 260 },
  identity: { characters: 0, pixels: 260 },
  resource: { characters: 0, pixels: 260 },
};
const comfortOfOthers: Extent = { characters: 0, pixels: 148 };

/** What the widths of the table's columns follow from, in pixels. */
interface WidthRules {
  /** The width that a column was drawn to; undefined where it never was. */
  readonly drawn: (column: TableColumn) => number | undefined;
  /** What all columns together may take. */
  readonly room: number;
  readonly zone: string;
  /** Some time shown has milliseconds. */
  readonly hasMilliseconds: boolean;
  /** Of a character in the fixed-width font. */
  readonly characterWidth: number;
}

/**
 * The width of each column in pixels. A column that was drawn to a width keeps it, but is never too
 * narrow for a whole time of the zone, since a time without its offset reads as another time. The
 * others are as wide as is comfortable, and give way, down to their least, until all fit the room.
 */
export function columnWidths(
  columns: readonly TableColumn[],
  { drawn, room, zone, hasMilliseconds, characterWidth }: WidthRules,
): readonly number[] {
  const pixels = (extent: Extent) => Math.ceil(extent.characters * characterWidth) + extent.pixels;
  const time = pixels({
    characters: formatTime(hasMilliseconds ? 1 : 0, zone).length,
    pixels: padding,
  });
  const ranges = columns.map((column) => {
    const width = drawn(column);
    if (column === 'time') return { least: Math.max(width ?? 0, time), give: 0 };
    if (width !== undefined) return { least: width, give: 0 };
    const least = pixels(leastOf[column] ?? leastOfOthers);
    return { least, give: Math.max(least, pixels(comfortOf[column] ?? comfortOfOthers)) - least };
  });
  const least = ranges.reduce((sum, one) => sum + one.least, 0);
  const give = ranges.reduce((sum, one) => sum + one.give, 0);
  const share = give === 0 ? 0 : Math.min(1, Math.max(0, (room - least) / give));
  return ranges.map((one) => one.least + Math.floor(one.give * share));
}
