// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { reportHtml } from '../../../../../renderer/core/export/report/report-html.ts';
import type { ReportOptions } from '../../../../../renderer/core/export/report/report-options.ts';
import type { ReportModel } from '../../../../../renderer/core/export/report/report-model.ts';
import type { Actor } from '../../../../../renderer/core/correlate/actors/actor.ts';
import type { CoverageGap } from '../../../../../renderer/core/correlate/coverage.ts';
import type { FindingTarget } from '../../../../../renderer/core/journal/finding.ts';
import { elbOnly } from '../../../../../renderer/core/query/filter.ts';
import type { EvidenceSource } from '../../../../../renderer/core/source/evidence.ts';
import { flag } from '../../../../../renderer/core/table/columns.ts';
import { hostileTexts, madeReport } from './made-report.ts';
import { madeSource } from '../made-table.ts';

const noon = Date.UTC(2026, 4, 1, 12);
const options: ReportOptions = {
  title: 'Checkout outage: timeline report',
  caseName: 'Checkout outage',
  zone: 'UTC',
  author: 'A. Analyst',
  runtime: 'linux, Electron 45',
  generatedAt: Date.UTC(2026, 4, 20, 9),
  appVersion: '1.2.3',
  paper: 'A4',
};

const nothing = {
  ...{ count: 0, writes: 0, failed: 0, denied: 0 },
  ...{ firstSeen: undefined, lastSeen: undefined },
};

function lay(model: ReportModel, changes: Partial<ReportOptions> = {}): Document {
  const page = reportHtml(model, { ...options, ...changes });
  return new DOMParser().parseFromString(page, 'text/html');
}

function words(element: Element | null | undefined): string {
  const copy = element?.cloneNode(true);
  if (!(copy instanceof Element)) return '';
  for (const line of copy.querySelectorAll('br')) line.replaceWith(' ');
  return copy.textContent.replace(/\s+/gu, ' ').trim();
}

/** The section under a heading. */
function section(page: Document, heading: string): Element | null | undefined {
  const found = Array.from(page.querySelectorAll('h2, h3')).find((h) => words(h) === heading);
  return found?.closest('section');
}

function rowsOf(element: Element | null | undefined): readonly (readonly string[])[] {
  return Array.from(element?.querySelectorAll('tbody tr') ?? [], (row) =>
    Array.from(row.children, words),
  );
}

function fact(page: Document, name: string): string {
  const term = Array.from(page.querySelectorAll('dt')).find((dt) => words(dt) === name);
  return words(term?.nextElementSibling);
}

