import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, joinHtml } from '../../../../renderer/core/export/html.ts';

describe('html', () => {
  it('escapes every text that is put in', () => {
    const name = '<img src=x onerror="alert(1)"> & \'co\'';
    expect(html`<b title="${name}">${name}</b>`.markup).toBe(
      '<b title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;co&#39;">' +
        '&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;co&#39;</b>',
    );
  });

  it('takes markup of its own as it is, alone and in lists', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(html`<b>${html`<i>x</i>`}</b>${items}${3}`.markup).toBe(
      '<b><i>x</i></b><li>a</li><li>&lt;</li>3',
    );
    expect(joinHtml(items).markup).toBe('<li>a</li><li>&lt;</li>');
  });

  it('makes hidden characters visible', () => {
    expect(html`${'a\u202Eb\0'}`.markup).toBe('a⟦U+202E⟧b⟦NUL⟧');
  });

  it('lets no text out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { markup } = html`${text}`;
        expect(markup).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/u);
      }),
    );
  });
});
