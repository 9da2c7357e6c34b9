import { addressBlock } from '../core/query/address-block.ts';
import type { FilterField, Term } from '../core/query/filter.ts';
import { outcomes } from '../core/table/columns.ts';

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
  ['targetGroup', ['tg', 'targetgroup']],
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

/** What was typed into the filter, as far as it can be told without looking into the case. */
export interface TypedFilter {
  /** Conditions with their values as typed (see term-lookup.ts). */
  readonly terms: readonly Term[];
  /** The words that are no conditions, as free text. */
  readonly words: string;
  /** What is wrong, a sentence each. */
  readonly problems: readonly string[];
}

/** A part of what was typed: `name:value`, or a word, where there is no name. */
interface Part {
  readonly text: string;
  readonly name?: string;
  readonly exclude: boolean;
  /** Undefined where nothing stands after the colon. */
  readonly value?: string | undefined;
}

const part =
  /(?<minus>-?)(?<name>[a-z]+):(?:"(?<quoted>[^"]*)"?|(?<plain>[^\s"]\S*)?)|"[^"]*"?|\S+/giu;
/** Texts with a colon in them that nobody means as a condition: addresses of pages, and ARNs. */
const noCondition = /^-?(?:[a-z]+:\/\/|arn:aws[\w-]*:)/iu;

/** Whether a text has a condition in it, such as `ip:` or `-event:Desc`, and not only free text. */
export function hasConditions(text: string): boolean {
  return partsOf(text).some(({ name }) => name !== undefined);
}

/** Reads conditions such as `ip:10.0.0.0/8 -event:Describe*`, in double quotes where they have spaces. */
export function readTyped(text: string): TypedFilter {
  const parts = partsOf(text);
  const read = parts.flatMap(readPart);
  return {
    terms: read.flatMap((one) => (typeof one === 'string' ? [] : [one])),
    words: parts.flatMap(({ name, text: word }) => (name === undefined ? [word] : [])).join(' '),
    problems: read.filter((one) => typeof one === 'string'),
  };
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  for (const { 0: whole, groups = {} } of text.matchAll(part)) {
    const { minus, name, quoted, plain } = groups;
    const last = parts.at(-1);
    if (name !== undefined && !noCondition.test(whole)) {
      const value = quoted ?? plain;
      parts.push({ text: whole, name: name.toLowerCase(), exclude: minus === '-', value });
    } else if (last?.name !== undefined && last.value === undefined) {
      // `ip: 10.0.0.1` means the same as without the space.
      parts[parts.length - 1] = { ...last, value: whole.replaceAll('"', '') };
    } else {
      parts.push({ text: whole, exclude: false });
    }
  }
  return parts;
}

/** The condition, or what is wrong with it; nothing for a word. */
function readPart({ name, value, exclude }: Part): readonly (Term | string)[] {
  if (name === undefined) return [];
  const field = fieldOfName.get(name);
  if (field === undefined) {
    const names = fieldNames.map(([, [first]]) => first).join(', ');
    return [
      `There is no field ${name}: ${names}. In quotes, "${name}:…", it is searched for as text.`,
    ];
  }
  if (value === undefined) return [`There is no value after ${name}: yet.`];
  const term = { field, value: field in fixed ? value.toLowerCase() : value, exclude };
  const problem = problemOf(term);
  return [problem ?? term];
}

/** Fields whose values are the same in every case. */
const fixed: Partial<Record<FilterField, readonly string[]>> = {
  outcome: outcomes,
  access: ['read', 'write'],
};

function problemOf({ field, value }: Term): string | undefined {
  const values = fixed[field];
  if (values?.includes(value) === false) {
    return `${value} is no ${shortName(field)}: ${values.join(', ')}.`;
  }
  const isMeantAsBlock = field === 'sourceIp' && /^[\da-f.:]+\/[^*]*$/iu.test(value);
  if (isMeantAsBlock && addressBlock(value) === undefined) {
    return `${value} is no address block: an address, a slash, and 0 to 32, or to 128 for IPv6.`;
  }
  return undefined;
}
