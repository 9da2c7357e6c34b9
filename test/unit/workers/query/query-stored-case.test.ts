import 'fake-indexeddb/auto';
import { gzipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { elbOnly, everything } from '../../../../renderer/core/query/filter.ts';
import { StoredCase } from '../../../../renderer/store/stored-case.ts';
import type {
  QueryCall,
  QueryReply,
  QueryRequest,
} from '../../../../renderer/workers/query/query.ts';
import { QueryServer } from '../../../../renderer/workers/query/query-server.ts';
import { record } from '../../../fixtures/decode-files.ts';
import { importFiles } from '../../../fixtures/import-files.ts';

const arn =
  'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/web/50dc6c495c0c9188';
const deletion = record({
  eventName: 'DeleteLoadBalancer',
  eventID: 'd92efEXAMPLE',
  eventTime: '2026-05-01T10:00:00Z',
  requestParameters: { loadBalancerArn: arn },
});
const listing = record({ eventTime: '2026-05-01T12:00:00Z' });
const later = record({ eventName: 'CreateRule', eventTime: '2026-05-01T11:00:00Z' });

function file(name: string, ...records: unknown[]) {
  const bytes = gzipSync(strToU8(JSON.stringify({ Records: records })));
  return { path: `/evidence/${name}`, name, blob: new Blob([new Uint8Array(bytes)]) };
}

describe('QueryServer over a stored case', () => {
  it('leads from imported evidence to answers, and back to the record', async () => {
    const server = new QueryServer((caseId) => StoredCase.open(caseId));
    const ask = async <C extends QueryCall>(
      call: C,
      request: QueryRequest<C>,
    ): Promise<QueryReply<C>> => {
      const answer = await server.answer({ number: 1, call, request });
      if (answer.kind === 'failed') throw new Error(answer.reason);
      return answer.reply as QueryReply<C>;
    };
    await importFiles('asked', [file('one.json.gz', listing, deletion)]);
    expect(await ask('open', { caseId: 'asked' })).toMatchObject({
      events: 2,
      elbEvents: 2,
      span: { start: Date.UTC(2026, 4, 1, 10), end: Date.UTC(2026, 4, 1, 12) + 1 },
      sums: { files: 1, imported: 1, read: 2, kept: 2 },
    });
    const choice = { fields: ['loadBalancer'], limit: 9, containing: '' } as const;
    expect(await ask('facets', { filter: elbOnly, ...choice })).toEqual([
      {
        field: 'loadBalancer',
        values: [
          { value: '', count: 1 },
          { value: arn, count: 1 },
        ],
        distinct: 2,
      },
    ]);

    await importFiles('asked', [file('two.json.gz', later)]);
    expect(await ask('refresh', {})).toMatchObject({ events: 3, files: 2 });
    const page = await ask('page', {
      filter: everything,
      sort: { column: 'time', descending: false },
      span: { start: 0, end: 9 },
      columns: ['eventName', 'principal'],
    });
    expect(page.map(({ text }) => text.eventName)).toEqual([
      'DeleteLoadBalancer',
      'CreateRule',
      'DescribeLoadBalancers',
    ]);
    expect(page[0]?.text.principal).toContain('alice');

    const ref = page[0]?.ref ?? -1;
    const raw = await ask('raw', { ref });
    expect(JSON.parse(raw.text)).toEqual(deletion);
    expect(raw.source.path).toBe('/evidence/one.json.gz');
    expect(await ask('verify', { source: raw.source.id })).toEqual({
      kind: 'same',
      sha256: raw.source.sha256,
    });
    const columns = ['eventName'] as const;
    const sort = { column: 'time', descending: false } as const;
    const events = { kind: 'events', format: 'csv', filter: everything, zone: 'UTC' } as const;
    await ask('beginFile', { file: { ...events, sort, columns, findings: [] } });
    const { bytes } = await ask('nextPart', { mostRows: 1 });
    expect(new TextDecoder().decode(bytes)).toContain('d92efEXAMPLE');
  });
});
