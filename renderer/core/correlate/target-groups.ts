import { parseElbArn } from '../record/elb-arn.ts';

const byName = 'targetgroup-name:';

/**
 * For each text of the `resource` column the target groups in it, a line each; empty where it names
 * none. A name becomes the ARN where the case knows just one of that name, account and region.
 */
export function targetGroupsIn(resources: readonly string[]): readonly string[] {
  const named = new Map<string, Set<string>>();
  for (const text of resources.flatMap((resource) => resource.split('\n'))) {
    const name = nameOf(text);
    if (name !== undefined) named.set(name, (named.get(name) ?? new Set()).add(text));
  }
  return resources.map((resource) => {
    const groups = resource.split('\n').flatMap((text) => {
      if (nameOf(text) !== undefined) return [text];
      if (!text.startsWith(byName)) return [];
      const [only, ...more] = named.get(text) ?? [];
      return [only === undefined || more.length > 0 ? text : only];
    });
    return [...new Set(groups)].join('\n');
  });
}

/** The name as a record without the ARN has it; undefined where the text is no target group's ARN. */
function nameOf(text: string): string | undefined {
  const arn = parseElbArn(text);
  return arn?.kind === 'target group'
    ? `${byName}${arn.account}/${arn.region}/${arn.name}`
    : undefined;
}
