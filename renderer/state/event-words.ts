import type { EventDetails } from '../core/correlate/event-details.ts';
import { commandFits } from '../core/record/command-fit.ts';
import { parseTool } from '../core/record/tool.ts';
import { flag, type TextColumn } from '../core/table/columns.ts';

/** In place of what the kind of file has no room for, whatever the call was. */
export const notInExport = 'not in this export';

/** Where the columns come from, in CloudTrail's names. */
const fieldOf: Partial<Readonly<Record<TextColumn, string>>> = {
  region: 'awsRegion',
  account: 'recipientAccountId',
  sourceIp: 'sourceIPAddress',
  accessKey: 'userIdentity.accessKeyId',
  userAgent: 'userAgent',
  tool: 'userAgent',
  identity: 'userIdentity.arn',
  identityType: 'userIdentity.type',
  errorCode: 'errorCode',
  resource: 'requestParameters',
  loadBalancer: 'requestParameters',
  targetGroup: 'requestParameters',
};

/** Whether files that lack these fields can have a value in the column. */
export function canHave(lacks: readonly string[], column: TextColumn): boolean {
  return !lacks.includes(fieldOf[column] ?? '');
}

/** How the call ended, as a sentence without its full stop. */
export function resultInWords({
  flags,
  text,
  lacks,
}: Pick<EventDetails, 'flags' | 'text' | 'lacks'>): string {
  const changes = (flags & flag.readOnly) === 0;
  if ((flags & flag.denied) !== 0) return `denied: ${text.errorCode}`;
  if ((flags & flag.throttled) !== 0) return `throttled: ${text.errorCode}`;
  if ((flags & flag.failed) !== 0) return `failed: ${text.errorCode}`;
  if (!canHave(lacks, 'errorCode')) return `${notInExport}: it has no error codes`;
  return changes ? 'succeeded, a call that changes things' : 'succeeded, a call that only reads';
}

/** What a user agent says of its program besides name and version, label by label. */
export function toolFacts(userAgent: string): readonly (readonly [label: string, text: string])[] {
  const { os, command, environment, credentialSource, within } = parseTool(userAgent);
  const facts = [
    ['within', within],
    ['system', os],
    ['command', command],
    ['ran in', environment],
    ['credentials from', credentialSource],
  ] as const;
  return facts.filter(([, text]) => text !== '');
}

/** What is unusual about the record, and must be known of before it is relied on. */
export function eventRemarks({
  flags,
  text,
  shape,
  lacks,
}: Pick<EventDetails, 'flags' | 'text' | 'shape' | 'lacks'>): readonly string[] {
  const remarks: readonly (readonly [number, string])[] = [
    [flag.byService, 'Made by an AWS service on someone’s behalf.'],
    [
      flag.accessByName,
      'Whether it only reads is told from the event’s name: the record does not say.',
    ],
    [
      flag.timeFromEnvelope,
      'The record has no eventTime that is a time; the time shown is that of its @timestamp or envelope.',
    ],
    [
      flag.sameIdOtherContent,
      'Another record has the same eventID and other content. Both are kept.',
    ],
    [flag.idMissing, 'The record has no eventID, so it can’t be told from a copy of itself.'],
    [flag.idIsHashed, 'The eventID is no GUID.'],
  ];
  const { command, isAttackTool } = parseTool(text.userAgent);
  return [
    ...(lacks.length === 0
      ? []
      : [
          `Read from an export (${shape}) that has no ${lacks.join(', ')}: their absence says ` +
            'nothing of the call.',
        ]),
    ...(isAttackTool ? ['The user agent names a tool or system made for attacks.'] : []),
    ...(commandFits(command, text.eventSource, text.eventName)
      ? []
      : [`The command in the user agent, ${command}, does not fit this call.`]),
    ...remarks.filter(([bit]) => (flags & bit) !== 0).map(([, remark]) => remark),
  ];
}
