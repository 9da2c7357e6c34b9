import { describe, expect, it } from 'vitest';
import {
  completed,
  completionAt,
  namesLike,
} from '../../../../renderer/core/query/complete-query.ts';

/** The text with `choice` in the place that the caret, written `|`, asks for. */
function choose(marked: string, choice: string): string | undefined {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const completion = completionAt(text, caret);
  if (completion === undefined) return undefined;
  const edited = completed(text, completion, choice);
  return `${edited.text.slice(0, edited.caret)}|${edited.text.slice(edited.caret)}`;
}

describe('completionAt', () => {
  it('completes a name, and leaves the minus before it', () => {
    expect(choose('-ke|', 'key')).toBe('-key:|');
    expect(choose('curl ev| x', 'event')).toBe('curl event:| x');
  });

  it('completes the value behind the colon, whatever is typed of it', () => {
    expect(choose('key:|', 'AKIA1')).toBe('key:AKIA1 |');
    expect(choose('key:AK|IA lb:x', 'AKIA1')).toBe('key:AKIA1 |lb:x');
    expect(choose('agent:"aws cl|', 'aws "cli"')).toBe('agent:"aws ""cli""" |');
    expect(choose('event: Des|', 'DescribeRules')).toBe('event: DescribeRules |');
  });

  it('asks for nothing where no name can stand, and none is known', () => {
    for (const text of ['|', 'a |', '10.0|', '"quo|', 'foo:b|', 'scope:a|', 'key|:AKIA']) {
      expect(choose(text, 'x'), text).toBeUndefined();
    }
  });

  it('tells the field or end of a span, and what is typed of its value', () => {
    expect(completionAt('who:ali', 7)).toMatchObject({ of: 'principal', typed: 'ali' });
    expect(completionAt('after:20', 8)).toMatchObject({ of: 'after', typed: '20' });
  });
});

describe('namesLike', () => {
  it('offers one name for each field, and the ends of a span', () => {
    expect(namesLike('a')).toEqual([
      'accesskey',
      'agent',
      'arn',
      'action',
      'access',
      'account',
      'after',
    ]);
    expect(namesLike('')).toHaveLength(24);
    expect(namesLike('zz')).toEqual([]);
  });
});
