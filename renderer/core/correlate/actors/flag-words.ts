import type { FlagLevel, FlagRule } from './actor.ts';

/** What each rule says of an actor. */
export const ruleWords: Readonly<Record<FlagRule, string>> = {
  root: 'The root user changed something',
  noMfa: 'In the console without MFA',
  consoleInCli: 'Console credentials used by a CLI or SDK',
  severalNetworks: 'One key from several networks within an hour',
  severalSystems: 'One key on several operating systems within an hour',
  sharedAddress: 'An address that other actors use too',
  movedToken: 'A session key used from another address than it was handed out to',
  movedInstance: 'Credentials of an instance used from several networks',
  newTool: 'A tool never seen with this principal before',
  newAddress: 'An address never seen with this principal before',
  persistence: 'Calls that leave a way back in',
  roleChain: 'A role taken by way of another role',
  crossAccount: 'A role taken in another account',
  attackTool: 'A tool or system made for attacks',
  oddCommand: 'A command that does not fit the call it made',
};

/** What has to be known before a rule is relied on. */
export const ruleLimits: Readonly<Partial<Record<FlagRule, string>>> = {
  noMfa: 'Sign-ins through an identity provider do their MFA there.',
  severalNetworks: 'Networks are blocks of /24, or /48 of IPv6.',
  movedInstance: 'Which addresses are AWS’s own is not known here.',
  newTool: 'Counted from a day after the principal was seen first in the case.',
  newAddress: 'Counted from a day after the principal was seen first in the case.',
  attackTool: 'The caller writes the user agent: a hint, no proof.',
  oddCommand: 'The caller writes the user agent; one command may make several calls.',
};

/** Levels in words. */
export const levelWords: Readonly<Record<FlagLevel, string>> = {
  high: 'high',
  medium: 'medium',
  info: 'to know',
};
