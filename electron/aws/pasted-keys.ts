/** Access keys as AWS hands them out; `sessionToken` where they end by themselves. */
export interface AccessKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/**
 * Finds access keys in copied text: shell lines of the AWS access portal (`export`, `set`, `$Env:`),
 * a profile of the credentials file, JSON of `aws sts` or `aws configure export-credentials`, or
 * the console's CSV file. Undefined where there is no whole pair.
 */
export function keysIn(text: string): AccessKeys | undefined {
  const accessKeyId = firstMatch(text, named('access_?key_?id')) ?? csvKey(text, 0);
  const secretAccessKey = firstMatch(text, named('secret_?access_?key')) ?? csvKey(text, 1);
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken: firstMatch(text, named('session_?token')) };
}

/** A name, with or without `AWS_`, and after `=` or `:` its value, in quotes or not. */
function named(name: string): RegExp {
  return new RegExp(String.raw`(?:aws_?)?${name}["']?\s*[=:]\s*["']?([^\s"',;]+)`, 'iu');
}

// "Access key ID,Secret access key" and below it one line of the two.
function csvKey(text: string, column: number): string | undefined {
  const pair = /^(AKIA[A-Z0-9]{12,}),([A-Za-z0-9+/]{40})\s*$/mu.exec(text);
  return pair?.[column + 1];
}

function firstMatch(text: string, pattern: RegExp): string | undefined {
  return pattern.exec(text)?.[1];
}
