import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nameFor } from '../../../../renderer/state/export/export-kinds.ts';
import { MemoryCase } from '../../../fixtures/memory-case.ts';
import { plainEvents } from '../../../fixtures/events.ts';
import { idle, openDesk, until, type MemoryHost } from '../desk.ts';

function textOf({ files }: MemoryHost, ending: string): string {
  const found = [...files].find(([name]) => name.endsWith(ending));
  return new TextDecoder().decode(found?.[1]);
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('Exports', () => {
  it('saves the selection as CSV: header, and a line for each event', async () => {
    const { session, host } = await openDesk();
    session.search.include('accessKey', 'AKIA1');
    await idle(session);
    await session.exports.save('csv');
    const lines = textOf(host, 'events.csv').trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[2]).toContain('ModifyListener');
  });

  it('saves many rows part by part, without losing or repeating any', async () => {
    const many = Array.from({ length: 45_001 }, (_, number) => `${number} | elb | Event${number}x`);
    const events = plainEvents(['time | is | eventName', ...many].join('\n'));
    const { session, host, queries } = await openDesk(new MemoryCase(events).store());
    await session.exports.save('csv', { columns: ['eventName'] });
    expect(queries.asked.filter((call) => call === 'nextPart')).toHaveLength(3);
    const text = textOf(host, 'events.csv');
    expect(text.match(/Event\d+x/gu)).toEqual(many.map((_, number) => `Event${number}x`));
  });

  it('saves report, figures and ledger', async () => {
    const { session, host } = await openDesk();
    for (const kind of ['pdf', 'html', 'svg', 'png', 'ledger'] as const)
      await session.exports.save(kind);
    expect([...host.pages.values()]).toEqual(['<h1>Checkout outage: 4</h1>']);
    expect(textOf(host, '.html')).toBe('<h1>Checkout outage: 4</h1>');
    expect(textOf(host, '.svg')).toBe('<svg>4</svg>');
    expect(textOf(host, '.png')).toBe('PNG of <svg>4</svg>');
    expect(textOf(host, 'ledger.csv')).toContain('SHA-256');
  });

  it('says what it is doing while the report is printed, and drops it when stopped', async () => {
    const { session, host } = await openDesk();
    let printed = (): void => undefined;
    host.printing = new Promise((resolve) => {
      printed = resolve;
    });
    const saving = session.exports.save('pdf');
    const doing = (): string =>
      session.exports.current.phase === 'running' ? session.exports.current.doing : '';
    expect(doing()).toBe('Saving');
    await until(() => doing() === 'Printing the report');
    session.exports.cancel();
    printed();
    await saving;
    expect(host.pages.size).toBe(0);
    expect(session.notices.list).toEqual([]);
  });

  it('says where the file is, and shows it there', async () => {
    const { session, host } = await openDesk();
    await session.exports.save('svg');
    const notice = session.notices.list.at(-1);
    expect(notice).toMatchObject({ kind: 'done', text: '/out/Checkout outage - timeline.svg' });
    notice?.action?.run();
    expect(host.shown).toEqual(['/out/Checkout outage - timeline.svg']);
  });

  it('writes a manifest beside the file, with its hash and what it is of', async () => {
    const { session, host } = await openDesk();
    session.settings.change({ userName: 'A. Analyst', zone: 'Asia/Tokyo' });
    session.search.include('accessKey', 'AKIA1');
    await idle(session);
    await session.exports.save('csv');
    const [[name, text] = ['', '']] = host.manifests;
    expect(name).toBe('Checkout outage - events.csv');
    const bytes = host.files.get(name) ?? new Uint8Array();
    expect(JSON.parse(text)).toMatchObject({
      file: { name, bytes: bytes.length, sha256: hashOf(bytes) },
      ...{ content: 'events as CSV', case: 'Checkout outage', zone: 'Asia/Tokyo' },
      selection: 'scope:elb key:AKIA1',
      secrets: 'The file has no raw records.',
      made: { by: 'Trailwitness 1.2.3', author: 'A. Analyst' },
    });
  });

  it('tells of secrets in the manifest of raw records', async () => {
    const { session, host } = await openDesk();
    await session.exports.save('ndjson');
    expect(JSON.parse([...host.manifests.values()][0] ?? '')).toMatchObject({
      secrets: expect.stringContaining('not taken out') as string,
    });
    await session.exports.save('ndjson', { redact: true });
    expect(JSON.parse([...host.manifests.values()][0] ?? '')).toMatchObject({
      secrets: expect.stringContaining('[redacted]') as string,
    });
  });

  it('keeps the file, and says so, where its manifest can’t be written', async () => {
    const { session, host } = await openDesk();
    host.noManifest = new Error('No space left on the disk');
    await session.exports.save('csv');
    expect(host.files.size).toBe(1);
    const { kind, text } = session.notices.list.find((one) => one.kind === 'problem') ?? {};
    expect(kind).toBe('problem');
    expect(text).toContain('No space left');
  });

  it('writes what was imported meanwhile in no part, and loses nothing by it', async () => {
    const events = plainEvents(
      ['time | is | eventName', '1 | elb | A1x', '2 | elb | A2x', '0 | elb | A3x'].join('\n'),
    );
    const reader = new MemoryCase(events).store(2);
    const { session, host } = await openDesk(reader);
    const saving = session.exports.save('csv', { columns: ['eventName'] });
    reader.store();
    await session.openCase.refresh();
    await saving;
    const names = textOf(host, 'events.csv').match(/A\dx/gu);
    expect([
      ['A1x', 'A2x'],
      ['A3x', 'A1x', 'A2x'],
    ]).toContainEqual(names);
  });

  it('does nothing, and says nothing, where the user cancels the dialog', async () => {
    const { session, host } = await openDesk();
    host.cancels = true;
    await session.exports.save('csv');
    expect(host.files.size).toBe(0);
    expect(session.notices.list).toEqual([]);
    expect(session.exports.current.phase).toBe('none');
  });

  it('leaves nothing behind where writing fails, and says why', async () => {
    const { session, host } = await openDesk();
    host.failure = new Error('No space left on the disk');
    await session.exports.save('csv');
    expect(host.files.size).toBe(0);
    expect(session.notices.list[0]).toMatchObject({ kind: 'problem' });
    expect(session.notices.list[0]?.text).toContain('No space left on the disk');
  });
});

describe('nameFor', () => {
  it('leaves out what file systems refuse', () => {
    expect(nameFor('pdf', 'A/B: "x"?')).toBe('A B x - report.pdf');
    expect(nameFor('csv', '///')).toBe('Case - events.csv');
  });
});
