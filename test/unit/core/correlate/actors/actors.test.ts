import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../../../renderer/core/correlate/actors/actor.ts';
import { buildActors } from '../../../../../renderer/core/correlate/actors/build-actors.ts';
import { groupRows } from '../../../../../renderer/core/correlate/actors/group-rows.ts';
import { networkOf } from '../../../../../renderer/core/record/addresses.ts';
import { textAt } from '../../../../../renderer/core/table/event-table.ts';
import { flag } from '../../../../../renderer/core/table/columns.ts';
import { builtOf } from '../../../../fixtures/built-table.ts';
import { plainEvents, type PlainEvent } from '../../../../fixtures/events.ts';
import { runSteps } from '../../../../fixtures/run-steps.ts';

const fiveKeys = [1, 2, 3, 4, 5].map((digit) => `AKIATESTKEY00000000${digit}`);
const twoKeys = fiveKeys.slice(0, 2);

function actorsOf(events: readonly PlainEvent[]): readonly Actor[] {
  return runSteps(buildActors(builtOf(events)));
}

/** The rules that flag anything in a small case, with what each is about and its events' refs. */
function flagged(text: string): readonly (readonly [string, string, ...number[]])[] {
  return actorsOf(plainEvents(text)).flatMap(({ flags }) =>
    flags.map(({ rule, about, events }) => [rule, about, ...events.map(({ ref }) => ref)] as const),
  );
}

