/** What is wrong with a word of a query. */
export const query = {
  noTimeBetween: 'There is no time after the one and before the other.',
  noValue: 'There is no value after {{name}}: yet.',
  notLeftOut: '{{name}}: can’t be left out: take the - away.',
  noField:
    'There is no field {{name}}: {{names}}. In quotes, "{{name}}:…", it is searched for as text.',
  noScope: '{{value}} is no scope: {{scopes}}.',
  noTime: '{{value}} is no time: 2026-05-01, 2026-05-01T10:00, or 2026-05-01T10:00:00Z.',
  noSuchValue: '{{value}} is no {{field}}: {{values}}.',
  noText: 'There is no text to look for in the records.',
  noEventId:
    '{{value}} is no whole event ID such as 6f1e8a52-0000-4000-8000-0123456789ab. Other IDs, and parts of one, are found with {{condition}}.',
  noAddress:
    '{{value}} is no address: four numbers from 0 to 255. In quotes it is searched for as it stands.',
  noBlock: '{{value}} is no address block: an address, a slash, and 0 to 32, or to 128 for IPv6.',
} as const;
