import { describe, expect, it } from 'vitest';
import { SettingsState } from '../../../../renderer/state/app/settings.svelte.ts';
import { readSettings, settingsAtFirst } from '../../../../renderer/state/app/settings-schema.ts';

function storeOf(text: string | null) {
  const store = { text };
  return {
    store,
    settings: new SettingsState({
      getItem: () => store.text,
      setItem: (_key, value) => {
        store.text = value;
      },
    }),
  };
}

describe('readSettings', () => {
  it('takes back what was saved', () => {
    const { store, settings } = storeOf(null);
    settings.change({ theme: 'dark', zone: 'Asia/Tokyo', columns: ['time', 'region'] });
    expect(readSettings(store.text)).toEqual(settings.current);
    expect(readSettings(store.text)).toMatchObject({ theme: 'dark', zone: 'Asia/Tokyo' });
  });

  it.each([null, '', 'no json', '[]', 'null', '{"version":2,"theme":"dark"}'])(
    'starts anew from %j',
    (saved) => {
      expect(readSettings(saved)).toEqual(settingsAtFirst);
    },
  );

  it('lets one part that does not hold fall back, and leaves the rest alone', () => {
    const saved = {
      version: 1,
      theme: 'dark',
      zone: 'Mars/Olympus',
      columns: ['gone'],
      facetsShare: 3,
    };
    expect(readSettings(JSON.stringify(saved))).toEqual({ ...settingsAtFirst, theme: 'dark' });
  });
});

describe('SettingsState', () => {
  it('saves every change at once', () => {
    const { store, settings } = storeOf(null);
    settings.change({ facetsShare: 0.3 });
    expect(store.text).toContain('"facetsShare":0.3');
  });

  it('keeps the widths of columns within reason', () => {
    const { settings } = storeOf(null);
    expect(settings.drawnWidth('time')).toBeUndefined();
    settings.widen('time', 5);
    expect(settings.drawnWidth('time')).toBe(40);
    settings.widen('time', 99_999);
    expect(settings.drawnWidth('time')).toBe(1200);
  });

  it('names the zone of this computer where that is chosen', () => {
    const { settings } = storeOf(null);
    expect(settings.zone).toBe('UTC');
    settings.change({ zone: 'local' });
    expect(settings.zone).toBe(new Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});
