import { problemsFirst } from '../../../../renderer/core/query/ledger-order.ts';
import { describe, expect, it } from 'vitest';
import {
  byTime,
  elbOnly,
  everything,
  type FilterField,
} from '../../../../renderer/core/query/filter.ts';
import { lanesIn } from '../../../../renderer/core/layout/lane-columns.ts';
import { plainEvents } from '../../../fixtures/events.ts';
import { evidenceSource } from '../../../fixtures/evidence-source.ts';
import { madeCheck } from '../../core/export/report/made-check.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { events, opened, serverOf } from './opened-case.ts';

const columns = ['eventName'] as const;
const all = { filter: everything, sort: byTime };

describe('QueryServer: cases', () => {
  it('says what a case holds when it opens it', async () => {
    const reader = new MemoryCase(events).store();
    reader.sourceList = [evidenceSource({ read: 5, kept: 4, duplicate: 1, elb: 2 })];
    const contents = await serverOf({ case: reader }).ask('open', { caseId: 'case' });
    expect(contents).toMatchObject({
      events: 4,
      elbEvents: 2,
      span: { start: 1000, end: 4001 },
      files: 1,
      sums: { read: 5, kept: 4, duplicate: 1, elb: 2 },
    });
  });

  it('opens an empty case', async () => {
    const { ask } = serverOf({ case: new MemoryCase([]) });
    const contents = await ask('open', { caseId: 'case' });
    expect(contents).toMatchObject({ events: 0, elbEvents: 0, span: undefined });
    expect(await ask('find', { filter: everything })).toMatchObject({ count: 0 });
    const lanes = { filter: everything, fields: { field: 'sourceIp' }, sort: 'count' } as const;
    expect(lanesIn((await ask('lanes', lanes)).outer)).toEqual([]);
    const span = { start: 0, end: 10 };
    expect(await ask('page', { ...all, span, columns })).toEqual([]);
  });

  it('takes up what was stored since, and keeps the refs', async () => {
    const reader = new MemoryCase(events).store(1);
    const { ask } = serverOf({ case: reader });
    expect(await ask('open', { caseId: 'case' })).toMatchObject({ events: 1 });
    expect(await ask('find', { filter: elbOnly })).toMatchObject({ count: 1 });
    expect(await ask('place', { ...all, ref: 0 })).toBe(0);

    reader.store(2).store(1);
    expect(await ask('refresh', {})).toMatchObject({ events: 4, elbEvents: 2 });
    expect(await ask('find', { filter: elbOnly })).toMatchObject({ count: 2 });
    expect(await ask('place', { ...all, ref: 0 })).toBe(2);
    expect(await ask('details', { ref: 0 })).toMatchObject({ text: { eventName: 'DeleteLB' } });
  });

  it('reads the ledger again even where no events were added', async () => {
    const { reader, ask } = await opened();
    reader.sourceList = [evidenceSource(), evidenceSource({ id: 2, verdict: 'skipped' })];
    expect(await ask('refresh', {})).toMatchObject({ files: 2, sums: { skipped: 1 }, events: 4 });
  });

  it('answers as before while it reads again', async () => {
    const { reader, ask } = await opened(events.slice(0, 2));
    const held = Promise.withResolvers<undefined>();
    const chunksAfter = reader.chunksAfter.bind(reader);
    reader.chunksAfter = (id) => held.promise.then(() => chunksAfter(id));
    const refresh = ask('refresh', {});
    expect(await ask('find', { filter: everything })).toMatchObject({ count: 2 });
    held.resolve(undefined);
    expect(await refresh).toMatchObject({ events: 2 });
  });

  it('makes questions wait for the case that is being opened, and closes the earlier one', async () => {
    const first = new MemoryCase(events.slice(0, 1)).store();
    const second = new MemoryCase(events).store();
    const { ask } = serverOf({ first, second });
    await ask('open', { caseId: 'first' });
    const opening = ask('open', { caseId: 'second' });
    expect(await ask('find', { filter: everything })).toMatchObject({ count: 4 });
    await opening;
    expect([first.isClosed, second.isClosed]).toEqual([true, false]);
  });

  it('gives up a reading again when another case was opened meanwhile', async () => {
    const first = new MemoryCase(events).store();
    const { ask, answerTo } = serverOf({ first, second: new MemoryCase([]) });
    await ask('open', { caseId: 'first' });
    const refresh = answerTo('refresh', {});
    const opening = ask('open', { caseId: 'second' });
    expect(await refresh).toMatchObject({ kind: 'failed' });
    await opening;
    expect(await ask('find', { filter: everything })).toMatchObject({ count: 0 });
  });

  it('says why a case cannot be opened, and can open another', async () => {
    const broken = new MemoryCase([]);
    broken.dictionaries = () => Promise.reject(new Error('The database is damaged'));
    const { ask, answerTo } = serverOf({ broken, good: new MemoryCase(events).store() });
    const failed = { kind: 'failed', reason: 'The database is damaged' };
    expect(await answerTo('open', { caseId: 'broken' })).toMatchObject(failed);
    expect(broken.isClosed).toBe(true);
    expect(await answerTo('find', { filter: everything })).toMatchObject(failed);
    expect(await ask('open', { caseId: 'good' })).toMatchObject({ events: 4 });
  });

  it('fails with the number of the question where no case is open', async () => {
    const { answerTo } = serverOf({});
    expect(await answerTo('find', { filter: everything })).toEqual({
      number: 1,
      kind: 'failed',
      reason: 'No case is open',
    });
  });

  it('says how long it took', async () => {
    const { answerTo } = await opened();
    const answer = await answerTo('find', { filter: everything });
    expect(answer).toMatchObject({ kind: 'answered', milliseconds: expect.any(Number) as number });
  });
});

