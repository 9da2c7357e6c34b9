import { describe, expect, it } from 'vitest';
import { serviceLabel } from '../../../../renderer/core/record/service-label.ts';

describe('serviceLabel', () => {
  it.each([
    ['elasticloadbalancing.amazonaws.com', 'ELB'],
    ['ec2.amazonaws.com', 'EC2'],
    ['s3.amazonaws.com.cn', 'S3'],
    ['vpc-lattice.amazonaws.com', 'vpc-lattice'],
    ['aws.partner', 'aws.partner'],
    ['', ''],
  ])('%s is %s', (eventSource, label) => {
    expect(serviceLabel(eventSource)).toBe(label);
  });
});
