import { describe, expect, it } from 'vitest';
import { commandFits } from '../../../../renderer/core/record/command-fit.ts';

const elb = 'elasticloadbalancing.amazonaws.com';

describe('commandFits', () => {
  it.each([
    ['elbv2.create-rule', elb, 'CreateRule'],
    ['elb.describe-load-balancers', elb, 'DescribeLoadBalancers'],
    ['rds.create-db-instance', 'rds.amazonaws.com', 'CreateDBInstance'],
    ['lambda.list-functions', 'lambda.amazonaws.com', 'ListFunctions20150331'],
    ['cloudfront.create-distribution', 'cloudfront.amazonaws.com', 'CreateDistribution2020_05_31'],
    ['elbv2.create-rule', 'sts.amazonaws.com', 'AssumeRole'],
    ['s3.cp', 's3.amazonaws.com', 'PutObject'],
    ['s3.sync', 'kms.amazonaws.com', 'GenerateDataKey'],
    ['cloudformation.deploy', 'cloudformation.amazonaws.com', 'CreateChangeSet'],
    ['elbv2.wait.load-balancer-available', elb, 'DescribeLoadBalancers'],
    ['elbv2.wait', elb, 'DescribeLoadBalancers'],
    ['', elb, 'CreateRule'],
    ['nonsense', elb, 'CreateRule'],
    ['elbv2.create-rule', elb, ''],
  ])('takes %s for the call %s %s', (command, source, name) => {
    expect(commandFits(command, source, name)).toBe(true);
  });

  it.each([
    ['elbv2.describe-rules', elb, 'DeleteRule'],
    ['elbv2.modify-listener', elb, 'ModifyListenerAttributes'],
    ['elbv2.create-listener', 'vpc-lattice.amazonaws.com', 'CreateListener'],
    ['vpc-lattice.create-listener', elb, 'CreateListener'],
    ['ec2.describe-instances', 'ec2.amazonaws.com', 'TerminateInstances'],
  ])('does not take %s for the call %s %s', (command, source, name) => {
    expect(commandFits(command, source, name)).toBe(false);
  });
});
