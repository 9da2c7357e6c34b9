import { formatTime } from '../base/zoned-time.ts';
import { allTime, isAdded, type Filter, type FilterField, type Term } from '../query/filter.ts';
import { parseValuePattern } from '../query/value-pattern.ts';
import { holdsLines } from '../table/columns.ts';
import { fields } from '../words/fields.ts';
import { cutText } from './cut-text.ts';
import { resourceInWords } from './resource-words.ts';

const longestValue = 300;

/** The conditions that a filter sets, a sentence each: all of them must hold. */
export function filterInWords(filter: Filter, zone: string): readonly string[] {
  const sentences = [
    filter.scope === 'elb' ? 'Events of Elastic Load Balancing only' : 'Events of all services',
  ];
  const { span } = filter;
  if (span !== undefined) {
    const from = span.start > allTime.start ? [`From ${formatTime(span.start, zone)}`] : [];
    const to =
      span.end < allTime.end ? [`up to, not including, ${formatTime(span.end, zone)}`] : [];
    const sentence = [...from, ...to].join(' ');
    sentences.push(sentence.charAt(0).toUpperCase() + sentence.slice(1));
  }
  for (const field of new Set(filter.terms.map((term) => term.field))) {
    sentences.push(...sentencesOf(field, filter.terms));
  }
  const words = filter.text.trim();
  if (words !== '') sentences.push(`Some field contains each of the words “${shown(words)}”`);
  return sentences;
}

function sentencesOf(field: FilterField, terms: readonly Term[]): readonly string[] {
  const ofField = terms.filter((term) => term.field === field);
  const included = ofField.filter(({ exclude }) => !exclude).map(condition);
  const excluded = ofField.filter(({ exclude }) => exclude).map(condition);
  const label = fields[field];
  if (field === 'record') return ofField.map((term) => `${label} ${condition(term)}`);
  return [
    ...(included.length > 0 ? [`${label} ${included.join(', or ')}`] : []),
    ...excluded.map((negated) => `${label} ${negated}`),
  ];
}

function condition({ field, value, exclude }: Term): string {
  if (field === 'record') return `${exclude ? 'does not contain' : 'contains'} “${shown(value)}”`;
  if (field === 'is' && value === 'conflicting') {
    return `${exclude ? 'is not' : 'is'} conflicting: another record has the same event ID and other content`;
  }
  if (value === '' && isAdded(field)) return exclude ? 'is given' : 'is not given';
  if (value === '') return exclude ? 'is in the record' : 'is not in the record';
  const pattern = parseValuePattern(value);
  if (pattern.kind === 'wildcard') {
    return `${exclude ? 'does not match' : 'matches'} ${shown(value)}`;
  }
  const text = holdsLines(field) ? inWords(pattern.text) : pattern.text;
  return `${exclude ? 'is not' : 'is'} ${shown(text)}`;
}

function inWords(texts: string): string {
  return texts.split('\n').map(resourceInWords).join(' and ');
}

function shown(value: string): string {
  return cutText(value, longestValue);
}
