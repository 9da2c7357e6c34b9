import { describe, expect, it, vi } from 'vitest';
import { browserHost } from '../../../renderer/host/browser.ts';
import { findHost } from '../../../renderer/host/find-host.ts';

describe('browserHost', () => {
  it('offers no files and names no paths', async () => {
    const host = browserHost(window);
    expect(await host.launch()).toMatchObject({ hasPaths: false, batch: undefined });
    for await (const files of host.offered()) expect(files).toEqual([]);
  });

  it('downloads what was written, in order, under its name', async () => {
    const made: Blob[] = [];
    const names: string[] = [];
    // jsdom makes no object URLs, and follows no links.
    window.URL.createObjectURL = (blob: Blob) => `blob:${made.push(blob)}`;
    window.URL.revokeObjectURL = () => undefined;
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      names.push(this.download);
    });
    const save = await browserHost(window).openSave('timeline.csv', 'csv');
    const bytes = new TextEncoder().encode('a,b\r\n');
    await save?.write(bytes);
    bytes.fill(0);
    await save?.write(new TextEncoder().encode('1,2\r\n'));
    expect(await save?.close()).toEqual({
      path: 'timeline.csv',
      bytes: 10,
      // Of `a,b\r\n1,2\r\n`, by sha256sum.
      sha256: 'ea14f99c47575613ab22111122c847728c61007f6bfd7b062d02fcb99df3feb0',
    });
    await save?.writeManifest('{}');
    click.mockRestore();
    expect(names).toEqual(['timeline.csv', 'timeline.csv.manifest.json']);
    expect(made).toHaveLength(2);
    expect(made[0]?.type).toBe('text/csv');
    expect(made[0]?.size).toBe(10);
  });

  it('says why it makes no PDF', async () => {
    const host = browserHost(window);
    const save = await host.openSave('report.pdf', 'pdf');
    expect(host.whyNoPrinting).toMatch(/desktop app/);
    await expect(save?.print('<p>', '')).rejects.toThrow(host.whyNoPrinting);
  });
});

describe('findHost', () => {
  it('is the browser where there is no bridge', () => {
    expect(findHost(window).whyNoPrinting).toBeDefined();
  });
});
