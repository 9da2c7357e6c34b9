import { describe, expect, it } from 'vitest';
import { benchSettings, sampleSettings, Trail, type TrailSettings } from '../../made/trail.ts';
import type { Tally, Truth } from '../../made/truth.ts';
import { trailText } from '../../made/write-trail.ts';
import { readRecords, type ReadRecord } from './read-records.ts';

interface Made {
  readonly paths: readonly string[];
  readonly perFile: readonly number[];
  readonly text: string;
  /** As they lie in the files. */
  readonly records: readonly ReadRecord[];
  /** Second deliveries left out. */
  readonly events: readonly ReadRecord[];
  readonly truth: Truth;
}

function make(settings: TrailSettings): Made {
  const trail = new Trail(settings);
  const paths: string[] = [];
  const texts: string[] = [];
  const perFile: number[] = [];
  const records: ReadRecord[] = [];
  for (const file of trail.files()) {
    paths.push(file.path);
    texts.push(trailText(file));
    perFile.push(file.records.length);
    records.push(...readRecords(trailText(file)));
  }
  const events = [...new Map(records.map((record) => [record.eventID, record])).values()];
  return { paths, perFile, text: texts.join('\n'), records, events, truth: trail.truth() };
}

const sample = make(sampleSettings);
const bench = make(benchSettings(20_000));

