/** The place in a statement that a failure speaks of. */
export interface FailureLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

/** The line of the statement that Athena's reason names, as in `line 3:15: Column 'x' …`. */
export function failureLine(reason: string, sql: string): FailureLine | undefined {
  const line = Number(/\bline (\d+):\d+/u.exec(reason)?.[1]);
  const text = sql.split('\n')[line - 1];
  return text === undefined ? undefined : { line, text: text.trim() };
}
