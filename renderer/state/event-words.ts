import type { EventDetails } from '../core/correlate/event-details.ts';
import { commandFits } from '../core/record/command-fit.ts';
import { parseTool } from '../core/record/tool.ts';
import { flag } from '../core/table/columns.ts';

/** How the call ended, as a sentence without its full stop. */
export function resultInWords({ flags, text }: Pick<EventDetails, 'flags' | 'text'>): string {
  const changes = (flags & flag.readOnly) === 0;
  if ((flags & flag.denied) !== 0) return `denied: ${text.errorCode}`;
  if ((flags & flag.throttled) !== 0) return `throttled: ${text.errorCode}`;
  if ((flags & flag.failed) !== 0) return `failed: ${text.errorCode}`;
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
}: Pick<EventDetails, 'flags' | 'text'>): readonly string[] {
  const remarks: readonly (readonly [number, string])[] = [
    [flag.byService, 'Made by an AWS service on someone’s behalf.'],
    [
      flag.accessByName,
      'Whether it only reads is told from the event’s name: the record does not say.',
    ],
    [flag.timeFromEnvelope, 'The record has no eventTime; the time is that of its envelope.'],
    [
      flag.sameIdOtherContent,
      'Another record has the same eventID and other content. Both are kept.',
    ],
    [flag.idMissing, 'The record has no eventID, so it can’t be told from a copy of itself.'],
    [flag.idIsHashed, 'The eventID is no GUID.'],
  ];
  const { command, isAttackTool } = parseTool(text.userAgent);
  return [
    ...(isAttackTool ? ['The user agent names a tool or system made for attacks.'] : []),
    ...(commandFits(command, text.eventSource, text.eventName)
      ? []
      : [`The command in the user agent, ${command}, does not fit this call.`]),
    ...remarks.filter(([bit]) => (flags & bit) !== 0).map(([, remark]) => remark),
  ];
}