describe('QueryServer: questions', () => {
  it('sums, pages and places one selection', async () => {
    const { ask } = await opened();
    expect(await ask('find', { filter: elbOnly })).toEqual({
      count: 2,
      writes: 0,
      failed: 0,
      denied: 1,
      firstSeen: 1000,
      lastSeen: 3000,
    });
    const sort = { column: 'eventName', descending: true } as const;
    const page = await ask('page', {
      filter: everything,
      sort,
      span: { start: 0, end: 2 },
      columns,
    });
    expect(page.map(({ text, ref }) => [ref, text.eventName])).toEqual([
      [3, 'ListBuckets'],
      [1, 'DescribeLBs'],
    ]);
    expect(await ask('place', { filter: everything, sort, ref: 1 })).toBe(1);
    expect(await ask('place', { filter: elbOnly, sort, ref: 3 })).toBeUndefined();
  });

  it('finds where a trail was off by what its record says, and without it', async () => {
    const reader = new MemoryCase(
      plainEvents(`
        time  | eventName    | eventSource              | account      | region    | sourceIp
        1000  | StopLogging  | cloudtrail.amazonaws.com | 111122223333 | eu-west-1 | 203.0.113.9
        5000  | StartLogging | cloudtrail.amazonaws.com | 111122223333 | eu-west-1 | 203.0.113.9
        9000  | CreateRule   | cloudtrail.amazonaws.com | 444455556666 | eu-west-1 | 198.51.1.1
      `),
    ).store();
    reader.records.set(0, '{"requestParameters":{"name":"main"}}');
    const { ask } = serverOf({ case: reader });
    await ask('open', { caseId: 'case' });
    const fields = { field: 'sourceIp' } as const;
    const lanes = await ask('lanes', { filter: everything, fields, sort: 'name' });
    const keys = Array.from(lanes.outer.id, (id) => ({ kind: 'value' as const, id }));
    const request = { filter: everything, ...fields, lanes: keys };
    // The second record has gone: it may be of any trail, and ends none.
    const { gaps, ofLane } = await ask('coverage', request);
    expect(gaps).toMatchObject([
      { kind: 'trail', trail: 'main', span: { start: 1000, end: 9000 }, seenUntil: 5000 },
    ]);
    expect(ofLane).toEqual([[], [0]]);
    expect((await ask('coverage', request)).gaps).toEqual(gaps);
  });

  it('counts facets, lanes, marks and histogram', async () => {
    const { ask } = await opened();
    const fields = ['accessKey', 'outcome'] as const;
    expect(await ask('facets', { filter: everything, fields, limit: 1, containing: '' })).toEqual([
      { field: 'accessKey', values: [{ value: 'AKIA1', count: 3 }], distinct: 2 },
      { field: 'outcome', values: [{ value: 'read', count: 2 }], distinct: 3 },
    ]);
    const byIp = { field: 'sourceIp', nested: 'accessKey' } as const;
    const lanes = await ask('lanes', { filter: everything, fields: byIp, sort: 'count' });
    expect(lanesIn(lanes.outer).map(({ value, count }) => [value, count])).toEqual([
      ['203.0.113.9', 3],
      ['198.51.1.1', 1],
    ]);
    const span = { start: 0, end: 5000 };
    const keys = Array.from(lanes.outer.id, (id) => ({ kind: 'value' as const, id }));
    const request = { filter: everything, ...byIp, lanes: keys, span, bins: 5 };
    expect(lanes.innerStarts).toHaveLength(3);
    expect(await ask('marks', { ...request, maxEvents: 9 })).toMatchObject({ kind: 'events' });
    expect(await ask('marks', { ...request, maxEvents: 2 })).toMatchObject({
      kind: 'density',
      counts: Uint32Array.of(0, 1, 0, 1, 1, 0, 0, 1, 0, 0),
    });
    const histogram = await ask('histogram', { filter: elbOnly, span, bins: 1 });
    expect([...histogram.counts]).toEqual([1, 0, 0, 1]);
    const of = { filter: elbOnly };
    expect(await ask('countIn', { ...of, span: { start: 1000, end: 3000 } })).toBe(1);
    expect(await ask('countIn', { ...of, span: { start: 3000, end: 1000 } })).toBe(0);
  });

  it('tells of one event, what is tied to it, and of events that are gone nothing', async () => {
    const { ask } = await opened();
    expect(await ask('details', { ref: 0 })).toMatchObject({ time: 3000, outcome: 'denied' });
    expect((await ask('correlate', { ref: 0 }))?.sharing).toEqual({ one: 1, two: 1, three: 1 });
    const refs = Uint32Array.of(0, 1, 2, 3, 77);
    expect([...(await ask('tied', { ref: 0, refs }))]).toEqual([7, 7, 6, 1, 0]);
    expect(await ask('details', { ref: 77 })).toBeUndefined();
    expect(await ask('correlate', { ref: 77 })).toBeUndefined();
    expect([...(await ask('tied', { ref: 77, refs }))]).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('QueryServer: what is known beside the records', () => {
  const having = (field: FilterField, value: string) => ({
    ...everything,
    terms: [{ field, value, exclude: false }],
  });

  it('filters by what the investigator put to things, also after the case has grown', async () => {
    const reader = new MemoryCase(events).store(2);
    const { ask } = serverOf({ case: reader });
    await ask('open', { caseId: 'case' });
    const entity = { kind: 'entity', field: 'sourceIp', value: '203.0.113.9' } as const;
    const marked = [
      { what: { kind: 'event', ref: 1 }, starred: true, note: 'first', tags: [] },
      { what: entity, starred: false, note: '', tags: ['attacker'] },
    ] as const;
    await ask('takeMarked', { marked });
    expect(await ask('find', { filter: having('is', 'starred') })).toMatchObject({ count: 1 });
    expect(await ask('find', { filter: having('tag', 'attacker') })).toMatchObject({ count: 2 });
    reader.store();
    await ask('refresh', {});
    expect(await ask('find', { filter: having('has', 'note') })).toMatchObject({ count: 1 });
    expect(await ask('find', { filter: having('tag', 'attacker') })).toMatchObject({ count: 3 });
    await ask('takeMarked', { marked: [] });
    expect(await ask('find', { filter: having('tag', 'attacker') })).toMatchObject({ count: 0 });
  });

  it('filters by what the last check says of the files', async () => {
    const { reader, ask } = await opened();
    expect(await ask('find', { filter: having('integrity', 'changed') })).toMatchObject({
      count: 0,
    });
    const evidence = { same: 0, differs: [{ source: 1, found: '' }], gone: [], notKept: 0 };
    reader.integrityCheck = { checked: 0, lastSource: 1, evidence, trail: undefined };
    await ask('refresh', {});
    expect(await ask('find', { filter: having('integrity', 'changed') })).toMatchObject({
      count: 4,
    });
    const fields = ['integrity', 'tag'] as const;
    expect(await ask('facets', { filter: everything, fields, limit: 5, containing: '' })).toEqual([
      { field: 'integrity', values: [{ value: 'changed', count: 4 }], distinct: 1 },
      { field: 'tag', values: [], distinct: 0 },
    ]);
  });
});

describe('QueryServer: log files that are missing', () => {
  it('are coverage gaps of the lanes of their account and region, once a check has told', async () => {
    const reader = new MemoryCase(
      plainEvents(`
        time | eventName  | account      | region
        1000 | CreateRule | 111122223333 | eu-west-1
        2000 | CreateRule | 111122223333 | us-east-1
      `),
    ).store();
    const { ask } = serverOf({ case: reader });
    await ask('open', { caseId: 'case' });
    const fields = { field: 'region' } as const;
    const lanes = await ask('lanes', { filter: everything, fields, sort: 'name' });
    const keys = Array.from(lanes.outer.id, (id) => ({ kind: 'value' as const, id }));
    const request = { filter: everything, ...fields, lanes: keys };
    expect((await ask('coverage', request)).gaps).toEqual([]);
    const check = madeCheck();
    const missing = {
      ...{ digest: 2, key: 'AWSLogs/lost.json.gz', span: { start: 500, end: 900 } },
      ...{ account: '111122223333', region: 'us-east-1' },
    };
    reader.integrityCheck = check.trail && {
      ...check,
      trail: { ...check.trail, missing: [missing] },
    };
    await ask('refresh', {});
    const { gaps, ofLane } = await ask('coverage', request);
    expect(gaps).toMatchObject([{ kind: 'missing files', files: 1, key: 'AWSLogs/lost.json.gz' }]);
    expect(ofLane).toEqual([[], [0]]);
    expect((await ask('coverage', { ...request, lanes: [] })).gaps).toEqual(gaps);
  });
});

describe('QueryServer: evidence', () => {
  it('shows the raw record with its file', async () => {
    const { reader, ask, answerTo } = await opened();
    reader.records.set(200, '{"eventName":"AssumeRole"}');
    expect(await ask('raw', { ref: 2 })).toEqual({
      text: '{"eventName":"AssumeRole"}',
      source: reader.sourceList[0],
    });
    expect(await answerTo('raw', { ref: 0 })).toMatchObject({
      reason: 'The evidence file has gone',
    });
    expect(await answerTo('raw', { ref: 77 })).toMatchObject({ kind: 'failed' });
  });

  it('passes on the ledger and what a file is now', async () => {
    const { reader, ask } = await opened();
    reader.issueList = [
      { source: 1, recordIndex: 3, offset: 99, reason: 'not an object', sample: '17' },
    ];
    expect(await ask('sources', {})).toEqual(reader.sourceList);
    const sums = { files: 1, issues: 1, folder: '/evidence/' };
    expect(await ask('ledger', {})).toMatchObject(sums);
    const places = { start: 0, end: 9 };
    expect(await ask('ledgerFiles', { verdict: undefined, order: problemsFirst, places })).toEqual(
      reader.sourceList,
    );
    expect(await ask('ledgerIssues', { places })).toEqual([
      { ...reader.issueList[0], path: '/evidence/events.json.gz' },
    ]);
    expect(await ask('verify', { source: 1 })).toMatchObject({ kind: 'same' });
    await ask('beginFile', { file: { kind: 'ledger', format: 'csv', zone: 'UTC' } });
    const { bytes } = await ask('nextPart', { mostRows: 9 });
    const ledger = new TextDecoder().decode(bytes);
    expect(ledger).toContain('/evidence/events.json.gz');
    expect(ledger).toContain('not an object');
  });
});
