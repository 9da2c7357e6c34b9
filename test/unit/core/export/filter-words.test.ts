import { describe, expect, it } from 'vitest';
import { filterInWords } from '../../../../renderer/core/export/filter-words.ts';
import { elbOnly, everything } from '../../../../renderer/core/query/filter.ts';
import type { FilterField, Term } from '../../../../renderer/core/query/filter.ts';

function term(field: FilterField, value: string, exclude = false): Term {
  return { field, value, exclude };
}

describe('filterInWords', () => {
  it('names the scope where nothing else is asked', () => {
    expect(filterInWords(everything, 'UTC')).toEqual(['Events of all services']);
    expect(filterInWords(elbOnly, 'UTC')).toEqual(['Events of Elastic Load Balancing only']);
  });

  it('says which terms are alternatives and which must all hold', () => {
    const terms = [
      term('sourceIp', '203.0.113.7'),
      term('eventName', 'Describe*', true),
      term('sourceIp', '198.51.100.0/24'),
      term('eventName', 'Get*', true),
      term('accessKey', ''),
      term('errorCode', '', true),
      term('access', 'write'),
    ];
    expect(filterInWords({ ...everything, terms }, 'UTC')).toEqual([
      'Events of all services',
      'Source IP is 203.0.113.7, or is 198.51.100.0/24',
      'Event name does not match Describe*',
      'Event name does not match Get*',
      'Access key is not in the record',
      'Error code is in the record',
      'Access is write',
    ]);
  });

  it('says what was asked of marks and verdicts', () => {
    const terms = [term('is', 'starred'), term('integrity', 'unlisted'), term('tag', '', true)];
    expect(filterInWords({ ...everything, terms }, 'UTC').slice(1)).toEqual([
      'Mark is starred',
      'Integrity is unlisted',
      'Tag is given',
    ]);
  });

  it('says that texts looked for in whole records must all be there', () => {
    const terms = [term('record', 'a*'), term('record', 'b'), term('record', 'c', true)];
    expect(filterInWords({ ...everything, terms }, 'UTC').slice(1)).toEqual([
      'Record contains “a*”',
      'Record contains “b”',
      'Record does not contain “c”',
    ]);
  });

  it('writes the span in the zone, and the words', () => {
    const span = { start: Date.UTC(2026, 4, 1, 10), end: Date.UTC(2026, 4, 1, 11) };
    expect(filterInWords({ ...everything, span, text: ' shop  api ' }, 'Asia/Tokyo')).toEqual([
      'Events of all services',
      'From 2026-05-01 19:00:00+09:00 up to, not including, 2026-05-01 20:00:00+09:00',
      'Some field contains each of the words “shop  api”',
    ]);
  });

  it('names a load balancer in words where no ARN of it is known', () => {
    const terms = [term('loadBalancer', 'name:111122223333/eu-west-1/ledger-tcp')];
    expect(filterInWords({ ...everything, terms }, 'UTC')[1]).toBe(
      'Load balancer is ledger-tcp (111122223333, eu-west-1; no ARN known)',
    );
  });

  it('cuts a value without end', () => {
    const terms = [term('userAgent', 'A'.repeat(1_000_000))];
    expect(filterInWords({ ...everything, terms }, 'UTC')[1]).toMatch(
      /^User agent is A{300}… \[cut: 1,000,000 characters in all\]$/u,
    );
  });
});
