/** Members looked at in one object, and entries in one list: evidence decides how many there are. */
const mostMembers = 256;
const mostEntries = 1000;

/**
 * The value of a member, whatever the case of the name's letters: CloudTrail lowers only the first
 * letter of an API's member name, which gives odd names. Undefined where `value` is no object.
 * `name` is in lower or mixed case; never throws, never looks at a prototype.
 */
export function member(value: unknown, name: string): unknown {
  if (!isObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const wanted = name.toLowerCase();
  let seen = 0;
  for (const key of Object.keys(value)) {
    if (key.length === wanted.length && key.toLowerCase() === wanted) return value[key];
    seen += 1;
    if (seen === mostMembers) return undefined;
  }
  return undefined;
}

/** The first thousand entries where `value` is a list; otherwise none. */
export function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) return [];
  const list: readonly unknown[] = value;
  return list.length <= mostEntries ? list : list.slice(0, mostEntries);
}

/** The text where `value` is one; otherwise empty. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Whether `value` is an object other than a list. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
