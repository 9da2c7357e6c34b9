/** Import from AWS: what each of its sources says. */
export const aws = {
  source: 'What to read',
  s3: 'S3 bucket',
  history: 'Event history',
  athena: 'Athena',
  attribute: 'Events by',
  allEvents: 'All management events',
  value: 'Value of the attribute',
  days: 'Days',
  daysTo: 'to',
  daysHint:
    'UTC. CloudTrail keeps the last 90 days of management events of every account, with or without a trail.',
  attributeHint: 'CloudTrail compares whole values, and minds upper and lower case.',
  historyWrong:
    'Give a value to look for, and days within the last 90, the first one not after the last.',
  historyNothingAsked:
    'Event history was not asked yet. It is read with LookupEvents (cloudtrail:LookupEvents), in each region by itself.',
  regions: 'Regions',
  allValues: 'All {{count, number}}',
  noValues: 'None',
  listRegions: 'Ask which are enabled',
  listRegionsHint:
    'These are enabled in every account. To find others, Account Management is asked (account:ListRegions).',
  listingRegions: 'Asking which regions are enabled…',
  known_one:
    '{{count, number}} region is in this case already, as far as was asked: it is not asked again.',
  known_other:
    '{{count, number}} regions are in this case already, as far as was asked: they are not asked again.',
  goingOn_one: 'Of {{count, number}} region only what an earlier import lacks is asked.',
  goingOn_other: 'Of {{count, number}} regions only what an earlier import lacks is asked.',
  pace: 'CloudTrail answers two requests a second in each region, with 50 events each: up to 6,000 events a minute and region.',
  lookUp_one: 'Import from {{count, number}} region',
  lookUp_other: 'Import from {{count, number}} regions',
  historyNotWhole_one: 'Event history of {{count, number}} region was not read to its end',
  historyNotWhole_other: 'Event history of {{count, number}} regions was not read to its end',
  tryAgain: 'Try again.',
  goOn: 'Go on…',
} as const;