describe('groupRows', () => {
  it('joins keys by principal, and role sessions to who asked for them', () => {
    const { actorOf, names } = groupRows(
      builtOf(
        plainEvents(`
          time | accessKey            | principal  | issues
          1000 | AKIATESTKEY000000001 | user alice |
          2000 | AKIATESTKEY000000002 | user alice | ASIATESTKEY000000001
          3000 | ASIATESTKEY000000001 | role Admin |
          4000 | AKIATESTKEY000000003 | user bob   | ASIATESTKEY000000002
          5000 | ASIATESTKEY000000002 | role Admin |
          6000 | ASIATESTKEY000000009 | role Admin |
          7000 |                      | user bob   |
        `),
      ),
    );
    expect([...actorOf]).toEqual([0, 0, 0, 1, 1, 2, 1]);
    expect(names).toEqual(['user alice', 'user bob', 'role Admin']);
  });

  it('leaves what a service hands out to the role', () => {
    const { actorOf } = groupRows(
      builtOf(
        plainEvents(`
          time | is        | accessKey            | principal         | issues
          1000 | byService |                      | ec2.amazonaws.com | ASIATESTKEY000000001
          2000 |           | ASIATESTKEY000000001 | role Node         |
          3000 |           | ASIATESTKEY000000007 | role Node         |
        `),
      ),
    );
    expect([...actorOf]).toEqual([0, 1, 1]);
  });

  it('joins sessions by source identity where no event hands their keys out', () => {
    const session = (time: number, key: string, principal: string, sourceIdentity: string) => ({
      time,
      text: { accessKey: key, principal },
      sourceIdentity,
    });
    const { actorOf, names } = groupRows(
      builtOf([
        session(1, 'ASIATESTKEY000000001', 'role Admin', 'alice'),
        session(2, 'ASIATESTKEY000000002', 'role Deploy', 'alice'),
        session(3, 'ASIATESTKEY000000003', 'role Admin', 'bob'),
      ]),
    );
    expect([...actorOf]).toEqual([0, 0, 1]);
    expect(names).toEqual(['alice', 'bob']);
  });

  it('joins what drawing lines between all pairs of events joins', () => {
    const key = fc.constantFrom('', ...fiveKeys);
    const event = fc.record({
      time: fc.nat(9),
      own: key,
      who: fc.constantFrom('p', 'q', 'r'),
      issued: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, key),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (made) => {
        const built = builtOf(
          made.map(({ time, own, who, issued }): PlainEvent => {
            const plain = { time, text: { accessKey: own, principal: who } };
            return issued === '' ? plain : { ...plain, grant: { key: issued } };
          }),
        );
        const { table, credentials } = built;
        const rows = Array.from({ length: table.rows }, (_, row) => row);
        const keyOf = (row: number) => textAt(table, 'accessKey', row);
        const issuer = (name: string) => {
          const id = table.dictionaries.accessKey.texts.indexOf(name);
          return id > 0 ? credentials.issueOf(id)?.row : undefined;
        };
        // The names an event goes by: its key's, and where that was not asked for its principal's.
        const namesOf = (row: number): readonly string[] => {
          const name = keyOf(row);
          const who = `principal ${textAt(table, 'principal', row)}`;
          if (name === '') {
            const asked = credentials.issueAt(row)?.row ?? row;
            // What hands out the same key is a copy of the same call.
            if (keyOf(asked) !== '') return [`key ${keyOf(asked)}`];
            return [`principal ${textAt(table, 'principal', asked)}`];
          }
          const from = issuer(name);
          if (from === undefined) return [`key ${name}`, who];
          const asker = keyOf(from);
          const askerName =
            asker === '' ? `principal ${textAt(table, 'principal', from)}` : `key ${asker}`;
          return [`key ${name}`, askerName];
        };
        const parts = rows.map((row) => new Set(namesOf(row)));
        // Keys on the way of a chain need not be used themselves.
        for (const name of fiveKeys) {
          const from = issuer(name);
          if (from === undefined) continue;
          const asker = keyOf(from);
          parts.push(
            new Set([
              `key ${name}`,
              asker === '' ? `principal ${textAt(table, 'principal', from)}` : `key ${asker}`,
            ]),
          );
        }
        const group = parts.map((_, place) => place);
        parts.forEach(() => {
          parts.forEach((part, a) => {
            parts.forEach((other, b) => {
              if (![...part].some((name) => other.has(name))) return;
              const lower = Math.min(group[a] ?? 0, group[b] ?? 0);
              group[a] = lower;
              group[b] = lower;
            });
          });
        });
        const { actorOf } = groupRows(built);
        for (const a of rows)
          for (const b of rows) expect(actorOf[a] === actorOf[b]).toBe(group[a] === group[b]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('flags', () => {
  it('are made by the root user’s changes, not by its reading', () => {
    const flags = flagged(`
      time | is       | identityType | principal | accessKey
      1000 |          | Root         | root (1)  | AKIATESTKEY000000001
      2000 | readOnly | Root         | root (1)  | AKIATESTKEY000000001
    `);
    expect(flags).toEqual([['root', '', 0]]);
  });

  it('are made by console changes and sign-ins without MFA', () => {
    const flags = flagged(`
      time | is                         | eventName    | principal  | accessKey
      1000 | elb console mfaNo          | DeleteRule   | user alice | ASIATESTKEY000000001
      2000 | elb console mfaYes         | DeleteRule   | user alice | ASIATESTKEY000000001
      3000 | elb console mfaNo readOnly | DescribeTags | user alice | ASIATESTKEY000000001
      4000 | console mfaNo              | ConsoleLogin | user alice |
    `);
    expect(flags).toEqual([['noMfa', '', 0, 3]]);
  });

  it('are made by console credentials in a command line, CloudShell excepted', () => {
    const flags = flagged(`
      time | is      | userAgent                          | principal  | accessKey
      1000 | console | aws-cli/2.17.32 os/linux           | user alice | ASIATESTKEY000000001
      2000 | console | aws-cli/2.13.5 exec-env/CloudShell | user alice | ASIATESTKEY000000001
      3000 | console | console.ec2.amazonaws.com          | user alice | ASIATESTKEY000000001
      4000 |         | aws-cli/2.17.32 os/linux           | user bob   | AKIATESTKEY000000001
    `);
    expect(flags).toEqual([['consoleInCli', 'ASIATESTKEY000000001', 0]]);
  });

  it('are made by one key on two systems within an hour', () => {
    const flags = flagged(`
      time    | userAgent                | principal  | accessKey
      1000    | Boto3/1.2 Linux/6.1      | user alice | AKIATESTKEY000000001
      2000    | Boto3/1.2 Windows/10     | user alice | AKIATESTKEY000000001
      9000000 | Boto3/1.2 Linux/6.1-kali | user alice | AKIATESTKEY000000001
    `);
    expect(flags.filter(([rule]) => rule === 'severalSystems')).toEqual([
      ['severalSystems', 'AKIATESTKEY000000001', 0, 1],
    ]);
  });

  it('are made by a session key that moved, not by way of a VPC endpoint', () => {
    const flags = flagged(`
      time | sourceIp     | principal  | accessKey            | issues
      1000 | 52.45.102.8  | user alice | AKIATESTKEY000000001 | ASIATESTKEY000000001
      2000 | 10.0.0.4     | role Admin | ASIATESTKEY000000001 |
      3000 | 52.45.102.8  | role Admin | ASIATESTKEY000000001 |
      4000 | 52.45.102.77 | role Admin | ASIATESTKEY000000001 |
    `);
    expect(flags).toEqual([['movedToken', 'ASIATESTKEY000000001', 0, 3]]);
  });

  it('are made by credentials of one instance in two networks', () => {
    const instance = 'arn:aws:sts::111122223333:assumed-role/Node/i-0123456789abcdef0';
    const flags = flagged(`
      time    | sourceIp     | principal | identity    | accessKey
      1000    | 52.45.102.8  | role Node | ${instance} | ASIATESTKEY000000001
      9000000 | 34.12.99.140 | role Node | ${instance} | ASIATESTKEY000000002
    `);
    expect(flags).toEqual([['movedInstance', instance, 0, 1]]);
  });

  it('are made by lasting ways in, and again by their first use where it comes soon', () => {
    const flags = flagged(`
      time   | eventName       | principal  | accessKey            | issues
      1000   | CreateAccessKey | user alice | AKIATESTKEY000000001 | AKIATESTKEY000000002
      600000 | DeleteAccessKey | user bob   | AKIATESTKEY000000002 |
    `);
    expect(flags).toEqual([
      ['persistence', '', 0],
      ['persistenceUsed', 'AKIATESTKEY000000002', 0, 1],
    ]);
  });

  it('follow a made user to the first event, and nobody who acted before', () => {
    const maker = 'arn:aws:iam::111122223333:user/alice';
    const made = 'arn:aws:iam::111122223333:user/mallory';
    const event = (time: number, eventName: string, identity: string, of?: string) => ({
      time,
      text: { eventName, identity, principal: identity },
      ...(of === undefined ? {} : { grant: { key: 'AAAAAAAAAAAAAAAAAAAA', identity: of } }),
    });
    const actors = actorsOf([
      event(1000, 'CreateAccessKey', maker, maker),
      event(2000, 'DeleteAccessKey', maker),
      event(3000, 'CreateUser', maker, made),
      event(4000, 'ListBuckets', made),
    ]);
    const used = actors.flatMap(({ flags }) =>
      flags.filter(({ rule }) => rule === 'persistenceUsed'),
    );
    expect(used.map(({ about, events }) => [about, events.map(({ ref }) => ref)])).toEqual([
      [made, [2, 3]],
    ]);
  });

  it('tell attempts from what was done, and weigh them less', () => {
    const actors = actorsOf(
      plainEvents(`
        time | is                   | identityType | eventName       | principal  | accessKey
        1000 | denied               | IAMUser      | CreateAccessKey | user alice | AKIATESTKEY000000001
        2000 | failed               | Root         | StopLogging     | root (1)   | AKIATESTKEY000000002
        3000 | console mfaNo failed | IAMUser      | ConsoleLogin    | user bob   |
      `),
    );
    const flags = actors.flatMap((actor) =>
      actor.flags.map(({ rule, level, events }) => [rule, level, events[0]?.outcome]),
    );
    expect(flags).toEqual([
      ['rootAttempt', 'medium', 'failed'],
      ['persistenceAttempt', 'medium', 'denied'],
    ]);
  });

  it('are made by no key that was blacked out or made up, and it joins nobody', () => {
    const actors = actorsOf(
      plainEvents(`
        time | sourceIp    | principal  | accessKey            | issues
        1000 | 52.45.102.8 | user alice | AAAAAAAAAAAAAAAAAAAA | AKIAXXXXXXXXXXXXXXXX
        2000 | 34.12.99.1  | user bob   | AAAAAAAAAAAAAAAAAAAA |
        3000 | 52.45.102.8 | user alice | YOUR_ACCESS_KEY_ID   |
        4000 | 34.12.99.1  | user bob   | YOUR_ACCESS_KEY_ID   |
        5000 | 34.12.99.1  | user bob   | AKIAXXXXXXXXXXXXXXXX |
      `),
    );
    expect(actors.map(({ name }) => name)).toEqual(['user bob', 'user alice']);
    expect(actors.flatMap(({ flags, chains }) => [...flags, ...chains])).toEqual([]);
  });

  it('take a client that goes to and fro between IPv4 and IPv6 for one', () => {
    const networks = (text: string) => flagged(text).filter(([rule]) => rule === 'severalNetworks');
    const toAndFro = (tool: string): string => `
      time | sourceIp       | tool       | principal  | accessKey
      1000 | 52.45.102.8    | Boto3 1.37 | user alice | AKIATESTKEY000000001
      2000 | 2600:1f18:1::1 | ${tool}    | user alice | AKIATESTKEY000000001
      3000 | 52.45.102.8    | Boto3 1.37 | user alice | AKIATESTKEY000000001
    `;
    expect(networks(toAndFro('Boto3 1.37'))).toEqual([]);
    expect(networks(toAndFro('aws-cli 2.17'))).toHaveLength(1);
    expect(networks(toAndFro('Boto3 1.37').replace(/ {6}3000.*\n/, ''))).toHaveLength(1);
    expect(
      networks(`${toAndFro('Boto3 1.37')}
      4000 | 34.12.99.1     | Boto3 1.37  | user alice | AKIATESTKEY000000001
      `),
    ).toEqual([['severalNetworks', 'AKIATESTKEY000000001', 2, 3]]);
  });

  it('name the first event of each address, and what changed something, where there are many', () => {
    const read = Array.from({ length: 2000 }, (_, second) => ({
      time: second * 1000,
      text: {
        accessKey: twoKeys[0] ?? '',
        sourceIp: second % 2 === 0 ? '52.45.102.8' : '34.12.99.1',
      },
      flags: flag.readOnly,
    }));
    const write = { ...read[0], time: 2_000_000, flags: 0 };
    const stranger = {
      time: 2_001_000,
      text: { accessKey: twoKeys[0] ?? '', sourceIp: '3.4.5.6' },
      flags: flag.readOnly,
    };
    const last = { ...write, time: 2_002_000 };
    const [several] = actorsOf([...read, write, stranger, last])
      .flatMap(({ flags }) => flags)
      .filter(({ rule }) => rule === 'severalNetworks');
    expect(several?.count).toBe(2003);
    expect(several?.events).toHaveLength(50);
    expect(several?.events.slice(-3).map(({ ref }) => ref)).toEqual([2000, 2001, 2002]);
    expect(several?.events.slice(0, 2).map(({ ref }) => ref)).toEqual([0, 1]);
  });

  it('are made by a role taken in another account', () => {
    const events = plainEvents(`
      time | identity                             | principal  | accessKey
      1000 | arn:aws:iam::111122223333:user/alice | user alice | AKIATESTKEY000000001
    `).map((event) => ({
      ...event,
      grant: {
        key: 'ASIATESTKEY000000001',
        identity: 'arn:aws:sts::444455556666:assumed-role/Release/x',
      },
    }));
    const flags = actorsOf(events).flatMap((actor) => actor.flags.map(({ rule }) => rule));
    expect(flags).toEqual(['crossAccount']);
  });

  it('find one key in two networks within an hour, as comparing all pairs does', () => {
    const event = fc.record({
      minute: fc.nat(300),
      key: fc.constantFrom('', ...twoKeys),
      ip: fc.constantFrom('52.45.102.8', '52.45.102.9', '34.12.99.1', '10.0.0.1', 'AWS Internal'),
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 12 }), (made) => {
        const actors = actorsOf(
          made.map(({ minute, key, ip }) => ({
            time: minute * 60_000,
            text: { accessKey: key, sourceIp: ip, principal: `user of ${key}` },
          })),
        );
        const found = actors.flatMap(({ flags }) =>
          flags.filter(({ rule }) => rule === 'severalNetworks').map(({ about }) => about),
        );
        const slow = twoKeys.filter((key) => {
          const own = made.filter((one) => one.key === key && networkOf(one.ip) !== undefined);
          return own.some((a) =>
            own.some(
              (b) => networkOf(a.ip) !== networkOf(b.ip) && Math.abs(a.minute - b.minute) <= 60,
            ),
          );
        });
        expect(found.toSorted()).toEqual(slow);
      }),
      { numRuns: 300 },
    );
  });
});
