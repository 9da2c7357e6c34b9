import { unknownEnding } from '../correlate/load-balancer-plans.ts';
import { parseElbArn } from '../record/elb-arn.ts';
import { holdsLines, type TextColumn } from '../table/columns.ts';

/** Between the load balancers or resources of one cell. */
const separator = ' | ';
/** How a resource is noted that the record names without its ARN: `name:ACCOUNT/REGION/NAME`. */
const namedOnly = /^(?:(targetgroup|truststore)-)?name:([^/]*)\/([^/]*)\/(.*)$/su;
/** The count of a classic load balancer that was made again under the name of a deleted one. */
const laterLife = /^(arn:\S*) #\d+$/u;

/** What a cell of a CSV file has for a column's text: {@link plainNames} with ` | ` between. */
export function csvText(column: TextColumn, text: string): string {
  return plainNames(column, text).join(separator);
}

/**
 * What a column's text stands for: ARNs and names as AWS knows them, or the text itself. A target
 * group is no load balancer: where its own is unknown there is none.
 */
export function plainNames(column: TextColumn, text: string): readonly string[] {
  if (!isNamed(column)) return [text];
  const parts = text.split('\n');
  const known =
    column !== 'loadBalancer' ? parts : parts.filter((part) => !part.endsWith(unknownEnding));
  return known.map(plainName);
}

/** Whether a column's texts are names of AWS's, of which there may be several. */
export function isNamed(column: TextColumn): boolean {
  return holdsLines(column) || column === 'resource';
}

function plainName(text: string): string {
  return namedOnly.exec(text)?.[4] ?? laterLife.exec(text)?.[1] ?? text;
}

/** One load balancer or resource in full, for people: the ARN, or the name and where it is. */
export function resourceInWords(text: string): string {
  if (text.endsWith(unknownEnding)) {
    const inner = text.slice(0, -unknownEnding.length);
    const kind = parseElbArn(inner)?.kind;
    return `${kind === undefined ? '' : `${kind} `}${resourceInWords(inner)}${unknownEnding}`;
  }
  const [, kind, account = '', region = '', name] = namedOnly.exec(text) ?? [];
  if (name === undefined) return text;
  return `${kindInWords(kind)}${name} (${account}, ${region}; no ARN known)`;
}

function kindInWords(kind: string | undefined): string {
  if (kind === undefined) return '';
  return kind === 'targetgroup' ? 'target group ' : 'trust store ';
}
