import { describe, expect, it } from 'vitest';
import { isPossible } from '../../../../renderer/state/app/possible-commands.ts';
import { runCommand } from '../../../../renderer/state/app/run-command.ts';
import { bindings, commandOf, keySheet } from '../../../../renderer/state/app/shortcuts.ts';
import { commandOf as timelineCommandOf } from '../../../../renderer/views/timeline/timeline-keys.ts';
import { idle, openDesk } from '../desk.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', true>> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held });

describe('commandOf', () => {
  it('knows the keys of the window', () => {
    const keys = ['i', 'k', 'u', 'o', 'l', '/', 'f', '[', ']', '+', '-', '0', '?'];
    expect(keys.map((key) => press(key)).includes(undefined)).toBe(false);
  });

  it('leaves other keys, and those with a modifier, alone', () => {
    expect(press('x')).toBeUndefined();
    expect(press('f', { ctrlKey: true })).toBeUndefined();
    expect(press('l', { metaKey: true })).toBeUndefined();
    expect(press('i', { altKey: true })).toBeUndefined();
  });
});

describe('commandOf with Shift', () => {
  const shifted = (key: string, code: string) =>
    commandOf({ key, code, shiftKey: true, ctrlKey: false, metaKey: false, altKey: false });

  it('fits the whole case by the place of the key, whatever Shift makes of it', () => {
    expect([')', '=', '}'].map((key) => shifted(key, 'Digit0'))).toEqual(
      Array.from({ length: 3 }, () => 'fitWhole'),
    );
    expect(shifted('0', 'Digit0')).toBe('fit');
    expect(shifted('+', 'Equal')).toBe('zoomIn');
  });

  it('goes through the parts of the window one way and the other', () => {
    expect(press('F6')).toBe('nextPart');
    expect(shifted('F6', 'F6')).toBe('previousPart');
  });
});

describe('keySheet', () => {
  const names: Readonly<Record<string, string>> = {
    ...{ Space: ' ', '←': 'ArrowLeft', '→': 'ArrowRight', '↑': 'ArrowUp', '↓': 'ArrowDown' },
    ...{ PgUp: 'PageUp', PgDn: 'PageDown', Esc: 'Escape' },
  };
  const keysOf = (where: string): readonly string[] =>
    keySheet()
      .find((part) => part.where === where)
      ?.rows.flatMap(({ keys }) => keys) ?? [];
  const timelinePress = (key: string) => {
    const plain = key.replace('Shift+', '');
    const shiftKey = plain !== key;
    const held = { shiftKey, ctrlKey: false, altKey: false, metaKey: false };
    return timelineCommandOf({ key: names[plain] ?? plain, ...held });
  };

  it('names every key that is bound, and what it does once', () => {
    expect(keysOf('Everywhere')).toEqual([...bindings.flatMap(({ keys }) => keys), 'Esc']);
    expect(new Set(keysOf('Everywhere')).size).toBe(keysOf('Everywhere').length);
    const does = keySheet()[0]?.rows.map((row) => row.does) ?? [];
    expect(new Set(does).size).toBe(does.length);
  });

  it('is true: each key does what its row is of', () => {
    for (const { keys, command } of bindings) {
      for (const shown of keys) {
        const key = shown.split('+').findLast((part) => part !== '') ?? '+';
        const held = {
          ctrlKey: shown.startsWith('Ctrl+'),
          shiftKey: shown.includes('Shift+'),
          ...{ metaKey: false, altKey: false },
        };
        const code = key === '0' ? 'Digit0' : '';
        const typed = shown === 'Shift+0' ? ')' : (names[key] ?? key);
        expect(commandOf({ key: typed, code, ...held }), shown).toBe(command);
      }
    }
  });

  it('says what the timeline’s keys do there', () => {
    const keys = keysOf('In the timeline').filter((key) => !/drag|click|wheel/u.test(key));
    const kinds = keys.map((key) => timelinePress(key)?.kind);
    expect([...new Set(kinds)].toSorted()).toEqual([
      'card',
      'fold',
      'lane',
      'nearest',
      'page',
      'pan',
      'pin',
      'step',
    ]);
    for (const key of ['+', '-', '0', 'Esc']) {
      expect(timelinePress(key)).toBeDefined();
      expect(keysOf('Everywhere')).toContain(key);
    }
  });
});

