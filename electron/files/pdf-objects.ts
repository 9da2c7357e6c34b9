/** An object of a PDF file: its number, and the bytes between `N 0 obj` and `endobj`. */
export interface PdfObject {
  readonly number: number;
  readonly body: Buffer;
  readonly isStream: boolean;
}

/** What a PDF file holds. */
export interface PdfObjects {
  /** In the order of the file. */
  readonly objects: readonly PdfObject[];
  /** One more than the highest number. */
  readonly size: number;
  /** The entries of the trailer but its size. */
  readonly trailer: string;
}

/** Length of an entry of the cross-reference table (ISO 32000-1, 7.5.4). */
const entryLength = 20;

/**
 * The objects of a file as Chromium writes it: one section, with a plain cross-reference table, all
 * of generation 0, not encrypted. Undefined for any other file. One pass over the bytes.
 */
export function readPdfObjects(pdf: Buffer): PdfObjects | undefined {
  const start = startOfTable(pdf);
  if (start === undefined) return undefined;
  const table = pdf.toString('latin1', start);
  const [head = '', count = ''] = /^xref\s+0 (\d+)\s*\n/u.exec(table) ?? [];
  if (head === '') return undefined;
  const size = Number(count);
  const entries = table.slice(head.length, head.length + size * entryLength);
  const rest = table.slice(head.length + entries.length);
  const trailer = /^trailer\s*<<(.*)>>\s*startxref/su.exec(rest)?.[1];
  if (trailer === undefined || /\/(?:Prev|XRefStm|Encrypt)\b/u.test(trailer)) return undefined;
  const offsets = offsetsOf(entries, size);
  const objects = offsets && objectsAt(pdf.subarray(0, start), offsets);
  return objects && { objects, size, trailer: trailer.replace(/\/Size\s+\d+/u, '').trim() };
}

function startOfTable(pdf: Buffer): number | undefined {
  const end = pdf.subarray(-2048).toString('latin1');
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/u.exec(end)?.[1] ?? Number.NaN);
  return start < pdf.length ? start : undefined;
}

/** Where each object in use begins, by its number; undefined where an entry is of another form. */
function offsetsOf(entries: string, size: number): ReadonlyMap<number, number> | undefined {
  const offsets = new Map<number, number>();
  for (let number = 0; number < size; number++) {
    const entry = entries.slice(number * entryLength, (number + 1) * entryLength);
    const [, offset, generation, kind] = /^(\d{10}) (\d{5}) ([nf])/u.exec(entry) ?? [];
    if (kind === undefined || (kind === 'n' && generation !== '00000')) return undefined;
    if (kind === 'n') offsets.set(number, Number(offset));
  }
  return offsets;
}

function objectsAt(
  pdf: Buffer,
  offsets: ReadonlyMap<number, number>,
): readonly PdfObject[] | undefined {
  const sorted = Array.from(offsets).sort(([, a], [, b]) => a - b);
  const objects: PdfObject[] = [];
  for (const [place, [number, offset]] of sorted.entries()) {
    const bytes = pdf.subarray(offset, sorted[place + 1]?.[1] ?? pdf.length);
    const head = `${number} 0 obj`;
    const end = bytes.lastIndexOf('endobj');
    if (end < 0 || bytes.toString('latin1', 0, head.length) !== head) return undefined;
    const body = trimmed(bytes.subarray(head.length, end));
    objects.push({ number, body, isStream: body.subarray(-9).toString('latin1') === 'endstream' });
  }
  return objects;
}

function trimmed(bytes: Buffer): Buffer {
  let start = 0;
  let end = bytes.length;
  while (start < end && isSpace(bytes[start])) start++;
  while (end > start && isSpace(bytes[end - 1])) end--;
  return bytes.subarray(start, end);
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d;
}
