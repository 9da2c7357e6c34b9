import { beforeEach, describe, expect, it } from 'vitest';
import { JsonScanner } from '../../../../renderer/core/decode/json-scanner.ts';
import {
  elbResource,
  type ElbFields,
  type ElbResource,
} from '../../../../renderer/core/record/elb-resource.ts';
import { ElbReader } from '../../../../renderer/core/table/elb-reader.ts';

const scanner = new JsonScanner();

/** An event with these request parameters. */
function event(eventName: string, requestParameters: unknown): ElbFields {
  return {
    eventName,
    apiVersion: '2015-12-01',
    region: 'eu-west-1',
    account: '111122223333',
    errorCode: '',
    errorMessage: '',
    requestParameters,
    responseElements: undefined,
    resources: undefined,
  };
}

/** What the reader finds for the event, by its call. */
function read(
  reader: ElbReader,
  fields: ElbFields,
  { region = 1, ask = () => fields } = {},
): ElbResource {
  scanner.resetText(`..${JSON.stringify(fields.requestParameters)}..`);
  const ids = Uint32Array.of(fields.eventName.length, region, 1, 0);
  return reader.read({ scanner, ids, start: 2, end: scanner.end - 2 }, ask);
}

describe('ElbReader', () => {
  beforeEach(() => {
    scanner.lendTexts({}, []);
  });

  it('finds for every call what is found for it by itself, met before or not', () => {
    const reader = new ElbReader(1);
    for (let i = 0; i < 20_000; i++) {
      const name = i % 3 === 0 ? 'DescribeTags' : 'DescribeLoadBalancers';
      const fields = event(name, { names: [`web-${i % 9_000}`] });
      expect(read(reader, fields)).toEqual(elbResource(fields));
    }
  });

  it('asks for the fields of a call once', () => {
    const reader = new ElbReader(1);
    const fields = event('DescribeLoadBalancers', { names: ['web'] });
    let asked = 0;
    const ask = (): ElbFields => {
      asked++;
      return fields;
    };
    read(reader, fields, { ask });
    read(reader, fields, { ask });
    expect(asked).toBe(1);
    reader.read(undefined, ask);
    expect(asked).toBe(2);
  });

  it('tells calls apart by name, place and parameters', () => {
    const reader = new ElbReader(1);
    const fields = event('DescribeLoadBalancers', { names: ['web'] });
    const elsewhere = { ...fields, region: 'us-east-1' };
    const first = read(reader, fields);
    const second = read(reader, elsewhere, { region: 2 });
    expect(second).not.toEqual(first);
    expect(read(reader, event('DescribeTags', { names: ['web'] }))).not.toEqual(first);
    expect(read(reader, event('DescribeLoadBalancers', { names: ['wed'] }))).not.toEqual(first);
  });

  it('reads parameters of any length', () => {
    const fields = event('DescribeTags', { names: ['x'.repeat(5000)] });
    expect(read(new ElbReader(1), fields)).toEqual(elbResource(fields));
  });
});
