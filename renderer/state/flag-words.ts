import type { ActorFlag, FlagRule } from '../core/correlate/actors/actor.ts';
import { message } from '../messages/message.svelte.ts';

/** What has to be known before a rule is relied on; undefined where it says all itself. */
export function ruleLimit(rule: FlagRule): string | undefined {
  switch (rule) {
    case 'noMfa':
      return message('flags.noMfaLimit');
    case 'severalNetworks':
      return message('flags.severalNetworksLimit');
    case 'movedInstance':
      return message('flags.movedInstanceLimit');
    case 'newTool':
    case 'newAddress':
      return message('flags.firstDayLimit');
    case 'attackTool':
      return message('flags.attackToolLimit');
    case 'oddCommand':
      return message('flags.oddCommandLimit');
    case 'root':
    case 'consoleInCli':
    case 'severalSystems':
    case 'sharedAddress':
    case 'movedToken':
    case 'persistence':
    case 'roleChain':
    case 'crossAccount':
      return undefined;
  }
}

/** "3 events", or how many of them are named. */
export function flagCount({ count, events }: ActorFlag): string {
  const all = message('counts.events', { count });
  if (events.length === count) return all;
  return message('actors.firstOf', { events: all, named: events.length });
}
