import type { findings as english } from '../en/findings.ts';
import type { Translated } from '../message-key.ts';

export const findings: Translated<typeof english> = {
  title: '所見',
  none: '所見はまだありません',
  noneText:
    'スター ({{star}})、タグ ({{tag}})、メモ ({{note}}) を付けたものが、調査の流れの順にここに並びます。イベントのほか、アドレスやキーなどの値は詳細のスターで、期間は条件のスターで追加できます。所見はレポートに含まれ、すべての操作は {{undo}} で元に戻せます。',
  event: 'イベント',
  spanOf: '{{length}} の期間',
  from: '{{time}} から',
  goHint: '移動します。Alt+↑ と Alt+↓ で並べ替え、Delete で削除します',
  gone: 'ケースに存在しなくなりました',
  moveUp: '{{what}}を上へ移動',
  moveUpHint: '上へ (Alt+↑)',
  moveDown: '{{what}}を下へ移動',
  moveDownHint: '下へ (Alt+↓)',
  noteOn: '{{what}}のメモ',
  notePlaceholder: 'メモ: 調査の流れにおける意味',
  nothingToStar: 'スターを付ける対象がありません',
  nothingToStarText:
    'イベントが選択されていません。イベントを選択してから、もう一度キーを押してください。',
};
