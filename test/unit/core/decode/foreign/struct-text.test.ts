import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseStruct } from '../../../../../renderer/core/decode/foreign/struct-text.ts';

describe('parseStruct', () => {
  it('reads structs in structs, lists of them, and nothing printed as null', () => {
    expect(
      parseStruct(
        '{type=AssumedRole, arn=arn:aws:sts::1:assumed-role/A/b, username=null, ' +
          'sessioncontext={attributes={mfaauthenticated=false}, sessionissuer={}}}',
      ),
    ).toEqual({
      type: 'AssumedRole',
      arn: 'arn:aws:sts::1:assumed-role/A/b',
      username: null,
      sessioncontext: { attributes: { mfaauthenticated: 'false' }, sessionissuer: {} },
    });
    expect(parseStruct('[{arn=a, type=b}, {arn=c}]')).toEqual([
      { arn: 'a', type: 'b' },
      { arn: 'c' },
    ]);
  });

  it('keeps commas, brackets and equals signs in a value where they can be told', () => {
    expect(parseStruct('{name=a, b and [c] x=y=z, type=t}')).toEqual({
      name: 'a, b and [c] x=y=z',
      type: 't',
    });
  });

  it('leaves alone what is no struct, whatever it is', () => {
    for (const text of ['{', '{a}', '{a=1', '{a=1}x', '{a=1, b}}', '[{a=1', '{=}']) {
      expect(parseStruct(text)).toBeUndefined();
    }
    const bit = fc.constantFrom('{', '}', '[', ']', 'a', '=', ', ', ',', ' ', 'null', '__proto__');
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 40 }), (bits) => {
        const parsed = parseStruct(bits.join(''));
        expect(JSON.stringify(parsed)).toBe(JSON.stringify(parseStruct(bits.join(''))));
      }),
    );
  });
});
