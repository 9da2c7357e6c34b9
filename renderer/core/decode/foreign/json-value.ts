/** A member of a JSON object, by its path; undefined where there is none or it is null. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  let inner = value;
  for (const name of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, name))
      return undefined;
    inner = Object.getOwnPropertyDescriptor(inner, name)?.value;
  }
  return inner ?? undefined;
}

/** The first of the values that is a text other than the empty one. */
export function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '');
}

/** JSON out of a text that holds some; any other value as it is. */
export function unquoted(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
