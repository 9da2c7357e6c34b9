import type { originals as english } from '../en/originals.ts';
import type { Translated } from '../message-key.ts';

export const originals: Translated<typeof english> = {
  explain:
    'チェックでは、ケース内のコピーが読み込まれます。元のファイルが変わっていないかを確認するには、フォルダーまたはファイルを指定してください。',
  folder: 'フォルダーと比較…',
  files: 'ファイルと比較…',
  pickFolder: '比較するフォルダー',
  pickFiles: '比較するファイル',
  same_other: '{{count, number}} 個の証拠ファイルは、バイト列が一致しています。',
  differs_other: '{{count, number}} 個はバイト列が異なるか、読み取れません:',
  missing_other: '{{count, number}} 個は、比較したファイルの中にありません:',
  others_other: '比較したファイルのうち {{count, number}} 個は、このケースに含まれていません。',
  more_other: 'ほか {{count, number}} 個',
};
