import type { ContentReader } from './content-reader.ts';
import { CsvReader } from './csv-reader.ts';
import { FileReader, type FileSink } from './file-reader.ts';
import type { JsonScanner } from './json-scanner.ts';
import type { RecordSink } from './record-reader.ts';

/** The reader for content that begins so: a table by its header, anything else as JSON. */
export function chooseReader(
  head: Uint8Array,
  sink: RecordSink & FileSink,
  scanner: JsonScanner,
): ContentReader {
  // A header that would begin so is none of a table of records, and most files begin so.
  if (head[0] === openBrace || head[0] === openBracket) return new FileReader(sink, scanner);
  return CsvReader.forTable(head, sink, scanner) ?? new FileReader(sink, scanner);
}

const openBrace = 0x7b;
const openBracket = 0x5b;
