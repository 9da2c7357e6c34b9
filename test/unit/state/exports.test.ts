import { describe, expect, it } from 'vitest';
import { nameFor } from '../../../renderer/state/exporter.ts';
import { MemoryCase } from '../../fixtures/memory-case.ts';
import { plainEvents } from '../../fixtures/events.ts';
import { idle, openDesk, until, type MemoryHost } from './desk.ts';

function textOf({ files }: MemoryHost, ending: string): string {
  const found = [...files].find(([name]) => name.endsWith(ending));
  return new TextDecoder().decode(found?.[1]);
}

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
    await session.exports.save('csv', ['eventName']);
    expect(queries.asked.filter((call) => call === 'csv')).toHaveLength(3);
    const text = textOf(host, 'events.csv');
    expect(text.match(/Event\d+x/gu)).toEqual(many.map((_, number) => `Event${number}x`));
  });

  it('saves report, figures and ledger', async () => {
    const { session, host } = await openDesk();
    for (const kind of ['pdf', 'svg', 'png', 'ledger'] as const) await session.exports.save(kind);
    expect([...host.pages.values()]).toEqual(['<h1>Checkout outage: 4</h1>']);
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
    expect(doing()).toBe('Saving PDF');
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
    expect(nameFor('pdf', { caseName: 'A/B: "x"?' })).toBe('A B x - report.pdf');
    expect(nameFor('csv', { caseName: '///' })).toBe('Case - events.csv');
  });
});
