import { visibleText } from '../base/visible-text.ts';
import {
  attackTool,
  pentestSystem,
  toolRules,
  type ToolKind,
  type ToolRule,
} from './tool-rules.ts';

/** What a user agent says of the program that made a call. The caller wrote it: a hint, no proof. */
export interface Tool {
  /** E.g. "aws-cli", "Boto3", "Terraform", "AWS console", "AWS service: autoscaling", "Firefox". */
  readonly name: string;
  /** Empty where the user agent does not say it, as all texts below. */
  readonly version: string;
  /** E.g. "Linux 5.15.0", "Windows 10", "macOS". */
  readonly os: string;
  /** The AWS CLI's command as it names itself, e.g. "elbv2.create-rule". */
  readonly command: string;
  /** Where the program ran, e.g. "CloudShell", "AWS_Lambda_python3.12". */
  readonly environment: string;
  /** Where the credentials came from, in words, by the feature ids of the SDKs. */
  readonly credentialSource: string;
  /** What an attack tool was found in, e.g. "Terraform 1.1.2"; empty for other tools. */
  readonly within: string;
  readonly isService: boolean;
  readonly isConsole: boolean;
  readonly isBrowser: boolean;
  /** A tool or system made for attacks and their simulation is named somewhere in the text. */
  readonly isAttackTool: boolean;
}

/** CloudTrail cuts user agents at 1 KB: what stands beyond four of them is not looked at. */
const longestRead = 4096;
const longestLabel = 60;

/**
 * The tool a user agent speaks of, by the first rule that fits. An attack tool named anywhere in
 * the text, however long, comes before all rules. Time grows with the text's length at most.
 */
export function parseTool(userAgent: string): Tool {
  const text = withoutBrackets(userAgent.slice(0, longestRead).trim());
  const tokens = splitOutsideParentheses(text);
  const named = nameOf(text, tokens);
  const attack = attackTool(userAgent);
  const system = pentestSystem(userAgent);
  return {
    name: attack ?? named.name,
    version: attack === undefined ? named.version : '',
    os: system ?? osOf(tokens),
    command: valueOf(tokens, commandToken),
    environment: valueOf(tokens, environmentToken),
    credentialSource: credentialSourceOf(tokens),
    within: attack === undefined || named.name.startsWith(attack) ? '' : shortName(named),
    isService: named.kind === 'service',
    isConsole: named.kind === 'console',
    isBrowser: named.kind === 'browser',
    isAttackTool: attack !== undefined || system !== undefined,
  };
}

/**
 * The text of the `tool` column: name and version, at most 60 characters, followed by a pentest
 * system or CloudShell where the tool ran there. Empty for an empty user agent.
 */
export function toolLabel(userAgent: string): string {
  const tool = parseTool(userAgent);
  const system = pentestSystem(userAgent);
  const place = system ?? (tool.environment === 'CloudShell' ? tool.environment : '');
  const ending = place === '' ? '' : ` (${place})`;
  return cut(visibleText(shortName(tool)), longestLabel - ending.length) + ending;
}

interface Named {
  readonly name: string;
  readonly version: string;
  readonly kind: ToolKind | undefined;
}

function shortName({ name, version }: Pick<Named, 'name' | 'version'>): string {
  return version === '' ? name : `${name} ${version}`;
}

function nameOf(text: string, tokens: readonly string[]): Named {
  for (const rule of toolRules) {
    const groups = matchOf(rule, text, tokens);
    if (groups === undefined) continue;
    const detail = groups['detail']?.toLowerCase() ?? groups['name'] ?? '';
    return {
      name: rule.name.replace('DETAIL', () => detail),
      version: groups['version'] ?? '',
      kind: rule.kind,
    };
  }
  return { name: text, version: '', kind: undefined };
}

