import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { shapes } from '../../../renderer/core/source/shapes.ts';
import { japaneseSentences } from '../../../renderer/messages/ja/sentences.ts';
import { speak, translated } from '../../../renderer/messages/message.svelte.ts';

const project = join(import.meta.dirname, '../../..');

/** The program's own text, in the order of its pieces: literals that are put together are one. */
const sources = ['electron', 'renderer']
  .flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.startsWith('messages'))
      .map((path) => readFileSync(join(project, folder, path), 'utf8')),
  )
  .map((text) => text.replaceAll(/[`'] \+\s+[`']/gu, ''))
  .join('\n');

const templates = Object.entries(japaneseSentences);
const piecesOf = (text: string): readonly string[] => text.split(/\{\{\w+\}\}/u);
const namesIn = (text: string): ReadonlySet<string> =>
  new Set(Array.from(text.matchAll(/\{\{(\w+)\}\}/gu), ([, name = '']) => name));

afterEach(() => {
  speak('en');
});

describe('sentences that are made in English', () => {
  it('are still those that the program makes', () => {
    const strange = templates.flatMap(([english]) =>
      piecesOf(english)
        // A value may stand before the full stop, and more words behind the colon.
        .map((piece) => piece.replace(/^[\s,;).]+|[\s:;,(.]+$/gu, ''))
        .filter((piece) => piece.length > 3 && !sources.includes(piece)),
    );
    expect(strange).toEqual([]);
  });

  it('keep their values in Japanese', () => {
    for (const [english, japanese] of templates) {
      expect(namesIn(japanese), english).toEqual(namesIn(english));
    }
  });

  it('are put into the language of the window, and stay as they are where they are not known', () => {
    const reason = 'The bucket lies in region eu-west-1.';
    expect(translated(reason)).toBe(reason);
    speak('ja');
    expect(translated(reason)).toBe('バケットはリージョン eu-west-1 にあります。');
    expect(translated('EPERM: something of the system')).toBe('EPERM: something of the system');
    expect(translated('')).toBe('');
  });

  it('have sentences in them put into it too', () => {
    speak('ja');
    expect(
      translated('The disk is full. Free some space, start Trailwitness again, and open the file.'),
    ).toBe(
      'ディスクの空き容量がありません。空き容量を増やし、Trailwitness を起動し直してから、ファイルを開き直してください。',
    );
    expect(translated('The query worker stopped: {{reason}} $& <b>')).toContain(
      '{{reason}} $& <b>',
    );
  });

  it('are put into it where they say what happened, and then what to do', () => {
    speak('ja');
    expect(
      translated('The object is gone: it was deleted after it was listed. List the prefix again.'),
    ).toBe(
      'オブジェクトがありません。一覧の取得後に削除されました。プレフィックスの一覧を取得し直してください。',
    );
    const denied =
      'Access denied: these credentials lack s3:GetObject on arn:aws:s3:::a/b: No. Really. ' +
      'Ask for that permission, or choose other credentials.';
    expect(translated(denied)).toMatch(/^アクセスが拒否されました。.*: No. Really.*権限の付与/u);
    const clock =
      'This machine’s clock is wrong: it says 2026. The store says 2027. ' +
      'Set the clock, then connect again. Times in the evidence are not affected.';
    expect(translated(clock)).toMatch(/^このコンピューター.* 2027 です。時計を合わせてから/u);
  });

  it('are known for every kind of evidence file', () => {
    speak('ja');
    for (const { name } of Object.values(shapes)) expect(translated(name)).not.toBe(name);
  });
});
