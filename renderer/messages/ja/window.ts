import type { window as english } from '../en/window.ts';
import type { Translated } from '../message-key.ts';

export const window: Translated<typeof english> = {
  facetsWidth: 'ファセットの幅',
  detailsWidth: '詳細の幅',
  tableHeight: '表の高さ',
  spanOfTime: '期間',
  keepView: 'このビューを保存',
  viewName: 'ビューの名前',
  keep: '保存',
  newCase: '新しいケース',
  create: '作成',
  renameCase: 'ケース名の変更',
  rename: '変更',
  details: '詳細',
  findings: '所見',
  findingsCount: '所見 {{count, number}}',
  shutSide: '詳細を閉じて表示領域を広げる (d)',
  showSide: '詳細を表示 (d)',
  sideTabs: 'タイムラインの横',
  caseIsEmpty: '「{{name}}」にはまだイベントがありません',
  startCase: 'ケースを開始',
  caseOpening: '「{{name}}」を開いています…',
  caseFailed: 'ケース「{{name}}」を開けません',
  tryAgain: '再試行',
  launchUnknown: 'アプリの起動方法を確認できません',
  launchUnknownWayOut: 'アプリを終了し、もう一度起動してください。',
  stopped: 'アプリの一部が停止したため、起動し直しました',
  stoppedWayOut:
    'ケースの内容は失われていません。現在読み直しています。直前の操作はもう一度必要になる場合があります。',
  stoppedAgainWayOut:
    'ケースの読み込み中に再び停止しました。ケースの内容は失われていません。アプリを終了して起動し、ケースを開き直してください。',
  mistake: 'プログラム内部でエラーが発生しました',
  mistakeWayOut: '証拠に影響はありません。画面が応答しない場合は、ケースを開き直してください。',
};
