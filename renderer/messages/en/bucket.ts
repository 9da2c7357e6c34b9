/** Import from AWS: a trail in an S3 bucket. */
export const bucket = {
  address: 'Bucket and prefix',
  wrong: 'No bucket is called so. Write it as s3://bucket/prefix/.',
  readAs: 'Read as {{place}}',
  hint: 'A trail is recognised anywhere above or below the prefix’s AWSLogs folder.',
  endpoint: 'Endpoint',
  endpointHint: 'AWS; the address of an S3-compatible store otherwise',
  pathStyle: 'Bucket in the path (path style)',
  requesterPays: 'I pay for it (Requester Pays)',
  inRegion: 'in {{region}}',
  atEndpoint: 'in {{region}} at {{endpoint}}',
  nothingAsked:
    'Nothing was asked of the bucket yet. Next, its folders are listed (s3:ListBucket) to find accounts, regions and days. Nothing is fetched, and nothing is ever written.',
  goingOn:
    'These are the objects of the import that stopped. Nothing is listed again, and what is complete is not fetched again.',
  toFetch_one: '{{count, number}} object to fetch, {{bytes}}.',
  toFetch_other: '{{count, number}} objects to fetch, {{bytes}}.',
  known_one:
    '{{count, number}} more is in this case already, with the same ETag and size: not fetched again.',
  known_other:
    '{{count, number}} more are in this case already, with the same ETag and size: not fetched again.',
  archived_one:
    '{{count, number}} is archived in Glacier: what was not restored is named in the ledger.',
  archived_other:
    '{{count, number}} are archived in Glacier: what was not restored is named in the ledger.',
  nothing: 'There is nothing under this choice: check the prefix, and the days.',
  noTrail:
    'No trail is below this prefix: no AWSLogs/ACCOUNT/CloudTrail/. All objects that begin with it are listed; what each of them is is told from its content.',
  accounts: 'Accounts',
  regions: 'Regions',
  kinds: 'Kinds of file',
  from: 'From',
  to: 'to',
  daysHint: 'UTC, by day of delivery: the last events of a day may lie in the next day’s folder.',
  lookedFor_one: 'Days were looked for in {{count, number}} folder of {{trails, number}}.',
  lookedFor_other: 'Days were looked for in {{count, number}} folders of {{trails, number}}.',
  listFolders: 'List folders',
  countObjects: 'Count objects',
  import_one: 'Import {{count, number}} object',
  import_other: 'Import {{count, number}} objects',
  listingFolders: 'Listing folders…',
  listing_one: 'Listing objects: {{count, number}} object, {{bytes}}…',
  listing_other: 'Listing objects: {{count, number}} objects, {{bytes}}…',
} as const;
