import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compactPdf } from '../../../../electron/files/compact-pdf.ts';

/** A file as Chromium writes it, of these bodies of the objects 1, 2 … */
function plainPdf(bodies: readonly string[], trailer = '/Root 1 0 R\n/Info 2 0 R'): Buffer {
  let file = '%PDF-1.4\n%\xd3\xeb\xe9\xe1\n';
  const offsets = bodies.map((body, place) => {
    const offset = file.length;
    file += `${place + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n${entries.join('')}`;
  file += `trailer\n<</Size ${bodies.length + 1}\n${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

/** Reads a file with a cross-reference stream as a PDF reader does, one object after the other. */
function readCompact(pdf: Buffer): { bodies: readonly string[]; head: string } {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/u.exec(pdf.toString('latin1'))?.[1]);
  const { dictionary: head, content: rows } = streamAt(pdf, start);
  const bodies: string[] = [];
  for (let number = 1; number < Number(/\/Size (\d+)/u.exec(head)?.[1]); number++) {
    const at = number * 7;
    const [offset, place] = [rows.readUInt32BE(at + 1), rows.readUInt16BE(at + 5)];
    if (rows[at] === 1) bodies[number] = textAt(pdf, offset, number);
    else bodies[number] = packedAt(pdf, rows.readUInt32BE(offset * 7 + 1), place, number);
  }
  return { bodies, head };
}

function textAt(pdf: Buffer, offset: number, number: number): string {
  const text = pdf.toString('latin1', offset);
  const head = `${number} 0 obj\n`;
  expect(text.startsWith(head)).toBe(true);
  return text.slice(head.length, text.indexOf('\nendobj\n'));
}

function streamAt(pdf: Buffer, offset: number): { dictionary: string; content: Buffer } {
  const text = pdf.toString('latin1', offset);
  const dictionary = text.slice(0, text.indexOf('stream\n'));
  const length = Number(/\/Length (\d+)/u.exec(dictionary)?.[1]);
  const from = offset + dictionary.length + 'stream\n'.length;
  return { dictionary, content: inflateSync(pdf.subarray(from, from + length)) };
}

function packedAt(pdf: Buffer, offset: number, place: number, number: number): string {
  const { dictionary, content } = streamAt(pdf, offset);
  const first = Number(/\/First (\d+)/u.exec(dictionary)?.[1]);
  const index = content.toString('latin1', 0, first).trim().split(' ').map(Number);
  expect(index[place * 2]).toBe(number);
  const next = index[place * 2 + 3];
  const end = next === undefined ? content.length : first + next;
  return content.toString('latin1', first + (index[place * 2 + 1] ?? 0), end).trimEnd();
}

describe('compactPdf', () => {
  const content = '<</Length 9>> stream\nBT endobj\nendstream';
  const tags = Array.from({ length: 900 }, (_, i) => `<</S /TD\n/P ${i} 0 R\n/ID (node${i})>>`);

  it('keeps every object as it was, under its number', () => {
    const bodies = [
      '<</Type /Catalog>>',
      '<</Title (A)>>',
      content.replace('endobj', 'ET'),
      ...tags,
    ];
    const compact = readCompact(compactPdf(plainPdf(bodies)));
    expect(compact.bodies.slice(1, bodies.length + 1)).toEqual(bodies);
    expect(compact.head).toContain('/Root 1 0 R\n/Info 2 0 R');
  });

  it('takes a fraction of the room', () => {
    const pdf = plainPdf(['<</Type /Catalog>>', '<<>>', ...tags]);
    expect(compactPdf(pdf).length).toBeLessThan(pdf.length / 5);
  });

  it('is no older version of the format than it needs', () => {
    expect(compactPdf(plainPdf(['<<>>', '<<>>'])).toString('latin1', 0, 8)).toBe('%PDF-1.5');
  });

  it('leaves alone what it does not know', () => {
    const pdf = plainPdf(['<<>>', '<<>>']);
    const text = pdf.toString('latin1');
    for (const other of [
      '',
      'no PDF',
      text.slice(0, -8),
      text.replace('1 0 obj', '7 0 obj'),
      text.replace('00000 n', '00001 n'),
      text.replace('/Root', '/Encrypt 2 0 R /Root'),
      text.replace('/Root', '/Prev 12 /Root'),
    ]) {
      const bytes = Buffer.from(other, 'latin1');
      expect(compactPdf(bytes)).toBe(bytes);
    }
  });
});
