import type { cases as english } from '../en/cases.ts';
import type { Translated } from '../message-key.ts';

export const cases: Translated<typeof english> = {
  recent: '最近使用したケース',
  filesAndSize: '{{files}}、{{size}}',
  opened: '{{time}} に開きました',
  delete: '削除…',
  deleteNamed: 'ケース「{{name}}」を削除',
  deleteTitle: 'ケース「{{name}}」を削除しますか?',
  goes: '次のものが削除され、元に戻せません。',
  eventsAndIndex: '{{events}}とその索引',
  copies: 'アプリが保存した{{files}}のコピー（{{size}}）、その SHA-256 とインポート台帳',
  untouched: 'インポート元にある証拠ファイル自体には触れません。',
  keep: 'ケースを残す',
  deleteIt: 'ケースを削除',
  name: 'ケースの名前',
  cancel: 'キャンセル',
};
