import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../../../../renderer/messages/message.svelte.ts';
import { Notices } from '../../../../renderer/state/app/notices.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  speak('en');
});

const titles = ({ list }: Notices): readonly string[] => list.map(({ title }) => title);

describe('Notices', () => {
  it('keeps one note, and every different problem', () => {
    const notices = new Notices();
    const problem = { reason: 'disk full', wayOut: '' };
    notices.note('Nothing to star', 'one');
    notices.problem({ thing: 'Not saved', ...problem });
    notices.problem({ thing: 'Not read', ...problem });
    notices.problem({ thing: 'Not saved', ...problem });
    notices.note('Nothing to pivot to', 'two');
    expect(titles(notices)).toEqual(['Not read', 'Not saved', 'Nothing to pivot to']);
  });

  it('lets go of what is done and noted by itself, and of no problem', () => {
    const notices = new Notices();
    notices.problem({ thing: 'Not saved', reason: '', wayOut: '' });
    notices.done('Saved', '');
    notices.note('Nothing to star', '');
    vi.runAllTimers();
    expect(titles(notices)).toEqual(['Not saved']);
  });

  it('says in the language of the window what the main process tells in English', () => {
    speak('ja');
    const notices = new Notices();
    notices.problem({
      thing: '停止',
      reason: 'The credentials have expired.',
      wayOut: 'Try again later.',
    });
    expect(notices.list[0]?.text).not.toMatch(/expired|again/u);
  });
});
