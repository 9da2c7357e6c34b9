import { addressBlock, isAddress } from '../../core/query/address-block.ts';
import { everything, type FilterField, type Term } from '../../core/query/filter.ts';
import { fixedValues } from '../../core/query/query-fields.ts';
import { exactValue, parseValuePattern } from '../../core/query/value-pattern.ts';
import { parseElbArn } from '../../core/record/elb-arn.ts';
import { holdsLines } from '../../core/table/columns.ts';
import { shownValue } from '../app/field-labels.ts';
import type { QueryPort } from '../query-port.ts';

/** Values looked at for one that is meant. */
const mostValues = 2000;
/** More values than this that are called the same become one condition with stars. */
const mostMeant = 12;

/**
 * The conditions that a typed one stands for in the open case. A value with `*`, a block of
 * addresses and a whole address mean what they say. Any other value means the values of the case
 * that are it, or are shown as it, whatever the case of letters; a load balancer also by its name.
 * Where there is none, it means the values that have it in them: `*value*`.
 */
export async function lookUpTerm(query: QueryPort, typed: Term): Promise<readonly Term[]> {
  const { field, value } = typed;
  const pattern = parseValuePattern(value);
  const isFixed = field === 'record' || field === 'eventId' || fixedValues(field) !== undefined;
  if (isFixed || pattern.kind === 'wildcard' || value === '') return [typed];
  if (field === 'sourceIp' && addressBlock(value) !== undefined) return [typed];
  const meant = await valuesMeant(query, field, pattern.text.toLowerCase());
  if (meant.length > 0 && meant.length <= mostMeant) {
    return meant.map((one) => ({ ...typed, value: exactValue(one) }));
  }
  const isWhole = field === 'sourceIp' && isAddress(pattern.text);
  return [{ ...typed, value: isWhole ? value : `*${exactValue(pattern.text)}*` }];
}

async function valuesMeant(
  query: QueryPort,
  field: FilterField,
  wanted: string,
): Promise<readonly string[]> {
  // What is shown by another text than its own cannot be found by what the text contains.
  const isRenamed = holdsLines(field) || field === 'eventSource';
  const found = new Set<string>();
  for (const containing of isRenamed ? [wanted, ''] : [wanted]) {
    const request = { filter: everything, fields: [field], limit: mostValues, containing };
    for (const facet of await query.ask('facets', request))
      for (const { value } of facet.values) if (isMeant(field, value, wanted)) found.add(value);
  }
  return [...found];
}

function isMeant(field: FilterField, value: string, wanted: string): boolean {
  if (value === '') return false;
  const names = [value, shownValue(field, value), ...(holdsLines(field) ? namesOf(value) : [])];
  return names.some((name) => name.toLowerCase() === wanted);
}

/** The name alone, of whichever form the value has. */
function namesOf(value: string): readonly string[] {
  const [, text = value] = /^(.*?)(?: #\d+)?$/su.exec(value) ?? [];
  const arn = parseElbArn(text);
  if (arn !== undefined) {
    return arn.kind.endsWith('load balancer') || arn.kind === 'target group' ? [arn.name] : [];
  }
  const [, name] = /^(?:targetgroup-)?name:[^/]*\/[^/]*\/(.*)$/su.exec(text) ?? [];
  return name === undefined ? [] : [name];
}
