import { gunzipSync } from 'fflate';
import { decompress as unzstd } from 'fzstd';
import {
  parquetMetadataAsync,
  parquetReadObjects,
  parquetSchema,
  type Compressors,
  type FileMetaData,
  type SchemaTree,
} from 'hyparquet';
import { inWords, type Pieces, type Streamable } from './byte-source.ts';
import { toBlob } from './to-blob.ts';

/**
 * What columns are packed with beside Snappy, which the reader knows. Plain JavaScript: the page may
 * compile no WebAssembly.
 */
const compressors: Compressors = {
  GZIP: (packed, length) => gunzipSync(packed, { out: new Uint8Array(length) }),
  ZSTD: (packed, length) => unzstd(packed, new Uint8Array(length)),
};

/** A group of rows is read at once; Security Lake's have some ten thousand. */
const maxGroupRows = 2_000_000;
const linesAtOnce = 1000;
const encoder = new TextEncoder();

/**
 * The rows of a Parquet file, each a line of JSON without the members that are null. The same file
 * gives the same bytes each time, so that a record can be found again in them.
 */
export async function* parquetLines(source: Streamable): Pieces {
  try {
    const blob = await toBlob(source);
    const file = {
      byteLength: blob.size,
      slice: (start: number, end?: number) => blob.slice(start, end).arrayBuffer(),
    };
    const metadata = await parquetMetadataAsync(file);
    checkColumns(metadata);
    let rowStart = 0;
    for (const group of metadata.row_groups) {
      const rowEnd = rowStart + Number(group.num_rows);
      if (rowEnd - rowStart > maxGroupRows) throw new Error('a group of more than 2,000,000 rows');
      const rows = await parquetReadObjects({ file, metadata, compressors, rowStart, rowEnd });
      rowStart = rowEnd;
      for (let at = 0; at < rows.length; at += linesAtOnce) {
        const lines = rows.slice(at, at + linesAtOnce).map((row) => `${toJson(row)}\n`);
        yield encoder.encode(lines.join(''));
      }
    }
    return { kind: 'whole' };
  } catch (error) {
    // The library throws what it stumbles over in a damaged file.
    return { kind: 'broken', reason: `the Parquet file cannot be read: ${inWords(error)}` };
  }
}

/**
 * Throws where a column is not in the schema, or there twice: the library would begin to read it,
 * wait for others only, and leave its failure to nobody.
 */
function checkColumns(metadata: FileMetaData): void {
  const known = new Set(leafPaths(parquetSchema(metadata)));
  for (const group of metadata.row_groups) {
    const left = new Set(known);
    for (const { meta_data: column } of group.columns) {
      const path = JSON.stringify(column?.path_in_schema);
      if (!left.delete(path)) throw new Error(`a column ${path} that its schema does not have`);
    }
  }
}

function leafPaths({ children, path }: SchemaTree): string[] {
  return children.length === 0 ? [JSON.stringify(path)] : children.flatMap(leafPaths);
}

function toJson(row: unknown): string {
  return JSON.stringify(row, (_name, value: unknown) => {
    if (value === null) return undefined;
    if (typeof value !== 'bigint') return value;
    const number = Number(value);
    return Number.isSafeInteger(number) ? number : value.toString();
  });
}
