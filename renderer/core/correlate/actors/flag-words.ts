import type { flags } from '../../words/flags.ts';
import type { FlagRule } from './actor.ts';

/** What has to be known before a rule is relied on, by its name among the texts of flags. */
export const ruleLimits: Readonly<Partial<Record<FlagRule, keyof typeof flags>>> = {
  noMfa: 'noMfaLimit',
  severalNetworks: 'severalNetworksLimit',
  movedInstance: 'movedInstanceLimit',
  newTool: 'firstDayLimit',
  newAddress: 'firstDayLimit',
  attackTool: 'attackToolLimit',
  oddCommand: 'oddCommandLimit',
};
