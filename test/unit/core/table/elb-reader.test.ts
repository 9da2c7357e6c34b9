import { describe, expect, it } from 'vitest';
import { elbResource, type ElbFields } from '../../../../renderer/core/record/elb-resource.ts';
import { ElbReader, type ElbCall } from '../../../../renderer/core/table/elb-reader.ts';

const encoder = new TextEncoder();

/** An event with these request parameters, and the call that stands for it. */
function event(
  eventName: string,
  requestParameters: unknown,
): { fields: ElbFields; call: ElbCall } {
  const bytes = encoder.encode(`..${JSON.stringify(requestParameters)}..`);
  return {
    fields: {
      eventName,
      apiVersion: '2015-12-01',
      region: 'eu-west-1',
      account: '111122223333',
      errorCode: '',
      errorMessage: '',
      requestParameters,
      responseElements: undefined,
      resources: undefined,
    },
    call: {
      ids: Uint32Array.of(eventName.length, 1, 1, 0),
      bytes,
      start: 2,
      end: bytes.length - 2,
    },
  };
}

describe('ElbReader', () => {
  it('finds for every call what is found for it by itself, met before or not', () => {
    const reader = new ElbReader();
    const events = Array.from({ length: 20_000 }, (_, i) =>
      event(i % 3 === 0 ? 'DescribeTags' : 'DescribeLoadBalancers', {
        names: [`web-${i % 9_000}`],
      }),
    );
    for (const { fields, call } of events) {
      expect(reader.read(call, () => fields)).toEqual(elbResource(fields));
    }
  });

  it('asks for the fields of a call once', () => {
    const reader = new ElbReader();
    const { fields, call } = event('DescribeLoadBalancers', { names: ['web'] });
    let asked = 0;
    const ask = (): ElbFields => {
      asked++;
      return fields;
    };
    reader.read(call, ask);
    reader.read(call, ask);
    expect(asked).toBe(1);
    reader.read(undefined, ask);
    expect(asked).toBe(2);
  });

  it('tells calls apart by name, place and parameters', () => {
    const reader = new ElbReader();
    const { fields, call } = event('DescribeLoadBalancers', { names: ['web'] });
    const elsewhere = { ...fields, region: 'us-east-1' };
    const first = reader.read(call, () => fields);
    const second = reader.read({ ...call, ids: Uint32Array.of(21, 2, 1, 0) }, () => elsewhere);
    expect(second).not.toEqual(first);
  });

  it('reads parameters of any length', () => {
    const { fields, call } = event('DescribeTags', { names: ['x'.repeat(5000)] });
    expect(new ElbReader().read(call, () => fields)).toEqual(elbResource(fields));
  });
});
