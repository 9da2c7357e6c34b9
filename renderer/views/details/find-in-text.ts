/** Places where a text was found: from `start` up to, but not including, `end`. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** More than this many are neither counted nor marked. */
export const mostPlaces = 5000;

/** Where `wanted` stands in a text, whatever the case of letters; overlaps count once. */
export function findInText(text: string, wanted: string): readonly Place[] {
  if (wanted === '') return [];
  const plain = wanted.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const places: Place[] = [];
  for (const match of text.matchAll(new RegExp(plain, 'giu'))) {
    places.push({ start: match.index, end: match.index + match[0].length });
    if (places.length === mostPlaces) break;
  }
  return places;
}
