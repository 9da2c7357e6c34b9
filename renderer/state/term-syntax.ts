import type { FilterField, Term } from '../core/query/filter.ts';

/** Short names for typing, the first of each field's being the one shown on chips. */
export const fieldNames: readonly (readonly [FilterField, readonly string[]])[] = [
  ['sourceIp', ['ip', 'sourceip']],
  ['accessKey', ['key', 'accesskey']],
  ['tool', ['tool']],
  ['userAgent', ['agent', 'ua', 'useragent']],
  ['principal', ['principal', 'who']],
  ['identity', ['identity', 'arn']],
  ['identityType', ['identitytype']],
  ['loadBalancer', ['lb', 'loadbalancer']],
  ['eventName', ['event', 'action', 'eventname']],
  ['eventSource', ['service', 'eventsource']],
  ['outcome', ['outcome', 'result']],
  ['access', ['access']],
  ['errorCode', ['error', 'errorcode']],
  ['region', ['region']],
  ['account', ['account']],
];

const fieldOfName = new Map(
  fieldNames.flatMap(([field, names]) => names.map((name) => [name, field] as const)),
);

/** The short name of a field. */
export function shortName(field: FilterField): string {
  return fieldNames.find(([one]) => one === field)?.[1][0] ?? field;
}

const syntax = /^\s*(?<minus>-?)(?<name>[a-z]+):\s*(?<value>.*?)\s*$/iu;

/** Whether a text is one condition being typed, such as `ip:` or `-event:Desc`, and no free text. */
export function isTermText(text: string): boolean {
  const name = syntax.exec(text)?.groups?.['name'];
  return name !== undefined && fieldOfName.has(name.toLowerCase());
}

/** The condition in `ip:10.0.0.0/8` or `-event:Describe*`; undefined where it is none, or unfinished. */
export function parseTerm(text: string): Term | undefined {
  const groups = syntax.exec(text)?.groups;
  const field = fieldOfName.get(groups?.['name']?.toLowerCase() ?? '');
  const value = groups?.['value'] ?? '';
  if (field === undefined || value === '') return undefined;
  const lower = field === 'outcome' || field === 'access';
  return { field, value: lower ? value.toLowerCase() : value, exclude: groups?.['minus'] === '-' };
}
