import { describe, expect, it } from 'vitest';
import { lookUpTerm } from '../../../../renderer/state/search/term-lookup.ts';
import { parseQuery } from '../../../../renderer/core/query/parse-query.ts';
import { plainEvents } from '../../../fixtures/events.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { deskEvents, idle, openDesk } from '../desk.ts';

const elb = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer';
const events = [
  ...deskEvents,
  ...plainEvents(`
    time | is  | eventName       | resource                                  | userAgent | sourceIp
    7000 | elb | SetSubnets      | ${elb}/app/shop-web/381e0560a1295ff1      | star*agent | 11.2.3.45
    8000 | elb | SetSubnets      | ${elb}/app/shop-web-2/49c7d0e1a1295ff2    | STAR*AGENT | 2001:db8::9
    9000 | elb | SetSecurityGroups | ${elb}/checkout                         |           | 11.2.3.45
  `),
];

async function meant(text: string): Promise<readonly string[]> {
  const { session } = await openDesk(new MemoryCase(events).store());
  const [typed] = parseQuery(text, 'UTC').terms;
  if (typed === undefined) throw new Error('nothing was typed');
  const terms = await lookUpTerm(session.query, typed);
  await idle(session);
  return terms.map(({ value }) => value);
}

describe('lookUpTerm', () => {
  it('means the value itself, whatever the case of letters', async () => {
    expect(await meant('event:deleteloadbalancer')).toEqual(['DeleteLoadBalancer']);
    expect(await meant('ip:2001:DB8::9')).toEqual(['2001:db8::9']);
  });

  it('means every value that differs in the case of letters only, stars and all', async () => {
    expect(new Set(await meant(String.raw`agent:star\*agent`))).toEqual(
      new Set([String.raw`star\*agent`, String.raw`STAR\*AGENT`]),
    );
  });

  it('means what the screen calls by the text: load balancers by label or name, services', async () => {
    const web = `${elb}/app/shop-web/381e0560a1295ff1`;
    expect(await meant('lb:app/shop-web/381e0560a1295ff1')).toEqual([web]);
    expect(await meant('lb:Shop-Web')).toEqual([web]);
    const [classic = ''] = await meant('lb:"classic checkout (eu-west-1)"');
    expect(classic).toContain('loadbalancer/checkout');
    expect(await meant('lb:checkout')).toEqual([classic]);
    expect(await meant('service:elb')).toEqual(['elasticloadbalancing.amazonaws.com']);
  });

  it('means the values that have it in them, where none is it', async () => {
    expect(await meant('event:describe')).toEqual(['*describe*']);
    expect(await meant('lb:shop')).toEqual(['*shop*']);
    expect(await meant(String.raw`agent:r\*a`)).toEqual([String.raw`*r\*a*`]);
    expect(await meant('event:NoSuchEvent')).toEqual(['*NoSuchEvent*']);
  });

  it('never means another address by a whole one', async () => {
    expect(await meant('ip:1.2.3.4')).toEqual(['1.2.3.4']);
    expect(await meant('ip:11.2.3.')).toEqual(['*11.2.3.*']);
  });

  it('leaves patterns, blocks, outcomes and what is not in the record as they are', async () => {
    expect(await meant('event:Describe*')).toEqual(['Describe*']);
    expect(await meant('ip:203.0.113.0/24')).toEqual(['203.0.113.0/24']);
    expect(await meant('outcome:denied')).toEqual(['denied']);
    expect(await meant('key:""')).toEqual(['']);
  });
});
