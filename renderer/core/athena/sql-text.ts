import { hasHidden } from '../base/visible-text.ts';

/**
 * A text as a literal of Trino's SQL, in which only the quote is doubled. What can't be seen is
 * written as `chr(code)`, so that the statement reads as it is: evidence may hold anything.
 */
export function sqlText(text: string): string {
  if (!hasHidden(text)) return quoted(text);
  const parts: string[] = [];
  let plain = '';
  for (const character of text) {
    if (!hasHidden(character)) {
      plain += character;
      continue;
    }
    if (plain !== '') parts.push(quoted(plain));
    plain = '';
    parts.push(`chr(${character.codePointAt(0) ?? 0})`);
  }
  if (plain !== '') parts.push(quoted(plain));
  return parts.length === 1 ? (parts[0] ?? "''") : `(${parts.join(' || ')})`;
}

/** A name as an identifier of Trino's SQL, whatever it is made of. */
export function sqlName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A name as an identifier of Hive's DDL. */
export function ddlName(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}

/** A text as a literal of Hive's DDL, in which the backslash escapes. */
export function ddlText(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/** `expression LIKE` a pattern that has these parts in order, and anything between them. */
export function sqlLike(expression: string, parts: readonly string[]): string {
  const pattern = parts.map((part) => part.replaceAll(/[\\%_]/gu, '\\$&')).join('%');
  const escape = /[\\]/u.test(pattern) ? " ESCAPE '\\'" : '';
  return `${expression} LIKE ${sqlText(pattern)}${escape}`;
}

/** A text as a regular expression that means just it, for Java's syntax and RE2's. */
export function regexText(text: string): string {
  return text.replaceAll(/[\\^$.|?*+()[\]{}]/gu, '\\$&');
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