describe('reportHtml', () => {
  const denied = flag.failed | flag.denied;

  it('opens with what the report is of', () => {
    const events = [{ time: noon, flags: denied }, { time: noon + 192_000 }];
    const model = madeReport(events, {}, { filter: { ...elbOnly, text: 'shop' } });
    const page = lay(model, { zone: 'Europe/Berlin' });
    expect(words(page.querySelector('h1'))).toBe('Checkout outage: timeline report');
    expect(fact(page, 'Case')).toBe('Checkout outage');
    expect(Array.from(page.querySelectorAll('.facts li'), words)).toEqual([
      'Events of Elastic Load Balancing only',
      'Some field contains each of the words “shop”',
    ]);
    expect(fact(page, 'Events')).toBe('2 events: 0 reads, 1 write, 0 failed, 1 denied');
    expect(fact(page, 'Time span')).toBe(
      '2026-05-01 14:00:00+02:00 to 2026-05-01 14:03:12+02:00 (3 m 12 s, first to last event)',
    );
    expect(fact(page, 'Made')).toBe('2026-05-20 11:00:00+02:00 by Trailwitness 1.2.3');
    expect(page.documentElement.lang).toBe('en');
    expect(page.title).toBe('Checkout outage: timeline report');
    expect(page.querySelector('figure svg[role="img"]')).not.toBeNull();
  });

  it('says that events are made up where they are, whatever the case is called', () => {
    const model = madeReport([{ time: noon }, { time: noon }]);
    const caseName = 'Sample incident (synthetic)';
    expect(lay(model, { caseName }).querySelector('.note')).toBeNull();
    expect(words(lay({ ...model, synthetic: 2 }).querySelector('.note'))).toBe(
      'Synthetic sample: every event is made up.',
    );
    const some = lay({ ...model, synthetic: 1 });
    expect(words(some.querySelector('.note'))).toBe(
      '1 of 2 events come from the synthetic sample: they are made up.',
    );
    expect(words(some.querySelector('figcaption'))).toContain('1 of 2 events come from');
  });

  it('groups the digits of a span of thousands of days', () => {
    const page = lay(madeReport([{ time: noon }, { time: noon + 3585 * 86_400_000 }]));
    expect(fact(page, 'Time span')).toContain('(3,585 d, first to last event)');
  });

  it('lists each event with its file, record and id', () => {
    const text = {
      ...{ eventName: 'DeleteLoadBalancer', eventSource: 'elasticloadbalancing.amazonaws.com' },
      ...{ errorCode: 'AccessDenied', principal: 'role Ops (123456789012)', accessKey: 'ASIA1' },
      ...{ sourceIp: '203.0.113.7', tool: 'aws-cli 2.17', region: 'us-east-1' },
      ...{ account: '123456789012', resource: '' },
      loadBalancer:
        'arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/shop/50dc6c495c0c9188',
    };
    const events = [{ time: noon, flags: denied | flag.byService, text }];
    const page = lay(madeReport(events));
    expect(rowsOf(section(page, 'Events'))).toEqual([
      [
        '2026-05-01 12:00:00Z',
        'DeleteLoadBalancer denied AccessDenied · elasticloadbalancing · by AWS ' +
          '00000000-1111-2222-3333-444444444444',
        'app/shop/50dc… 123456789012 us-east-1',
        'role Ops ASIA1',
        '203.0.113.7 aws-cli 2.17',
        '#1:0',
      ],
    ]);
    const link = section(page, 'Events')?.querySelector('a');
    expect(page.querySelector(link?.getAttribute('href') ?? '')?.textContent).toContain(
      '/evidence/trail-1.json.gz',
    );
  });

  it('keeps each event to three lines, and long names to their beginning and end', () => {
    const text = {
      ...{ eventName: 'AssumeRole', sourceIp: 'autoscaling.amazonaws.com' },
      ...{ tool: 'AWS service: autoscaling', account: '123456789012', region: 'us-east-1' },
      ...{ principal: 'role AWSServiceRoleForApplicationMigrationService (999999999999)' },
      loadBalancer: 'name:123456789012/us-east-1/ledger-tcp\nlb-b\nlb-c',
    };
    const table = section(lay(madeReport([{ time: noon, text }])), 'Events');
    expect(rowsOf(table)[0]?.slice(2, 5)).toEqual([
      'ledger-tc…ame only) + 2 more 123456789012 us-east-1',
      'role AWSS…9999999) no access key',
      'autoscaling .amazonaws.com',
    ]);
    for (const cell of table?.querySelectorAll('tbody td') ?? [])
      expect(cell.querySelectorAll('br').length).toBeLessThanOrEqual(2);
  });

  it('says how many events it leaves out, and where they are', () => {
    const events = Array.from({ length: 5 }, (_, i) => ({ time: noon + i }));
    const cut = section(lay(madeReport(events, {}, { maxEvents: 2 })), 'Events');
    expect(rowsOf(cut)).toHaveLength(2);
    expect(words(cut?.querySelector('p'))).toBe(
      'The first 2 of 5 selected events; the CSV export has all of them. In the order of time.',
    );
    const whole = section(lay(madeReport(events)), 'Events');
    expect(words(whole?.querySelector('p'))).toBe('All 5 selected events. In the order of time.');
  });

  it('has a table of each kind of entity', () => {
    const page = lay(
      madeReport([
        { time: noon, text: { sourceIp: '203.0.113.7', loadBalancer: 'lb-a\nlb-b' } },
        { time: noon + 1000, flags: denied, text: { sourceIp: '203.0.113.7' } },
      ]),
    );
    expect(rowsOf(section(page, 'Source IP addresses'))).toEqual([
      ['203.0.113.7', '2', '1', '0', '1', '2026-05-01 12:00:00Z', '2026-05-01 12:00:01Z'],
    ]);
    const balancers = section(page, 'Load balancers touched');
    expect(rowsOf(balancers)[0]?.[0]).toMatch(/^lb-a ?lb-b/u);
    expect(balancers?.querySelectorAll('th[scope="row"] div')).toHaveLength(3);
    expect(words(balancers?.querySelector('p'))).toContain('several load balancers at once');
    expect(rowsOf(section(page, 'Access keys'))[0]?.[0]).toBe('not in this record');
    for (const heading of ['Tools', 'Principals', 'Event names'])
      expect(rowsOf(section(page, heading))).toHaveLength(1);
  });

  it('lists the evidence, and what was not wholly read, the weightiest first', () => {
    const sources: readonly EvidenceSource[] = [
      madeSource({ id: 1 }),
      madeSource({ id: 2, verdict: 'duplicate', duplicateOf: 1, span: undefined }),
      madeSource({ id: 3, verdict: 'partly', reason: 'cut off', rejected: 1 }),
      madeSource({ id: 4, verdict: 'unreadable', reason: 'no permission', sha256: '' }),
    ];
    const page = lay(madeReport([], { sources }));
    expect(rowsOf(section(page, 'Files not wholly imported'))).toEqual([
      ['#3', '/evidence/trail-3.json.gz', 'partly imported', 'cut off', '1'],
      ['#4', '/evidence/trail-4.json.gz', 'unreadable', 'no permission', '0'],
      ['#2', '/evidence/trail-2.json.gz', 'in the case already', 'same bytes (see #1)', '0'],
    ]);
    const evidence = rowsOf(section(page, 'Evidence'));
    expect(evidence.map(([number]) => number)).toEqual(['#1', '#2', '#3', '#4']);
    expect(evidence[0]?.[1]).toContain(madeSource().sha256);
    expect(evidence[0]?.[1]).toContain('2026-05-01 00:00:00Z to 2026-05-01 01:00:00Z');
    expect(evidence[3]?.[1]).toContain('no SHA-256');
    expect(words(section(page, 'Import and completeness'))).toContain(
      '100 records read = 98 kept + 2 duplicate + 0 rejected',
    );
  });

  it('lists what could not be read, with its place and what stands there', () => {
    const sources = [madeSource({ id: 3, verdict: 'partly', reason: 'cut off', rejected: 1 })];
    const sample = '{"eventVersion":⟦NUL⟧<b>';
    const issue = { source: 3, recordIndex: 7, offset: 12_345, reason: 'no JSON', sample };
    const whole = { ...issue, recordIndex: undefined, sample: '' };
    const issues = [issue, ...Array.from({ length: 499 }, () => whole)];
    const page = lay(madeReport([], { sources, issues, issuesInAll: 701 }));
    const listed = section(page, 'Records and stretches that could not be read');
    const rows = rowsOf(listed).filter(([file]) => file?.includes('no JSON'));
    expect(rows).toHaveLength(500);
    expect(rows[0]).toEqual([`#3 /evidence/trail-3.json.gz no JSON ${sample}`, '7', '12,345']);
    expect(words(listed)).toContain('The first 500 of 701');
  });

  it('names both records of an event id with different content', () => {
    const eventId = '4a48a30a-0000-4000-8000-0123456789ab';
    const twin = { time: noon, flags: flag.sameIdOtherContent };
    const page = lay(madeReport([twin, { time: noon }, twin], { eventIdOf: () => eventId }));
    const listed = section(page, 'Records with one event ID and different content');
    expect(rowsOf(listed)).toEqual(
      expect.arrayContaining([
        [eventId, '#1 /evidence/trail-1.json.gz', '0'],
        [eventId, '#1 /evidence/trail-1.json.gz', '2'],
      ]),
    );
    expect(words(listed)).toContain('2 records have the event ID and account of another');
    const plain = madeReport([{ time: noon }]);
    const heading = 'Records with one event ID and different content';
    expect(section(lay(plain), heading)).toBeUndefined();
  });

  it('keeps the files that its events cite where there are too many to list', () => {
    const sources = Array.from({ length: 2500 }, (_, i) => madeSource({ id: i + 1 }));
    const page = lay(madeReport([{ time: noon, source: 2400 }], { sources }));
    expect(page.querySelectorAll('.evidence tbody tr')).toHaveLength(2000);
    expect(page.querySelector('#file-2400')).not.toBeNull();
    expect(words(section(page, 'Evidence')?.querySelector('p'))).toContain('2,000 files of 2,500');
  });

  it('speaks plainly of an empty selection', () => {
    const page = lay(madeReport([], { sources: [] }));
    expect(fact(page, 'Time span')).toBe('No event is selected');
    expect(words(section(page, 'Events'))).toBe('Events No event is selected.');
    expect(words(section(page, 'Evidence'))).toBe('Evidence The case has no evidence.');
  });

  it('runs nothing and fetches nothing, whatever the evidence and the case are called', () => {
    for (const hostile of hostileTexts) {
      const text = {
        ...{ eventName: hostile, eventSource: hostile, errorCode: hostile, principal: hostile },
        ...{ accessKey: hostile, sourceIp: hostile, tool: hostile, resource: hostile },
        ...{ loadBalancer: hostile, region: hostile, account: hostile, userAgent: hostile },
      };
      const path = `/evidence/${hostile}`;
      const sources = [madeSource({ path, shape: hostile, reason: hostile, verdict: 'partly' })];
      const terms = [{ field: 'tool', value: hostile, exclude: false }] as const;
      const note = { starred: true, tags: [hostile], text: hostile };
      const targets: readonly FindingTarget[] = [
        { kind: 'entity', field: 'tool', value: hostile },
        { kind: 'event', sha256: '', record: 0, time: noon, eventName: hostile, path },
      ];
      const record = { json: JSON.stringify({ [hostile]: hostile }), redacted: 1 };
      const findings = targets.map((target, place) => ({
        ...{ target, note, events: 1, event: undefined },
        ...{ record, row: place === 0 ? undefined : 0 },
      }));
      const step = {
        ...{ ref: 0, time: noon, eventName: hostile, principal: hostile, accessKey: hostile },
        ...{
          sourceIp: hostile,
          key: hostile,
          identity: hostile,
          recipient: hostile,
          tool: hostile,
        },
      };
      const values = { values: [{ value: hostile, count: 1 }], distinct: 1 };
      const actors: readonly Actor[] = [
        {
          ...{ id: 1, name: hostile, isService: false, sums: nothing, elbEvents: 1 },
          ...{ keys: values, principals: values, addresses: values, tools: values },
          chains: [{ key: hostile, steps: [step] }],
          flags: [
            {
              rule: 'newTool',
              level: 'high',
              about: hostile,
              count: 1,
              events: [{ ...step, outcome: 'denied' }],
              first: noon,
              last: noon,
            },
          ],
        },
      ];
      const filter = { ...elbOnly, terms, text: hostile };
      const views = [{ name: hostile, filter }];
      const gaps: readonly CoverageGap[] = [
        {
          ...{ kind: 'trail', span: { start: noon, end: noon + 1 }, account: hostile },
          ...{ trail: hostile, missing: 'writes', ended: undefined, seenUntil: noon },
          began: { ref: 0, eventName: hostile },
        },
      ];
      const model = madeReport(
        [{ time: noon, text }],
        { sources, findings, actors, gaps, ofViews: [Uint32Array.of(0)], eventIdOf: () => hostile },
        { filter, views },
      );
      const page = lay(model, { title: hostile, caseName: hostile, author: hostile });
      expect(page.querySelectorAll('script, img, link, iframe, object, embed, base')).toHaveLength(
        0,
      );
      expect(page.querySelectorAll('style')).toHaveLength(1);
      for (const element of page.querySelectorAll('*'))
        for (const attribute of element.attributes) {
          expect(attribute.name).not.toMatch(/^on|^src/iu);
          if (attribute.name === 'href')
            expect(attribute.value).toMatch(/^#[a-z]+(?:-[a-z\d]+)*$/u);
        }
      expect(page.documentElement.outerHTML.length).toBeLessThan(120_000);
      expect(page.body.textContent).not.toMatch(/[\u202a-\u202e\u2066-\u2069\0]/u);
      expect(words(page.querySelector('style'))).not.toContain('url(');
    }
  });

  it('gives tables and headings the structure that readers aloud need', () => {
    const page = lay(madeReport([{ time: noon, text: { sourceIp: '203.0.113.7' } }]));
    for (const head of page.querySelectorAll('th')) expect(head.scope).toMatch(/^(col|row)$/u);
    for (const table of page.querySelectorAll('table')) expect(table.tHead).not.toBeNull();
    const levels = Array.from(page.querySelectorAll('h1, h2, h3'), ({ tagName }) => tagName);
    expect(levels.filter((level) => level === 'H1')).toHaveLength(1);
    expect(levels[0]).toBe('H1');
    expect(page.querySelector('figure > figcaption')).not.toBeNull();
  });

  it('tells the story in its order, with notes, tags and the records without secrets', () => {
    const text = { eventName: 'AssumeRole', sourceIp: '203.0.113.7', principal: 'user eve' };
    const place = { sha256: 'ab', record: 0, time: noon, path: 'a' };
    const target = { kind: 'event', eventName: 'AssumeRole', ...place } as const;
    const gone = { ...target, record: 9 };
    const note = { starred: true, tags: ['way in'], text: 'Here it begins\nsecond line' };
    const bare = { starred: false, tags: [], text: '' };
    const record = { json: '{"eventName":"AssumeRole","a":{"b":[1]}}', redacted: 2 };
    const none = { event: undefined, row: undefined, record: undefined };
    const page = lay(
      madeReport([{ time: noon, text }], {
        findings: [
          { ...none, target, note, row: 0, events: 1, record },
          { ...none, target: gone, note: bare, events: 0 },
          {
            ...none,
            target: { kind: 'entity', field: 'tool', value: 'curl' },
            note: bare,
            events: 7,
          },
        ],
      }),
    );
    const [first, second, third] = Array.from(page.querySelectorAll('.story > li'), words);
    expect(first).toContain('★ 2026-05-01 12:00:00Z AssumeRole way in Here it begins');
    expect(first).toContain('by user eve · from 203.0.113.7 #1:0 00000000-1111-2222-3333');
    expect(second).toContain('Record 9 of a, SHA-256 ab: not in the case any more.');
    expect(third).toContain('Tool curl 7 events in the case');
    const records = section(page, 'Records of the findings');
    expect(words(records?.querySelector('p'))).toContain('2 values were taken out here');
    expect(records?.querySelector('pre')?.textContent.split('\n').slice(0, 3)).toEqual([
      ...['{', '  "eventName": "AssumeRole",', '  "a": {'],
    ]);
    const anchors = new Set(Array.from(page.querySelectorAll('[id]'), ({ id }) => `#${id}`));
    const links = Array.from(page.querySelectorAll('a'), (a) => a.getAttribute('href'));
    expect(links.length).toBeGreaterThan(10);
    for (const link of links) expect(anchors).toContain(link);
  });

  it('is the same page for the same model and options, on the paper asked for', () => {
    const model = madeReport([{ time: noon }]);
    expect(reportHtml(model, options)).toBe(reportHtml(model, options));
    expect(reportHtml(model, options)).toContain('@page { size: A4;');
    expect(reportHtml(model, { ...options, paper: 'Letter' })).toContain('@page { size: Letter;');
  });
});
