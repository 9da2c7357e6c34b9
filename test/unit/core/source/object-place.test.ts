import { describe, expect, it } from 'vitest';
import { objectPlace, objectUri } from '../../../../renderer/core/source/object-place.ts';

const place = (bucket: string, prefix: string) => ({ bucket, prefix });

describe('objectPlace', () => {
  it.each([
    ['s3://trail-logs/AWSLogs/', place('trail-logs', 'AWSLogs/')],
    [' S3://trail-logs ', place('trail-logs', '')],
    ['s3://trail-logs//AWSLogs/', place('trail-logs', 'AWSLogs/')],
    ['trail-logs/org one/AWSLogs', place('trail-logs', 'org one/AWSLogs')],
    ['arn:aws:s3:::trail-logs/AWSLogs/*', place('trail-logs', 'AWSLogs/')],
    ['arn:aws-us-gov:s3:::trail-logs', place('trail-logs', '')],
    ['https://trail-logs.s3.eu-west-1.amazonaws.com/a%20b/', place('trail-logs', 'a b/')],
    ['https://my.logs.s3.amazonaws.com/a/?versionId=1', place('my.logs', 'a/')],
    ['https://s3.eu-west-1.amazonaws.com/trail-logs/100%/', place('trail-logs', '100%/')],
  ])('reads %s', (text, expected) => {
    expect(objectPlace(text)).toEqual(expected);
  });

  it.each(['', 's3://', 's3://UPPER/x', 's3://a/x', 'https://example.com/logs', '/local/folder'])(
    'finds no bucket in “%s”',
    (text) => {
      expect(objectPlace(text)).toBeUndefined();
    },
  );

  it('is what objectUri writes', () => {
    expect(objectPlace(objectUri(place('trail-logs', 'a b/c')))).toEqual(
      place('trail-logs', 'a b/c'),
    );
  });
});
