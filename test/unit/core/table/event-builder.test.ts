import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordReader, type RecordSink } from '../../../../renderer/core/decode/record-reader.ts';
import { JsonScanner } from '../../../../renderer/core/decode/json-scanner.ts';
import { EventBuilder } from '../../../../renderer/core/table/event-builder.ts';
import { flag } from '../../../../renderer/core/table/columns.ts';
import { decodeFiles } from '../../../fixtures/decode-files.ts';
import { evidenceFolder, filesBelow } from '../../../fixtures/evidence-folder.ts';
import { plainRecord, type PlainRecord } from '../../../fixtures/plain-record.ts';
import { builtEvents, recordsAgain } from '../../../fixtures/seen-in-file.ts';

const scanner = new JsonScanner();

/** What the scanner and the builder make of one JSON text; undefined where no event. */
function scanned(json: string): PlainRecord | undefined {
  scanner.resetText(json);
  const builder = new EventBuilder(Uint32Array.of(1, 2));
  let found = 0;
  const sink: RecordSink = {
    record: (record) => {
      if (builder.add(record, 0) === undefined) found++;
    },
    aside: () => undefined,
    other: () => undefined,
  };
  expect(new RecordReader(sink, scanner).read(0, 0)).toBe(scanner.end);
  const [event] = builtEvents(builder.take());
  expect(found).toBe(event === undefined ? 0 : 1);
  return event;
}

/** An id that is no GUID is stored as a hash, and cannot be compared. */
function comparable(event: PlainRecord | undefined): unknown {
  return event && { ...event, id: (event.flags & flag.idIsHashed) === 0 ? event.id : 'hashed' };
}

const hostileTexts = fc.constantFrom(
  '',
  'elasticloadbalancing.amazonaws.com',
  'aws:s3',
  '2026-03-02T09:14:07Z',
  '2026-02-30T09:14:07Z',
  '\ud800',
  'x\udfff"\\/\b\f\n\r\t\u0000',
  '\u2028 \ufeff é 漢 😀',
  '__proto__',
  '{"eventName":"inner"}',
  '0a1b2c3d-0000-4000-8000-000000000001',
  'true',
);
const text = fc.oneof(hostileTexts, fc.string({ unit: 'binary', maxLength: 12 }));
/** The names that are looked for in each object, with some that come near them. */
const members: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...'eventTime eventSource eventName awsRegion sourceIPAddress userAgent errorCode'.split(' '),
    ...'errorMessage requestParameters responseElements readOnly eventID apiVersion'.split(' '),
    ...'resources recipientAccountId sessionCredentialFromConsole eventType'.split(' '),
    ...'userIdentity additionalEventData eventVersion EventTime __proto__ toString'.split(' '),
  ],
  userIdentity: [
    ...'type principalId arn accountId accessKeyId userName invokedBy'.split(' '),
    ...'identityProvider onBehalfOf sessionContext constructor'.split(' '),
  ],
  sessionContext: ['attributes', 'sessionIssuer'],
  attributes: ['mfaAuthenticated', 'creationDate'],
  sessionIssuer: ['accountId', 'type'],
  onBehalfOf: ['userId'],
  additionalEventData: ['MFAUsed'],
};

/** A string literal with some of its UTF-16 units written as escapes. */
const literal = (plain: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(plain, fc.array(fc.boolean(), { minLength: 1, maxLength: 5 }))
    .map(([units, escaped]) => {
      const written = units
        .split('')
        .map((unit, place) =>
          escaped[place % escaped.length] === true
            ? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
            : JSON.stringify(unit).slice(1, -1),
        );
      return `"${written.join('')}"`;
    });

const valueJson = fc.oneof(
  { weight: 6, arbitrary: literal(text) },
  fc.constantFrom<unknown>(null, true, false, 0, -1.5e-7, 1e300).map((one) => JSON.stringify(one)),
  fc.jsonValue({ maxDepth: 3 }).map((one) => JSON.stringify(one)),
);

/** Of a member that is passed over: what JSON.parse would change, and much of it. */
const passedOver = fc.constantFrom(
  '12345678901234567890.000',
  '-0',
  '1E400',
  '[[[{"eventName":"inner","eventTime":[]}]]]',
  `${'['.repeat(900)}${']'.repeat(900)}`,
);

/** Members of an object as JSON: repeated ones, escapes and white space as they may come. */
function membersJson(kind: string): fc.Arbitrary<string[]> {
  const space = fc.constantFrom('', '', '', ' ', '\n\t', '\r\n  ');
  const one = fc.constantFrom(...(members[kind] ?? [])).chain((name) => {
    const inner = Object.hasOwn(members, name) ? [{ weight: 6, arbitrary: objectJson(name) }] : [];
    const json = name === 'eventVersion' ? passedOver : fc.oneof(...inner, valueJson);
    return fc
      .tuple(space, literal(fc.constant(name)), space, space, json, space)
      .map(([before, spelt, after, between, held, end]) =>
        [before, spelt, after, ':', between, held, end].join(''),
      );
  });
  return fc.array(one, { maxLength: kind === '' ? 14 : 5 });
}

function objectJson(kind: string): fc.Arbitrary<string> {
  return membersJson(kind).map((inside) => `{${inside.join(',')}}`);
}

/** Mostly records: the members that make one come first, and may come again. */
const recordJson = fc.tuple(fc.boolean(), membersJson('')).map(([isRecord, inside]) => {
  const first = [
    '"eventTime":"2026-03-02T09:14:07Z"',
    '"eventSource":"elasticloadbalancing.amazonaws.com"',
    '"eventName":"DeleteLoadBalancer"',
  ];
  return `{${[...(isRecord ? first : []), ...inside].join(',')}}`;
});

describe('EventBuilder', () => {
  it('agrees with JSON.parse on every field of any record', () => {
    fc.assert(
      fc.property(recordJson, (json) => {
        expect(comparable(scanned(json))).toEqual(comparable(plainRecord(JSON.parse(json))));
      }),
      { numRuns: 2_000 },
    );
  });

  it.skipIf(evidenceFolder === undefined)(
    'agrees with JSON.parse on every record of the evidence folder',
    async () => {
      let compared = 0;
      for (const { path, blob } of filesBelow(evidenceFolder ?? '')) {
        const [file] = await decodeFiles([{ path, blob }]);
        if (file?.built === undefined) continue;
        const found = builtEvents(file.built);
        for (const [place, json] of (await recordsAgain(blob, file)).entries()) {
          const record: unknown = JSON.parse(json);
          const plain = plainRecord(typeof record === 'string' ? JSON.parse(record) : record);
          expect(comparable(found[place])).toEqual(comparable(plain));
          compared++;
        }
      }
      expect(compared).toBeGreaterThan(1_000);
    },
  );
});
