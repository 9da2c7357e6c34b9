import type { actors as english } from '../en/actors.ts';
import type { Translated } from '../message-key.ts';

export const actors: Translated<typeof english> = {
  title: 'アクター',
  failed: 'アクターを判定できませんでした: {{reason}} 閉じてから、もう一度開いてください。',
  joining: 'キー、セッション、プリンシパルを関連付けています…',
  lead_other:
    'アクター {{count, number}} 件: 同じプリンシパルのキー、または一方を使って他方が取得されたキーの集まりです。フラグは確認すべき点を示すもので、証明ではありません。',
  leadFirst:
    'アクター {{all, number}} 件のうち最初の {{listed, number}} 件を表示: 同じプリンシパルのキー、または一方を使って他方が取得されたキーの集まりです。フラグは確認すべき点を示すもので、証明ではありません。',
  nobody: '名前なし',
  keys_other: 'キー {{count, number}} 個',
  writes_other: '書き込み {{count, number}} 件',
  flags_other: 'フラグ {{count, number}} 件',
  sums: '{{events}}（うち ELB {{elb, number}} 件）、{{keys}}',
  span: '{{first}} ～ {{last}}',
  allSums: '{{events}}（うち ELB {{elb, number}} 件）、{{writes}}、拒否 {{denied, number}} 件',
  actor: 'アクター {{name}}',
  flagsTitle: 'フラグ',
  chains: '認証情報のチェーン',
  seenWith: '関連する値',
  from: '送信元',
  tools: 'ツール',
  as: 'プリンシパル',
  keysTitle: 'キー',
  openCard: 'カードを開く',
  more: 'ほか {{more, number}} 件',
  selectHint: 'これらのイベントを選択し、このイベントを表示',
  flagEvent: '{{event}}（{{outcome}}、送信元 {{address}}、ツール {{tool}}）',
  showOf: 'イベントを表示: {{rule}} {{about}}',
  show: '表示',
  someOf: '{{events}}（うち {{named, number}} 件を表示）:',
};
