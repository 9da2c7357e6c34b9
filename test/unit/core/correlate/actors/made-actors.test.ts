import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../renderer/core/correlate/actors/actor.ts';
import { buildActors } from '../../../../../renderer/core/correlate/actors/build-actors.ts';
import { importedTrail } from '../../../../fixtures/imported-trail.ts';
import { runSteps } from '../../../../fixtures/run-steps.ts';
import { sampleSettings } from '../../../../made/trail.ts';
import type { Truth } from '../../../../made/truth.ts';

let actors: readonly Actor[] = [];
let truth: Truth;

beforeAll(async () => {
  const trail = await importedTrail(sampleSettings);
  truth = trail.truth;
  actors = runSteps(buildActors(trail.loaded.built));
}, 120_000);

/** What an actor is flagged for, and about what. */
function flagsOf(actor: Actor | undefined): readonly string[] {
  return (actor?.flags ?? []).map(({ level, rule, about }) => `${level} ${rule} ${about}`.trim());
}

describe('the actors of the made trail', () => {
  it('have the intruder first, with the stolen key, the keys come by with it, and both roles', () => {
    const [intruder] = actors;
    const { stolenKey, chain, addresses } = truth.incident;
    expect(intruder?.name).toBe('user synthetic-dev-1 (111122223333)');
    const values = (list: Actor['keys'] | undefined) => list?.values.map(({ value }) => value);
    expect(values(intruder?.keys)).toEqual(expect.arrayContaining([stolenKey, ...chain]));
    expect(values(intruder?.addresses)).toEqual(expect.arrayContaining([...addresses]));
    expect(values(intruder?.principals)).toEqual(
      expect.arrayContaining([
        'role synthetic-deploy (111122223333)',
        'role synthetic-release (444455556666)',
      ]),
    );
  });

  it('draw the one chain there is, from the user over the role to the other account’s role', () => {
    const chains = actors.flatMap((actor) => actor.chains);
    expect(chains).toHaveLength(1);
    expect(chains[0]?.steps.map(({ principal, key }) => [principal, key])).toEqual([
      ['user synthetic-dev-1 (111122223333)', truth.incident.chain[0]],
      ['role synthetic-deploy (111122223333)', truth.incident.chain[1]],
    ]);
  });

  it('flag what was planted, and nothing beside', () => {
    const { stolenKey, chain } = truth.incident;
    const [first = '', last = ''] = chain;
    expect(flagsOf(actors[0])).toEqual([
      `high severalNetworks ${stolenKey}`,
      'high attackTool aws-cli 2.24.7 (Kali Linux)',
      `medium movedToken ${first}`,
      `medium roleChain ${last}`,
      'medium persistenceAttempt',
      'info sharedAddress 198.51.100.20',
      'info newAddress',
      'info newTool',
      `info crossAccount ${last}`,
    ]);
    // Of the others: one works from two networks, one has no MFA, as the roster has it.
    const others = actors.slice(1).flatMap((actor) =>
      flagsOf(actor)
        .filter((flag) => !flag.startsWith('info '))
        .map((flag) => `${actor.name}: ${flag.replace(/ A[KS]IA\w+$/, '')}`),
    );
    expect(others.toSorted()).toEqual([
      'user synthetic-data-1 (444455556666): medium noMfa',
      'user synthetic-dev-2 (777788889999): high severalNetworks',
    ]);
  });

  it('name the events of each flag', () => {
    const flag = (rule: string) => actors[0]?.flags.find((one) => one.rule === rule);
    const { addresses } = truth.incident;
    expect(flag('movedToken')?.events.map(({ sourceIp }) => sourceIp)).toEqual(addresses);
    expect(
      flag('persistenceAttempt')?.events.map((event) => [event.eventName, event.outcome]),
    ).toEqual([['CreateAccessKey', 'denied']]);
    const tools = flag('newTool')?.events.map(({ tool }) => tool);
    expect(tools).toEqual(['aws-cli 2.24.7 (Kali Linux)', 'Boto3 1.37.8']);
    const attack = flag('attackTool');
    expect(attack?.events.every(({ tool }) => tool.includes('Kali'))).toBe(true);
    expect(attack?.count).toBeGreaterThan(20);
  });

  it('hold every event once', () => {
    expect(actors.reduce((sum, actor) => sum + actor.sums.count, 0)).toBe(truth.events);
  });
});
