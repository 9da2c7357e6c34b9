import { describe, expect, it } from 'vitest';
import { flag, textColumns, type TextColumn } from '../../../renderer/core/table/columns.ts';
import { recordOf } from '../../../renderer/core/base/record-of.ts';
import {
  canHave,
  eventRemarks,
  resultInWords,
  toolFacts,
} from '../../../renderer/state/events/event-words.ts';
import { hueOf, shownValue } from '../../../renderer/state/app/field-labels.ts';
import { bytesText } from '../../../renderer/state/app/number-text.ts';
import { tiedBy } from '../../../renderer/state/events/tied-by.ts';
import { allZones } from '../../../renderer/state/app/zone-choice.ts';
import { isZone } from '../../../renderer/core/base/zoned-time.ts';
import { idle, openDesk } from './desk.ts';

describe('shownValue', () => {
  it('has words in place of nothing', () => {
    expect(shownValue('accessKey', '')).toBe('not in this record');
    expect(hueOf('accessKey', '')).toBeUndefined();
  });

  it('makes hidden characters visible in every field', () => {
    for (const field of ['userAgent', 'loadBalancer', 'sourceIp']) {
      expect(shownValue(field, 'a\u202eb')).toContain('U+202E');
    }
  });

  it('calls services by the names that people use', () => {
    expect(shownValue('eventSource', 'elasticloadbalancing.amazonaws.com')).toBe('ELB');
  });

  it('leaves out of a load balancer’s ARN what all share', () => {
    const arn =
      'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/50dc6c495c0c9188';
    expect(shownValue('loadBalancer', arn)).toBe('app/shop/50dc6c495c0c9188');
    expect(shownValue('identity', arn)).toBe(arn);
  });
});

describe('resultInWords', () => {
  const result = (flags: number, lacks: readonly string[] = []): string =>
    resultInWords({ flags, lacks });

  it('tells refusal, throttling and other failures apart', () => {
    expect(result(flag.failed | flag.denied)).toBe('denied');
    expect(result(flag.failed | flag.throttled)).toBe('throttled');
    expect(result(flag.failed)).toBe('failed');
  });

  it('tells reading from changing', () => {
    expect(result(flag.readOnly)).toContain('only reads');
    expect(result(0)).toContain('changes');
  });

  it('takes no call for a success where the export has no error codes', () => {
    expect(result(0, ['errorCode'])).toBe('not in this export: it has no error codes');
  });
});

describe('eventRemarks', () => {
  const remarks = (
    flags: number,
    texts: Readonly<Partial<Record<TextColumn, string>>> = {},
    lacks: readonly string[] = [],
  ): readonly string[] => {
    const empty: Readonly<Record<TextColumn, string>> = recordOf(textColumns, () => '');
    return eventRemarks({ flags, text: { ...empty, ...texts }, shape: 'Event history CSV', lacks });
  };

  it('says what is unusual about the record, and nothing of a plain one', () => {
    expect(remarks(flag.elb | flag.readOnly)).toEqual([]);
    expect(remarks(flag.idMissing | flag.timeFromEnvelope)).toHaveLength(2);
  });

  it('says which fields the export has no room for', () => {
    expect(remarks(flag.readOnly, {}, ['requestParameters', 'userAgent'])).toEqual([
      'Read from an export (Event history CSV) that has no requestParameters, userAgent: ' +
        'their absence says nothing of the call.',
    ]);
    expect(canHave(['userAgent'], 'tool')).toBe(false);
    expect(canHave(['userAgent'], 'sourceIp')).toBe(true);
  });

  it('marks a command that does not fit the call, and an attack tool', () => {
    const texts = {
      userAgent: 'aws-cli/2.17.32 os/linux#6.1.0-kali5 md/command#elbv2.describe-rules',
      eventSource: 'elasticloadbalancing.amazonaws.com',
      eventName: 'DeleteRule',
    };
    const [attack, misfit] = remarks(0, texts);
    expect(attack).toContain('made for attacks');
    expect(misfit).toContain('elbv2.describe-rules');
    expect(remarks(0, { ...texts, eventName: 'DescribeRules' })).toEqual([attack]);
  });
});

describe('toolFacts', () => {
  it('tells system, command, place and source of credentials, as far as the user agent does', () => {
    const agent =
      'aws-cli/2.17.32 os/linux#6.1 exec-env/CloudShell m/Z,0 md/command#elbv2.create-rule';
    expect(toolFacts(agent)).toEqual([
      ['system', 'Linux 6.1'],
      ['command', 'elbv2.create-rule'],
      ['ran in', 'CloudShell'],
      ['credentials from', 'instance metadata'],
    ]);
    expect(toolFacts('curl/8.5')).toEqual([]);
  });
});

describe('sizes', () => {
  it('have units of a thousand', () => {
    expect([bytesText(812), bytesText(1400), bytesText(2_500_000), bytesText(3e12)]).toEqual([
      ...['812 bytes', '1.4 KB', '2.5 MB', '3 TB'],
    ]);
  });
});

describe('tiedBy', () => {
  it('tells which events share any tie, one of them, or all three', async () => {
    const { session } = await openDesk();
    const refs = Uint32Array.of(0, 1, 2, 3, 4, 5);
    const { signal } = new AbortController();
    const standingOut = async (emphasis: Parameters<typeof tiedBy>[2], ref = 2) =>
      [...(await tiedBy(session.query, ref, emphasis)(refs, signal))].map((one) => one !== 0);
    const [no, yes] = [false, true];
    expect(await standingOut('any')).toEqual([no, no, yes, no, yes, yes]);
    expect(await standingOut('accessKey')).toEqual([no, no, yes, no, no, yes]);
    expect(await standingOut('allThree')).toEqual([no, no, yes, no, no, yes]);
    expect(await standingOut('accessKey', 4)).toEqual([no, no, no, no, no, no]);
    await idle(session);
  });
});

describe('allZones', () => {
  it('are zones that times can be shown in, UTC first and once', () => {
    const zones = allZones();
    expect(zones[0]).toBe('UTC');
    expect(zones.filter((zone) => zone === 'UTC')).toHaveLength(1);
    expect(zones.every(isZone)).toBe(true);
    expect(new Set(zones).size).toBe(zones.length);
  });

  it('have the names in use today, and the old ones', () => {
    const zones = allZones();
    for (const name of [
      'Kolkata',
      'Calcutta',
      'Kyiv',
      'Ho_Chi_Minh',
      'Yangon',
      'Kathmandu',
      'Nuuk',
    ])
      expect(zones.filter((zone) => zone.endsWith(`/${name}`))).toHaveLength(1);
  });
});
