import { parseElbArn } from '../record/elb-arn.ts';
import { unknownEnding } from './load-balancer-plans.ts';

/**
 * A short label of a `loadBalancer` text: "app/my-lb/50dc6c495c0c9188", "classic my-lb #2
 * (us-east-1)", "my-lb (name only, us-east-1)"; "web (target group)" where only that is known and no
 * event links it to a load balancer. The first two of several, and how many more. Account and
 * partition are left out: labels may repeat.
 */
export function loadBalancerLabel(value: string): string {
  return joined(value, labelOf);
}

/**
 * A short label of a `targetGroup` text: "web/73e2d6bc24d8a067", "web (name only, us-east-1)". The
 * first two of several, and how many more.
 */
export function targetGroupLabel(value: string): string {
  return joined(value, (text) => {
    const arn = parseElbArn(text);
    if (arn !== undefined) return `${arn.name}/${arn.id}`;
    const [, region = '', name = text] =
      /^targetgroup-name:[^/]*\/([^/]*)\/(.*)$/s.exec(text) ?? [];
    return region === '' ? name : `${name} (name only, ${region})`;
  });
}

function joined(value: string, label: (part: string) => string): string {
  const parts = value.split('\n');
  const more = parts.length > 2 ? ` + ${parts.length - 2} more` : '';
  return parts.slice(0, 2).map(label).join(' + ') + more;
}

function labelOf(value: string): string {
  if (value.endsWith(unknownEnding)) return unlinkedLabel(value.slice(0, -unknownEnding.length));
  const [, text = value, life = ''] = /^(.*?)( #\d+)?$/s.exec(value) ?? [];
  const arn = parseElbArn(text);
  if (arn?.kind === 'load balancer') return `${arn.type}/${arn.name}/${arn.id}`;
  if (arn?.kind === 'classic load balancer') return `classic ${arn.name}${life} (${arn.region})`;
  const [, region, name] = /^name:[^/]*\/([^/]*)\/(.*)$/s.exec(value) ?? [];
  return region === undefined || name === undefined ? value : `${name} (name only, ${region})`;
}

function unlinkedLabel(text: string): string {
  const arn = parseElbArn(text);
  if (arn !== undefined) return `${arn.name} (${arn.kind})`;
  const [, kind = '', name = text] =
    /^(targetgroup|truststore)-name:[^/]*\/[^/]*\/(.*)$/s.exec(text) ?? [];
  return `${name} (${kind === 'truststore' ? 'trust store' : 'target group'})`;
}