function matchOf(
  rule: ToolRule,
  text: string,
  tokens: readonly string[],
): Readonly<Record<string, string | undefined>> | undefined {
  if (rule.where === 'text') {
    const found = rule.pattern.exec(text);
    return found === null ? undefined : (found.groups ?? {});
  }
  for (const token of rule.where === 'first' ? tokens.slice(0, 1) : tokens) {
    const found = rule.pattern.exec(token);
    if (found !== null) return found.groups ?? {};
  }
  return undefined;
}

/** S3 and a few other services put the caller's text in brackets. */
function withoutBrackets(text: string): string {
  return text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1).trim() : text;
}

/** At most this many words are looked at. */
const mostTokens = 100;

function splitOutsideParentheses(text: string): readonly string[] {
  const tokens: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length && tokens.length < mostTokens; at += 1) {
    const char = text[at];
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (char !== undefined && (char !== ' ' || depth > 0)) continue;
    if (at > start) tokens.push(text.slice(start, at));
    start = at + 1;
  }
  return tokens;
}

const commandToken = /^(?:command\/|md\/command#)(.+)$/;
const environmentToken = /^exec-env\/(.+)$/;

function valueOf(tokens: readonly string[], pattern: RegExp): string {
  for (const token of tokens) {
    const value = pattern.exec(token)?.[1];
    if (value !== undefined) return value;
  }
  return '';
}

const osFamilies: ReadonlyMap<string, string> = new Map([
  ['linux', 'Linux'],
  ['windows', 'Windows'],
  ['windows nt', 'Windows'],
  ['darwin', 'macOS'],
  ['macos', 'macOS'],
  ['macintosh', 'macOS'],
  ['android', 'Android'],
  ['ios', 'iOS'],
  ['iphone', 'iOS'],
  ['x11', 'Linux'],
]);

/** `os/linux#5.15` (newer SDKs), `Linux/5.15` (older), `(go1.19; linux; amd64)`, `(X11; Linux …)`. */
const osTokens = [
  /^os\/(?<family>\w+)(?:#(?<version>.+))?$/,
  /^(?<family>Linux|Windows|Darwin)\/(?<version>.+)$/,
  /^\(go[\d.]+; (?<family>\w+); \w+\)$/,
  /^\((?<family>Windows NT|Macintosh|X11|iPhone|Linux)(?: (?<version>[\d.]+))?[;)]/,
];

function osOf(tokens: readonly string[]): string {
  for (const pattern of osTokens) {
    for (const token of tokens) {
      const groups = pattern.exec(token)?.groups;
      const family = osFamilies.get(groups?.['family']?.toLowerCase() ?? '');
      if (family === undefined) continue;
      const version = groups?.['version'];
      return version === undefined ? family : `${family} ${version}`;
    }
  }
  return '';
}

/** Feature ids of botocore's user agents (botocore/useragent.py) that tell of credentials. */
const credentialSources: ReadonlyMap<string, string> = new Map([
  ['e', 'given in code'],
  ['g', 'environment variables'],
  ['h', 'web identity token of the environment'],
  ['i', 'STS AssumeRole'],
  ['k', 'STS AssumeRoleWithWebIdentity'],
  ['n', 'profile'],
  ['o', 'source profile'],
  ['p', 'named provider of a profile'],
  ['q', 'web identity of a profile'],
  ['r', 'SSO profile'],
  ['s', 'SSO'],
  ['t', 'legacy SSO profile'],
  ['u', 'legacy SSO'],
  ['v', 'process named by a profile'],
  ['w', 'process'],
  ['x', 'boto2 configuration'],
  ['z', 'container endpoint'],
  ['0', 'instance metadata'],
  ['3', 'bearer token of the environment'],
  ['AC', 'login profile'],
  ['AD', 'login'],
]);

function credentialSourceOf(tokens: readonly string[]): string {
  const features = tokens.find((token) => token.startsWith('m/'));
  if (features === undefined) return '';
  const sources = features
    .slice(2)
    .split(',')
    .flatMap((id) => credentialSources.get(id) ?? []);
  return [...new Set(sources)].join(', ');
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  // Half a surrogate pair at the end would be no character.
  return `${text.slice(0, length - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
