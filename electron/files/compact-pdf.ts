import { readPdfObjects } from './pdf-objects.ts';
import type { PdfObject } from './pdf-objects.ts';
import { deflateSync } from 'node:zlib';

/** Objects packed into one stream: readers inflate a whole stream to get at one of its objects. */
const objectsPerStream = 200;
/** Bytes of an entry: its kind, an offset or object number, a place (see `/W` below). */
const entryBytes = 7;

/** Where an object is: nowhere, at an offset of the file, or at a place in an object stream. */
type Entry =
  | { readonly kind: 'free' }
  | { readonly kind: 'at'; readonly offset: number }
  | { readonly kind: 'in'; readonly stream: number; readonly place: number };

/**
 * The same PDF in about a sixth of the bytes. Chromium writes the tags by which a page is read aloud
 * uncompressed, some 200 bytes for each piece of text: nearly the whole file. Here the objects that
 * are no streams are packed into object streams (ISO 32000-1, 7.5.7 and 7.5.8; PDF 1.5). Every
 * object's text stays as it is. A file of an unexpected form comes back unchanged.
 */
export function compactPdf(pdf: Buffer): Buffer {
  const found = readPdfObjects(pdf);
  if (found === undefined) return pdf;
  const writer = new PdfWriter(found.size);
  const plain = found.objects.filter(({ isStream }) => !isStream);
  for (const { number, isStream, body } of found.objects) if (isStream) writer.put(number, body);
  for (let first = 0; first < plain.length; first += objectsPerStream) {
    writer.pack(plain.slice(first, first + objectsPerStream));
  }
  return writer.end(found.trailer);
}

class PdfWriter {
  readonly #parts: Buffer[] = [];
  readonly #entries: Entry[];
  #length = 0;

  constructor(size: number) {
    this.#entries = Array.from({ length: size }, () => ({ kind: 'free' }));
    // Bytes over 127 in the second line tell that the file is binary (7.5.2).
    this.#add(Buffer.from('%PDF-1.5\n%\xe2\xe3\xcf\xd3\n', 'latin1'));
  }

  put(number: number, body: Buffer): void {
    this.#entries[number] = { kind: 'at', offset: this.#length };
    this.#add(Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n'));
  }

  /** Puts the objects into one stream, whose number is the next free one. */
  pack(objects: readonly PdfObject[]): void {
    const stream = this.#entries.length;
    this.put(stream, objectStream(objects));
    for (const [place, { number }] of objects.entries()) {
      this.#entries[number] = { kind: 'in', stream, place };
    }
  }

  end(trailer: string): Buffer {
    const start = this.#length;
    const self = this.#entries.length;
    this.#entries.push({ kind: 'at', offset: start });
    this.put(self, crossReferences(this.#entries, trailer));
    this.#add(Buffer.from(`startxref\n${start}\n%%EOF\n`));
    return Buffer.concat(this.#parts);
  }

  #add(...parts: readonly Buffer[]): void {
    for (const part of parts) {
      this.#parts.push(part);
      this.#length += part.length;
    }
  }
}

function objectStream(objects: readonly PdfObject[]): Buffer {
  let offset = 0;
  const heads = objects.map(({ number, body }) => {
    const head = `${number} ${offset}`;
    offset += body.length + 1;
    return head;
  });
  const index = Buffer.from(`${heads.join(' ')}\n`);
  const newline = Buffer.from('\n');
  const content = Buffer.concat([index, ...objects.flatMap(({ body }) => [body, newline])]);
  return deflated(`/Type /ObjStm /N ${objects.length} /First ${index.length}`, content);
}

function crossReferences(entries: readonly Entry[], trailer: string): Buffer {
  const rows = Buffer.alloc(entries.length * entryBytes);
  for (const [number, entry] of entries.entries()) writeEntry(rows, number * entryBytes, entry);
  return deflated(`/Type /XRef /Size ${entries.length} /W [1 4 2] ${trailer}`, rows);
}

function writeEntry(rows: Buffer, at: number, entry: Entry): void {
  switch (entry.kind) {
    case 'free':
      rows.writeUInt16BE(0xffff, at + 5);
      return;
    case 'at':
      rows.writeUInt8(1, at);
      rows.writeUInt32BE(entry.offset, at + 1);
      return;
    case 'in':
      rows.writeUInt8(2, at);
      rows.writeUInt32BE(entry.stream, at + 1);
      rows.writeUInt16BE(entry.place, at + 5);
      return;
  }
}

function deflated(entries: string, content: Buffer): Buffer {
  const bytes = deflateSync(content, { level: 9 });
  const head = `<<${entries} /Filter /FlateDecode /Length ${bytes.length}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), bytes, Buffer.from('\nendstream')]);
}
