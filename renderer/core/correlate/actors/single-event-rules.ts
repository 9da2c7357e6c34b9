import type { Row } from '../../base/units.ts';
import { flag } from '../../table/columns.ts';
import { textAt } from '../../table/event-table.ts';
import type { FlagContext } from './flag-context.ts';

/** Calls that leave a way back in. */
const persistence: ReadonlySet<string> = new Set([
  ...['CreateAccessKey', 'CreateUser', 'CreateLoginProfile', 'UpdateLoginProfile'],
  ...['AttachUserPolicy', 'AttachRolePolicy', 'PutUserPolicy', 'PutRolePolicy'],
  'UpdateAssumeRolePolicy',
]);

/** What is made and used within this time was made to be used. */
const usedSoonMs = 30 * 60_000;

/** Flags that one event makes by itself. One pass over the events. */
export function flagSingleEvents(context: FlagContext): void {
  const { table } = context.built;
  const { flags } = table;
  const { eventName, identityType } = table.text;
  const root = context.idsWhere('identityType', (text) => text === 'Root');
  const signIn = context.idsWhere('eventName', (text) => text === 'ConsoleLogin');
  const lasting = context.idsWhere('eventName', (text) => persistence.has(text));
  for (let row = 0; row < table.rows; row++) {
    const bits = flags[row] ?? 0;
    const writes = (bits & flag.readOnly) === 0;
    const agent = context.agentAt(row);
    if (agent?.isAttackTool === true) {
      context.note('attackTool', 'high', [row], textAt(table, 'tool', row));
    }
    if (!context.commandFitsAt(row)) context.note('oddCommand', 'medium', [row]);
    if ((bits & flag.byService) !== 0) continue;
    const hasFailed = context.hasFailed(row);
    if (writes && root.has(identityType[row] ?? 0)) {
      if (hasFailed) context.note('rootAttempt', 'medium', [row]);
      else context.note('root', 'high', [row]);
    }
    const fromConsole = (bits & flag.console) !== 0;
    const elbWrite = writes && fromConsole && (bits & flag.elb) !== 0;
    if (
      (bits & flag.mfaNo) !== 0 &&
      (elbWrite || (!hasFailed && signIn.has(eventName[row] ?? 0)))
    ) {
      context.note('noMfa', 'medium', [row]);
    }
    if (fromConsole && agent?.isProgram === true) {
      context.note('consoleInCli', 'medium', [row], textAt(table, 'accessKey', row));
    }
    if (!lasting.has(eventName[row] ?? 0)) continue;
    if (hasFailed) context.note('persistenceAttempt', 'medium', [row]);
    else flagPersistence(context, row);
  }
}

/** What was made is followed to its first use. */
function flagPersistence(context: FlagContext, row: Row): void {
  const { table, credentials } = context.built;
  context.note('persistence', 'high', [row]);
  const issue = credentials.issueAt(row);
  if (issue === undefined || (issue.key === 0 && issue.identity === 0)) return;
  // Of whoever acted before, a later event need not be by means of what was made.
  const use =
    issue.key === 0
      ? table.text.identity.indexOf(issue.identity)
      : table.text.accessKey.indexOf(issue.key, row + 1);
  if (use <= row || context.timeBetween(row, use) > usedSoonMs) return;
  const { accessKey, identity } = table.dictionaries;
  const about = issue.key === 0 ? identity.texts[issue.identity] : accessKey.texts[issue.key];
  context.note('persistenceUsed', 'high', [row, use], about);
}
