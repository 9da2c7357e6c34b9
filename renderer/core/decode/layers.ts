import { piecesIn, piecesOf, streamOf, type Pieces, type Streamable } from './byte-source.ts';
import { gunzip } from './gunzip.ts';
import { parquetLines } from './parquet-lines.ts';

/** Packings around one content. */
const wrappings = ['gzip', 'zstd', 'utf-16le', 'utf-16be', 'parquet'] as const;
export type Wrapping = (typeof wrappings)[number];

/** Packings of many files. */
export type ArchiveKind = 'zip' | 'tar';

/** How a file is packed: from the outside in, an archive last. */
export type Layers = readonly (Wrapping | ArchiveKind)[];

/** Layers in words: `plain`, `gzip`, `gzip of tar`. */
export function layersInWords(layers: Layers): string {
  return layers.length === 0 ? 'plain' : layers.join(' of ');
}

/** Whether this program can take such a packing off. */
export function isWrapping(kind: string): kind is Wrapping {
  return wrappings.some((wrapping) => wrapping === kind) && (kind !== 'zstd' || hasZstd);
}

/**
 * What is inside the wrappings, read anew by every stream; an archive is left as it is. It is what
 * the offsets of records count in. A Parquet file's content is its rows as lines of JSON.
 */
export function unwrapped(source: Streamable, layers: Layers): Streamable {
  return layers
    .filter(isWrapping)
    .reduce((outer, layer) => ({ stream: () => streamOf(() => unwrap(outer, layer)) }), source);
}

/** As {@link unwrapped}, in pieces: a stream less for the many files that have one layer. */
export function unwrappedPieces(source: Streamable, layers: readonly Wrapping[]): Pieces {
  const innermost = layers.at(-1);
  if (innermost === undefined) return piecesIn(source);
  return unwrap(unwrapped(source, layers.slice(0, -1)), innermost);
}

function unwrap(source: Streamable, layer: Wrapping): Pieces {
  switch (layer) {
    case 'gzip':
      return gunzip(source);
    case 'zstd':
      return piecesOf(source.stream().pipeThrough(zstdInflater()));
    case 'utf-16le':
    case 'utf-16be':
      return piecesOf(
        source
          .stream()
          .pipeThrough(new TextDecoderStream(layer))
          .pipeThrough(new TextEncoderStream()),
      );
    case 'parquet':
      return parquetLines(source);
  }
}

/** Newer runtimes have it (Compression Streams standard), and their types do not say so yet. */
function zstdInflater(): DecompressionStream {
  return new DecompressionStream('zstd' as CompressionFormat);
}

const hasZstd = knowsZstd();

function knowsZstd(): boolean {
  try {
    zstdInflater();
    return true;
  } catch {
    return false;
  }
}
