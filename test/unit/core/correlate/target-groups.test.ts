import { describe, expect, it } from 'vitest';
import { targetGroupLabel } from '../../../../renderer/core/correlate/load-balancer-label.ts';
import { targetGroupsIn } from '../../../../renderer/core/correlate/target-groups.ts';

const group =
  'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/web/73e2d6bc24d8a067';
const again =
  'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/0a1b2c3d4e5f6071';
const other =
  'arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/api/1111111111111111';
const balancer =
  'arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';

describe('targetGroupsIn', () => {
  it('keeps the target groups of what an event names, and nothing else', () => {
    expect(targetGroupsIn(['', balancer, group, `${balancer}\n${group}\n${again}`])).toEqual([
      '',
      '',
      group,
      `${group}\n${again}`,
    ]);
  });

  it('turns a name into the only ARN that it can mean', () => {
    const names = [
      'targetgroup-name:111122223333/us-east-1/web',
      'targetgroup-name:111122223333/us-east-1/api',
      'targetgroup-name:111122223333/eu-west-1/web',
    ];
    expect(targetGroupsIn([group, again, other, ...names]).slice(3)).toEqual([
      group,
      names[1],
      names[2],
    ]);
  });

  it('names a target group once', () => {
    const name = 'targetgroup-name:111122223333/us-east-1/web';
    expect(targetGroupsIn([`${name}\n${group}`])).toEqual([group]);
  });
});

describe('targetGroupLabel', () => {
  it('is the name with its id, or says that only the name is known', () => {
    expect(targetGroupLabel(group)).toBe('web/73e2d6bc24d8a067');
    expect(targetGroupLabel('targetgroup-name:111122223333/us-east-1/web')).toBe(
      'web (name only, us-east-1)',
    );
    expect(targetGroupLabel(`${group}\n${again}\n${other}`)).toBe(
      'web/73e2d6bc24d8a067 + api/0a1b2c3d4e5f6071 + 1 more',
    );
    expect(targetGroupLabel('')).toBe('');
  });
});
