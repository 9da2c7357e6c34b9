import { describe, expect, it } from 'vitest';
import { csvText, resourceInWords } from '../../../../renderer/core/export/resource-words.ts';

const balancer = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/shop';
const group =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/web/575d7deb7f3f4ff3';
const unknown = ' (load balancer unknown)';

describe('csvText', () => {
  it('has a load balancer by its ARN or its name, and none where none is known', () => {
    expect(csvText('loadBalancer', balancer)).toBe(balancer);
    expect(csvText('loadBalancer', `${balancer} #2`)).toBe(balancer);
    expect(csvText('loadBalancer', 'name:111122223333/eu-west-1/ledger-tcp')).toBe('ledger-tcp');
    expect(csvText('loadBalancer', group + unknown)).toBe('');
    expect(csvText('loadBalancer', `targetgroup-name:1/r/web${unknown}\n${balancer}`)).toBe(
      balancer,
    );
  });

  it('has every resource, several with a bar between', () => {
    expect(csvText('resource', `${group}\ntargetgroup-name:1/r/web`)).toBe(`${group} | web`);
  });

  it('leaves the texts of other columns as they are', () => {
    expect(csvText('userAgent', 'name:a/b/c\n')).toBe('name:a/b/c\n');
  });
});

describe('resourceInWords', () => {
  it('says what a name is of, and what is not known', () => {
    expect(resourceInWords('name:111122223333/eu-west-1/ledger-tcp')).toBe(
      'ledger-tcp (111122223333, eu-west-1; no ARN known)',
    );
    expect(resourceInWords(`targetgroup-name:111122223333/eu-west-1/web${unknown}`)).toBe(
      `target group web (111122223333, eu-west-1; no ARN known)${unknown}`,
    );
    expect(resourceInWords(group + unknown)).toBe(`target group ${group}${unknown}`);
    expect(resourceInWords(balancer)).toBe(balancer);
  });
});
