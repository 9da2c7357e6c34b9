import { message, translated } from '../../messages/message.svelte.ts';
import type { EventDetails } from '../../core/correlate/event-details.ts';
import { commandFits } from '../../core/record/command-fit.ts';
import { parseTool } from '../../core/record/tool.ts';
import { flag, type TextColumn } from '../../core/table/columns.ts';

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

/** In place of a value that is not there: whether the record lacks it, or its kind of file has no room for it. */
export function absentWords(lacks: readonly string[], column: TextColumn): string {
  return canHave(lacks, column) ? message('fields.notInRecord') : message('fields.notInExport');
}

/** How the call ended, as a sentence without its full stop; the error code stands beside it. */
export function resultInWords({ flags, lacks }: Pick<EventDetails, 'flags' | 'lacks'>): string {
  if ((flags & flag.denied) !== 0) return message('event.resultDenied');
  if ((flags & flag.throttled) !== 0) return message('event.resultThrottled');
  if ((flags & flag.failed) !== 0) return message('event.resultFailed');
  if (!canHave(lacks, 'errorCode')) return message('event.resultUnknown');
  const isRead = (flags & flag.readOnly) !== 0;
  return isRead ? message('event.resultRead') : message('event.resultWrite');
}

/** What a user agent says of its program besides name and version, label by label. */
export function toolFacts(userAgent: string): readonly (readonly [label: string, text: string])[] {
  const { os, command, environment, credentialSource, within } = parseTool(userAgent);
  const facts = [
    [message('event.within'), within],
    [message('event.system'), os],
    [message('event.command'), command],
    [message('event.environment'), environment],
    [message('event.credentialSource'), credentialSource],
  ] as const;
  return facts.filter(([, text]) => text !== '');
}

const remarkable = [
  'byService',
  'accessByName',
  'timeFromEnvelope',
  'sameIdOtherContent',
  'idMissing',
  'idIsHashed',
] as const satisfies readonly (keyof typeof flag)[];

/** What is unusual about the record, and must be known of before it is relied on. */
export function eventRemarks({
  flags,
  text,
  shape,
  lacks,
}: Pick<EventDetails, 'flags' | 'text' | 'shape' | 'lacks'>): readonly string[] {
  const { command, isAttackTool } = parseTool(text.userAgent);
  const fits = commandFits(command, text.eventSource, text.eventName);
  return [
    ...(lacks.length === 0
      ? []
      : [message('event.lacks', { shape: translated(shape), fields: lacks.join(', ') })]),
    ...(isAttackTool ? [message('event.attackTool')] : []),
    ...(fits ? [] : [message('event.oddCommand', { command })]),
    ...remarkable
      .filter((name) => (flags & flag[name]) !== 0)
      .map((name) => message(`event.${name}`)),
  ];
}
