import { formatIso } from '../base/zoned-time.ts';
import type { EpochMs, Span } from '../base/units.ts';
import { addressBlock, isBadAddress } from './address-block.ts';
import { allTime, type Filter, type Term } from './filter.ts';
import { shortName } from './query-fields.ts';
import { queryTokens, writtenValue } from './query-tokens.ts';

/**
 * The filter as `parseQuery` reads it back: span, conditions, then free text. The scope is left
 * out, since it is always chosen. Times are whole milliseconds.
 */
export function printQuery({ span, terms, text }: Omit<Filter, 'scope'>, zone: string): string {
  return [...printSpan(span, zone), ...terms.map(printTerm), ...printWords(text)].join(' ');
}

/** One condition as it is typed. */
function printTerm({ field, value, exclude }: Term): string {
  // What looks like a block, or an address, and is none was meant as it stands, which quotes say.
  const isOdd = value.includes('/') ? !addressBlock(value) : isBadAddress(value);
  return `${exclude ? '-' : ''}${shortName(field)}:${writtenValue(value, field === 'sourceIp' && isOdd)}`;
}

function printSpan(span: Span<EpochMs> | undefined, zone: string): readonly string[] {
  if (span === undefined) return [];
  return [
    ...(span.start > allTime.start ? [`after:${formatIso(span.start, zone)}`] : []),
    ...(span.end < allTime.end ? [`before:${formatIso(Math.ceil(span.end), zone)}`] : []),
  ];
}

function printWords(text: string): readonly string[] {
  return queryTokens(text).map(({ name, text: word }) =>
    name === undefined ? word : `"${word.replaceAll('"', '')}"`,
  );
}
