import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({}));
const { escapeHtml } = await import('../../../../electron/files/print-pdf.ts');

describe('escapeHtml', () => {
  it('leaves no character that HTML would read', () => {
    expect(escapeHtml(`<b title='x' class="y">&`)).toBe(
      '&#60;b title=&#39;x&#39; class=&#34;y&#34;&#62;&#38;',
    );
  });

  it('leaves other text as it is', () => {
    expect(escapeHtml('機密 – case 7')).toBe('機密 – case 7');
  });
});
