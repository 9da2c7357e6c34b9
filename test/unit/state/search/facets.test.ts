import { describe, expect, it } from 'vitest';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { plainEvents } from '../../../fixtures/events.ts';
import { idle, openDesk } from '../desk.ts';

const manyRegions = plainEvents(
  [
    'time | is | region',
    ...Array.from({ length: 30 }, (_, number) => `${number} | elb | region-${number}`),
  ].join('\n'),
);

describe('FacetsState', () => {
  it('counts the values of each field among the selected events', async () => {
    const { session } = await openDesk();
    expect(session.facets.facetOf('sourceIp')?.values).toEqual([
      { value: '198.51.1.1', count: 2 },
      { value: '203.0.113.9', count: 2 },
    ]);
  });

  it('reacts to the other fields’ filters, and not to the field’s own', async () => {
    const { session } = await openDesk();
    session.search.include('sourceIp', '203.0.113.9');
    await idle(session);
    expect(session.facets.facetOf('sourceIp')?.distinct).toBe(2);
    expect(session.facets.facetOf('accessKey')?.values).toEqual([{ value: 'AKIA1', count: 2 }]);
  });

  it('shows few values, then more, then few again', async () => {
    const { session } = await openDesk(new MemoryCase(manyRegions).store());
    const { facets } = session;
    const shown = (): number | undefined => facets.facetOf('region')?.values.length;
    expect(shown()).toBe(5);
    facets.toggleMore('region');
    await idle(session);
    expect(shown()).toBe(30);
    facets.toggleMore('region');
    await idle(session);
    expect(shown()).toBe(5);
  });

  it('finds values by a part of them, and goes on doing so when the filter changes', async () => {
    const { session } = await openDesk(new MemoryCase(manyRegions).store());
    session.facets.find('region', 'ION-2');
    await idle(session);
    const found = (): number | undefined => session.facets.facetOf('region')?.distinct;
    expect(found()).toBe(11);
    session.search.exclude('region', 'region-2');
    session.search.setScope('all');
    await idle(session);
    expect(session.facets.viewOf('region').containing).toBe('ION-2');
    expect(
      session.facets.facetOf('region')?.values.every(({ value }) => value.includes('-2')),
    ).toBe(true);
  });

  it('opens and closes a field', async () => {
    const { session } = await openDesk();
    const open = (): boolean => session.facets.viewOf('account').open;
    expect(open()).toBe(false);
    session.facets.toggle('account');
    expect(open()).toBe(true);
    await idle(session);
  });
});
