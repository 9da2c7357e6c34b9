import type { ui as english } from '../en/ui.ts';
import type { Translated } from '../message-key.ts';

export const ui: Translated<typeof english> = {
  close: '閉じる',
  closeHint: '閉じる (Esc)',
  clickToCopy: '{{text}} — クリックでコピー',
  copied: 'コピーしました',
  notCopied: 'コピーできません',
  star: '{{what}}にスターを付ける',
  unstar: '{{what}}のスターを外す',
  tag: 'タグ',
  findTag: 'タグを検索または作成',
  makeTag: '「{{name}}」を作成する色:',
  makeTagIn: '「{{name}}」を作成（{{colour}}）',
  tagColour: '「{{name}}」の色: {{colour}}',
  otherColour: '色を変更',
  deleteTag: 'タグ「{{name}}」をすべての対象から削除',
  deleteTagHint: 'このタグをすべての対象から削除',
  noTags: 'タグはまだありません。文字を入力して作成してください。',
  removeTag: 'タグ「{{name}}」を外す',
  removeTagHint: 'タグを外す',
};
