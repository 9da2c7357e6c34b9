import type { EpochMs, Span } from '../../renderer/core/base/units.ts';
import type { Filter, FilterField, Term } from '../../renderer/core/query/filter.ts';
import type { Truth } from '../made/truth.ts';
import { literal } from './duckdb.ts';

/** A selection that an investigator makes, and the same for DuckDB. */
export interface Selection {
  readonly name: string;
  readonly filter: Filter;
  /** SQL condition over the table `unique_events`. */
  readonly where: string;
}

const day = 86_400_000;

function include(field: FilterField, value: string): Term {
  return { field, value, exclude: false };
}

function exclude(field: FilterField, value: string): Term {
  return { field, value, exclude: true };
}

function busiest(pairs: Truth['byKey'], form: RegExp): string {
  const found = pairs.find(([text]) => form.test(text));
  if (!found) throw new Error(`nothing planted looks like ${String(form)}`);
  return found[0];
}

function timestamp(at: EpochMs): string {
  return `TIMESTAMP ${literal(new Date(at).toISOString().slice(0, 19))}`;
}

const elb = "source = 'elasticloadbalancing.amazonaws.com'";

/** Filters and pivots over a made trail: narrow and wide, by whole value, pattern, block and word. */
export function selections(truth: Truth): readonly Selection[] {
  const address = busiest(truth.bySourceIp, /^[\d.]+$/);
  const rareAddress = truth.incident.addresses[0] ?? '';
  const key = busiest(truth.byKey, /^AKIA/);
  const agent = busiest(truth.byUserAgent, /^elbv2\.k8s\.aws/);
  const { stolenKey } = truth.incident;
  const start = Math.floor(truth.incident.start / day) * day;
  const two: Span<EpochMs> = { start, end: start + 2 * day };
  const within = `time >= ${timestamp(two.start)} AND time < ${timestamp(two.end)}`;
  const all = { scope: 'all', span: undefined, terms: [], text: '' } as const;
  const of = (terms: readonly Term[]): Filter => ({ ...all, terms });
  return [
    { name: 'ELB only', filter: { ...all, scope: 'elb' }, where: elb },
    {
      name: 'one source IP, two days',
      filter: { ...of([include('sourceIp', address)]), span: two },
      where: `ip = ${literal(address)} AND ${within}`,
    },
    {
      name: 'one source IP, busiest',
      filter: of([include('sourceIp', address)]),
      where: `ip = ${literal(address)}`,
    },
    {
      name: 'one source IP, rare',
      filter: of([include('sourceIp', rareAddress)]),
      where: `ip = ${literal(rareAddress)}`,
    },
    {
      name: 'one access key, busiest',
      filter: of([include('accessKey', key)]),
      where: `key = ${literal(key)}`,
    },
    {
      name: 'the stolen key, ELB',
      filter: { ...of([include('accessKey', stolenKey)]), scope: 'elb' },
      where: `key = ${literal(stolenKey)} AND ${elb}`,
    },
    {
      name: 'one user agent',
      filter: of([include('userAgent', agent)]),
      where: `agent = ${literal(agent)}`,
    },
    {
      name: 'address block',
      filter: of([include('sourceIp', '198.51.100.0/24')]),
      where: "ip LIKE '198.51.100.%'",
    },
    {
      name: 'user agent by pattern',
      filter: of([include('userAgent', '*terraform*')]),
      where: "agent ILIKE '%terraform%'",
    },
    {
      name: 'ELB, denied or failed, not Describe*',
      filter: {
        ...of([
          include('outcome', 'denied'),
          include('outcome', 'failed'),
          exclude('eventName', 'Describe*'),
        ]),
        scope: 'elb',
      },
      where: `${elb} AND error IS NOT NULL AND name NOT ILIKE 'Describe%'`,
    },
    {
      name: 'free text, a rare word',
      filter: { ...all, text: 'kali' },
      where: "agent ILIKE '%kali%'",
    },
    {
      name: 'five conditions',
      filter: {
        ...of([
          exclude('sourceIp', address),
          exclude('userAgent', '*boto3*'),
          include('access', 'write'),
          exclude('eventName', 'UpdateInstanceInformation'),
          exclude('region', 'us-west-2'),
        ]),
        span: two,
      },
      where:
        `ip <> ${literal(address)} AND agent NOT ILIKE '%boto3%' AND NOT read_only AND ` +
        `name <> 'UpdateInstanceInformation' AND region <> 'us-west-2' AND ${within}`,
    },
  ];
}