function count(records: readonly ReadRecord[], by: (record: ReadRecord) => string): Tally {
  const counts = new Map<string, number>();
  for (const record of records) {
    const name = by(record);
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

const isElb = (record: ReadRecord): boolean =>
  record.eventSource === 'elasticloadbalancing.amazonaws.com';
const isDenied = (record: ReadRecord): boolean => record.errorCode === 'AccessDenied';

// AWS service authorization reference, Elastic Load Balancing: resource types.
const arns = {
  loadBalancer:
    /^arn:(?:aws[\w-]*):elasticloadbalancing:(?:[\w-]+):(?:\d{12}):loadbalancer\/(?:app|net|gwy)\/(?:[^/]+)\/(?:[0-9a-f]{16})$/,
  classic: /^arn:(?:aws[\w-]*):elasticloadbalancing:(?:[\w-]+):(?:\d{12}):loadbalancer\/(?:[^/]+)$/,
  listener:
    /^arn:(?:aws[\w-]*):elasticloadbalancing:(?:[\w-]+):(?:\d{12}):listener\/(?:app|net|gwy)\/(?:[^/]+)\/(?:[0-9a-f]{16})\/(?:[0-9a-f]{16})$/,
  rule: /^arn:(?:aws[\w-]*):elasticloadbalancing:(?:[\w-]+):(?:\d{12}):listener-rule\/(?:app|net|gwy)\/(?:[^/]+)\/(?:[0-9a-f]{16})\/(?:[0-9a-f]{16})\/(?:[0-9a-f]{16})$/,
  targetGroup:
    /^arn:(?:aws[\w-]*):elasticloadbalancing:(?:[\w-]+):(?:\d{12}):targetgroup\/(?:[^/]+)\/(?:[0-9a-f]{16}|\*)$/,
};
const anyArn = /arn:aws[\w-]*:elasticloadbalancing:[\w-]*:\d{12}:[A-Za-z0-9/._*-]+/g;

describe.each([
  ['the sample', sample],
  ['a large trail', bench],
])('Trail, %s', (_, made) => {
  const { events, records, truth } = made;

  it('holds as many events as asked for, and as many second deliveries as it says', () => {
    expect(events.length).toBe(truth.events);
    expect(records.length).toBe(truth.records);
    expect(records.length - events.length).toBe(truth.duplicates);
    expect(truth.duplicates).toBeGreaterThan(0);
    expect(made.paths.length).toBe(truth.files);
  });

  it('delivers a second time the very same record', () => {
    const first = new Map<string, string>();
    for (const record of records) {
      const text = JSON.stringify(record);
      expect(first.get(record.eventID) ?? text).toBe(text);
      first.set(record.eventID, text);
    }
  });

  it('sums up what a plain count finds', () => {
    expect(count(events, (record) => record.sourceIPAddress)).toEqual(truth.bySourceIp);
    expect(count(events, (record) => record.userIdentity.accessKeyId ?? '')).toEqual(truth.byKey);
    expect(count(events, (record) => record.userAgent)).toEqual(truth.byUserAgent);
    expect(count(events, (record) => record.recipientAccountId)).toEqual(truth.byAccount);
    expect(count(events, (record) => record.awsRegion)).toEqual(truth.byRegion);
    expect(count(events, (record) => record.eventName)).toEqual(truth.byEventName);
    const times = events.map((record) => Date.parse(record.eventTime)).sort((a, b) => a - b);
    expect(truth.span).toEqual({ start: times[0], end: (times.at(-1) ?? 0) + 1000 });
  });

  it('sums up how events ended', () => {
    const sums = (some: readonly ReadRecord[]): Truth['byOutcome'] => {
      const ok = some.filter((record) => record.errorCode === undefined);
      const read = ok.filter((record) => record.readOnly).length;
      const denied = some.filter(isDenied).length;
      return { read, write: ok.length - read, failed: some.length - ok.length - denied, denied };
    };
    const elb = events.filter(isElb);
    expect(sums(events)).toEqual(truth.byOutcome);
    expect(sums(elb)).toEqual(truth.elbByOutcome);
    expect(elb.length).toBe(truth.elb);
    expect(Object.values(truth.elbByOutcome).every((one) => one > 0)).toBe(true);
  });

  it('writes ARNs of Elastic Load Balancing in the forms AWS documents', () => {
    const found = new Set(made.text.match(anyArn));
    expect(found.size).toBeGreaterThan(20);
    for (const arn of found) {
      expect(
        Object.values(arns).some((form) => form.test(arn)),
        arn,
      ).toBe(true);
    }
  });

  it('begins the keys of ELB parameters with a small letter, all the way down', () => {
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (!Array.isArray(value)) expect(key).toMatch(/^[a-z]/);
        walk(inner);
      }
    };
    for (const record of events.filter(isElb)) {
      walk(record.requestParameters);
      walk(record.responseElements);
      if (record.readOnly) expect(record.responseElements).toBeNull();
    }
  });

  it('leaves parameters and API version out of refused ELB calls, as CloudTrail does', () => {
    for (const record of events.filter(isElb)) {
      if (!isDenied(record)) {
        expect(['2012-06-01', '2015-12-01']).toContain(record.apiVersion);
        continue;
      }
      expect(record).not.toHaveProperty('apiVersion');
      expect(record.requestParameters).toBeNull();
      expect(record.responseElements).toBeNull();
      expect(record.errorMessage).toContain(
        `is not authorized to perform: elasticloadbalancing:${record.eventName}`,
      );
    }
  });

  it('says MFA in words, times in whole seconds, and versions as real logs do', () => {
    for (const record of events) {
      const attributes = record.userIdentity.sessionContext?.attributes;
      if (attributes) expect(['true', 'false']).toContain(attributes.mfaAuthenticated);
      expect(record.eventTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
      expect(['1.08', '1.09', '1.10', '1.11']).toContain(record.eventVersion);
      expect(record.eventID).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });

  it('uses made ids, private addresses and addresses for documentation only', () => {
    const address =
      /^(?:198\.51\.100\.\d+|203\.0\.113\.\d+|192\.0\.2\.\d+|10\.\d+\.\d+\.\d+|2001:db8:[0-9a-f:]+|[a-z0-9-]+\.amazonaws\.com|AWS Internal)$/;
    const octet = (text: string): boolean => text.split('.').every((part) => Number(part) < 256);
    for (const [ip] of truth.bySourceIp) {
      expect(ip).toMatch(address);
      if (/^[\d.]+$/.test(ip)) expect(octet(ip), ip).toBe(true);
    }
    for (const [key] of truth.byKey) expect(key).toMatch(/^A[KS]IA[A-Z2-7]{9}EXAMPLE$/);
  });

  it('leads from the stolen key to the roles by the keys that STS hands out', () => {
    const { stolenKey, chain } = truth.incident;
    const issued = new Map<string, string>();
    for (const record of events.filter(({ eventName }) => eventName === 'AssumeRole')) {
      const response = record.responseElements as {
        credentials: { accessKeyId: string };
      } | null;
      const by = record.userIdentity.accessKeyId;
      if (response && by !== undefined) issued.set(response.credentials.accessKeyId, by);
    }
    const issuers = [stolenKey, ...chain];
    expect(chain.length).toBe(2);
    chain.forEach((key, i) => {
      expect(issued.get(key)).toBe(issuers[i]);
      expect(truth.byKey.some(([used]) => used === key)).toBe(true);
    });
  });

  it('notes the crossing into the other account twice, under one shared id', () => {
    const last = truth.incident.chain.at(-1) ?? '';
    const copies = events.filter(
      (record) =>
        record.eventName === 'AssumeRole' && JSON.stringify(record.responseElements).includes(last),
    );
    expect(copies.map((record) => record.userIdentity.type).sort()).toEqual([
      'AWSAccount',
      'AssumedRole',
    ]);
    const [one, other] = copies;
    expect(one?.sharedEventID).toBeDefined();
    expect(one?.sharedEventID).toBe(other?.sharedEventID);
    expect(one?.requestID).toBe(other?.requestID);
    expect(one?.eventID).not.toBe(other?.eventID);
    expect(one?.recipientAccountId).not.toBe(other?.recipientAccountId);
  });

  it('plants what the incident says, by the intruder only', () => {
    const { incident } = truth;
    const theirs = events.filter(
      (record) =>
        incident.addresses.includes(record.sourceIPAddress) &&
        Date.parse(record.eventTime) >= incident.start,
    );
    expect(theirs.length).toBe(truth.planted);
    const done = (name: string): readonly ReadRecord[] =>
      theirs.filter((record) => record.eventName === name && record.errorCode === undefined);
    const deleted = done('DeleteLoadBalancer').map(({ requestParameters }) =>
      JSON.stringify(requestParameters),
    );
    const named = incident.deleted.map((arn) =>
      arns.loadBalancer.test(arn)
        ? JSON.stringify({ loadBalancerArn: arn })
        : JSON.stringify({ loadBalancerName: arn.split('/').at(-1) }),
    );
    expect(deleted.sort()).toEqual(named.sort());
    expect(JSON.stringify(done('CreateRule'))).toContain(`"host":"${incident.redirectHost}"`);
    expect(JSON.stringify(done('CreateRule'))).toContain(incident.redirectRule);
    expect(JSON.stringify(done('CreateTargetGroup'))).toContain(incident.rogueTargetGroup);
    expect(theirs.filter(isDenied).length).toBeGreaterThan(8);
    expect(theirs.filter(({ eventName }) => eventName === 'StopLogging').every(isDenied)).toBe(
      true,
    );
  });

  it('has nobody succeed with a load balancer that is gone', () => {
    const { incident } = truth;
    for (const arn of incident.deleted.filter((one) => arns.loadBalancer.test(one))) {
      const naming = events.filter(
        (record) => isElb(record) && JSON.stringify(record.requestParameters).includes(arn),
      );
      const end = naming.find(
        (record) => record.eventName === 'DeleteLoadBalancer' && record.errorCode === undefined,
      );
      const after = naming.filter((record) => record.eventTime > (end?.eventTime ?? ''));
      expect(end).toBeDefined();
      for (const record of after) expect(record.errorCode, record.eventName).toBeDefined();
    }
  });

  it('names its files as CloudTrail does', () => {
    for (const path of made.paths) {
      expect(path).toMatch(
        /^AWSLogs\/(\d{12})\/CloudTrail\/([\w-]+)\/\d{4}\/\d\d\/\d\d\/\1_CloudTrail_\2_\d{8}T\d{4}Z_\w{16}\.json\.gz$/,
      );
    }
    expect(new Set(made.paths).size).toBe(made.paths.length);
  });
});

describe('Trail', () => {
  it('gives the same trail for the same seed, another for another', () => {
    const again = make(sampleSettings);
    expect(again.text).toBe(sample.text);
    expect(again.truth).toEqual(sample.truth);
    expect(make({ ...sampleSettings, seed: 7 }).text).not.toBe(sample.text);
  });

  it('fills the files of the benches with 500 to 2,000 records, the last of a region perhaps less', () => {
    const shortest = new Map<string, number>();
    bench.perFile.forEach((records, i) => {
      const region = bench.paths[i]?.split('/').slice(0, 4).join('/') ?? '';
      expect(shortest.get(region) ?? 500).toBeGreaterThanOrEqual(500);
      expect(records).toBeLessThanOrEqual(2000);
      shortest.set(region, records);
    });
    expect(shortest.size).toBeGreaterThan(10);
  });

  it('makes bench records of about 1.4 KB, a fifth of them ELB', () => {
    const bytes = new TextEncoder().encode(bench.text).length / bench.records.length;
    expect(bytes).toBeGreaterThan(1250);
    expect(bytes).toBeLessThan(1550);
    expect(bench.truth.elb / bench.truth.events).toBeCloseTo(0.2, 2);
  });

  it('keeps the sample small enough to read', () => {
    const elb = sample.events.filter(isElb);
    const different = (of: (record: ReadRecord) => string): number => new Set(elb.map(of)).size;
    expect(elb.length).toBeGreaterThan(400);
    expect(elb.length).toBeLessThan(800);
    expect(different((record) => record.sourceIPAddress)).toBeLessThanOrEqual(15);
    expect(different((record) => record.userIdentity.accessKeyId ?? '')).toBeLessThanOrEqual(16);
    expect(sample.truth.byLoadBalancer.length).toBe(6);
  });

  it('delivers records out of the order of time', () => {
    const times = sample.records.map((record) => record.eventTime);
    expect(times).not.toEqual([...times].sort());
  });
});
