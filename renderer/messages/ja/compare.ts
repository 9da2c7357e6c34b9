import type { compare as english } from '../en/compare.ts';
import type { Translated } from '../message-key.ts';

export const compare: Translated<typeof english> = {
  title: '2 つの選択範囲を比較',
  everything: 'すべて',
  elbOnly: '{{query}}、ELB のみ',
  allServices: '{{query}}、すべてのサービス',
  sums: '{{events}}、{{writes}}、拒否 {{denied, number}} 件',
  none: 'なし',
  list: '{{field}}: {{list}}',
  more: 'ほか {{more, number}} 件',
  how: '現在の選択範囲を保持してから、別の範囲（別の期間やエンティティ）を選択して戻ると、両方が並んで表示されます。',
  kept: '保持した範囲',
  selected: '現在の選択範囲',
  savedView: 'または保存したビュー:',
  chooseView: 'ビューを選択',
  keep: '現在の選択範囲を保持',
  failed: '比較できませんでした: {{reason}} 閉じてから、もう一度開いてください。',
  counting: '集計中…',
  field: 'フィールド',
  onlyKept: '保持した範囲のみ',
  onlySelected: '現在の選択範囲のみ',
  changed: '両方にあるが件数が異なる',
  same: '{{same, number}} 件は同数',
  nothingElse:
    '現在の選択範囲は保持したものと同じです。閉じて別の範囲を選択してから、もう一度開いてください。',
};