describe('runCommand', () => {
  it.each([
    ['pivotIp', 'sourceIp', '203.0.113.9'],
    ['pivotKey', 'accessKey', 'AKIA1'],
    ['pivotAgent', 'userAgent', 'curl/8.5'],
    ['pivotTool', 'tool', 'curl 8.5'],
  ] as const)('%s shows all activity, all services', async (command, field, value) => {
    const { session } = await openDesk();
    session.selection.select(1);
    await idle(session);
    runCommand(command, session);
    await idle(session);
    expect(session.search.filter).toMatchObject({ scope: 'all', terms: [{ field, value }] });
  });

  it('says so where there is nothing to pivot to', async () => {
    const { session } = await openDesk();
    runCommand('pivotKey', session);
    expect(session.notices.list[0]).toMatchObject({ kind: 'note' });
    expect(session.notices.list[0]?.text).toContain('No event is chosen');
    session.selection.select(4);
    await idle(session);
    runCommand('pivotKey', session);
    expect(session.notices.list.at(-1)?.text).toContain('has no access key');
    expect(session.search.filter.terms).toEqual([]);
  });

  it('moves through events, and stops at the ends', async () => {
    const { session } = await openDesk();
    const placeAfter = async (command: 'nextEvent' | 'previousEvent') => {
      runCommand(command, session);
      await idle(session);
      return session.pages.place;
    };
    expect(await placeAfter('previousEvent')).toBe(0);
    expect(await placeAfter('nextEvent')).toBe(1);
    for (let time = 0; time < 5; time += 1) await placeAfter('nextEvent');
    expect(session.pages.place).toBe(3);
  });

  it('zooms, fits, and walks through filters', async () => {
    const { session } = await openDesk();
    const whole = session.timeline.visible;
    runCommand('zoomIn', session);
    expect(session.timeline.visible).not.toEqual(whole);
    runCommand('fit', session);
    expect(session.timeline.visible).toEqual(whole);
    session.search.setScope('all');
    runCommand('back', session);
    expect(session.search.filter.scope).toBe('elb');
    runCommand('forward', session);
    expect(session.search.filter.scope).toBe('all');
    await idle(session);
  });
});

describe('isPossible', () => {
  const possible = (session: Awaited<ReturnType<typeof openDesk>>['session']) =>
    bindings.filter(({ command }) => isPossible(command, session)).map(({ command }) => command);

  it('offers what acts on an event only where one is chosen', async () => {
    const { session } = await openDesk();
    expect(possible(session)).toContain('fit');
    expect(possible(session)).not.toContain('star');
    session.selection.select(1);
    await idle(session);
    expect(possible(session)).toEqual(expect.arrayContaining(['star', 'pivotIp', 'note']));
  });

  it('offers undo and redo, back and forward, where there is something to go to', async () => {
    const { session } = await openDesk();
    expect(possible(session)).not.toContain('undo');
    expect(possible(session)).not.toContain('back');
    await session.findings.toggleStar({ kind: 'entity', field: 'accessKey', value: 'AKIA1' });
    session.search.setScope('all');
    await idle(session);
    expect(possible(session)).toEqual(expect.arrayContaining(['undo', 'back']));
    expect(possible(session)).not.toContain('redo');
  });

  it('offers nothing of a case where none is open', async () => {
    const { session } = await openDesk();
    session.caseWork.close();
    expect(possible(session)).toEqual(expect.arrayContaining(['newCase', 'importFolder', 'keys']));
    expect(possible(session)).not.toEqual(expect.arrayContaining(['journal']));
    expect(possible(session)).not.toEqual(expect.arrayContaining(['exportCsv']));
  });
});
