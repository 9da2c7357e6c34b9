import { describe, expect, it } from 'vitest';
import { csvColumns } from '../../../../renderer/core/export/csv-columns.ts';
import { filterFields } from '../../../../renderer/core/query/filter.ts';
import { fieldLabel, outcomeLabel, serviceLabel } from '../../../../renderer/core/record/words.ts';
import { outcomes, textColumns } from '../../../../renderer/core/table/columns.ts';

describe('fieldLabel', () => {
  it('has a label of its own for every column, filter field and CSV column', () => {
    const fields = [...new Set([...textColumns, ...filterFields, ...csvColumns])];
    const labels = fields.map(fieldLabel);
    expect(labels.every((label) => /^[A-Z][A-Za-z ]+$/.test(label))).toBe(true);
    expect(new Set(labels).size).toBe(fields.length);
  });
});

describe('outcomeLabel', () => {
  it('names every outcome', () => {
    expect(outcomes.map(outcomeLabel)).toEqual(['read', 'write', 'failed', 'denied']);
  });
});

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
