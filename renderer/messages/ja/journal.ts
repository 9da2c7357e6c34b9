import type { journal as english } from '../en/journal.ts';
import type { Translated } from '../message-key.ts';

export const journal: Translated<typeof english> = {
  title: 'ケースの作業記録',
  yourName: '作業記録に記載する氏名',
  notGiven: '未入力',
  holds_other:
    'チェーンは正常です: {{count, number}} 件の記録があり、それぞれ直前の記録の SHA-256 を含みます。',
  broken: 'チェーンが壊れています。',
  brokenText: '記録された内容が変更されています。修復は行っていません:',
  fault: '記録 {{number, number}}: {{reason}}',
  unread_other:
    '{{count, number}} 件の記録は、このバージョンのアプリでは読み取れないか、変更されています。その内容は表示されず、所見にも含まれません。',
  entries: '記録（新しい順）',
  number: '番号',
  when: '日時',
  who: '担当者',
  what: '内容',
  earlier_other: 'これより前の {{count, number}} 件の記録は、保存した作業記録にすべて含まれます。',
  fileHint: 'ファイルには 1 行に 1 件、先頭に SHA-256 が記載され、sha256sum で検証できます。',
  save: '作業記録を保存…',
  close: '閉じる',
  notRead: '作業記録を読み取れません',
  lost: 'ケースのデータベースが閉じられました',
  lostReason:
    'ディスクの空き容量がないか、ディスクに障害があるか、アプリのデータが削除されました。削除されていなければ、保存済みと表示された内容は残っています。これ以上は保存できません。',
  lostWayOut:
    'ディスクの空き容量を確保し、Trailwitness を終了して起動し直してください。書きかけのまま残ったものは起動時に修復されます。',
  notSaved: '変更を保存できませんでした',
  notSavedWayOut: 'ディスクの空き容量を確認し、Trailwitness を終了して起動し直してください。',
  altered: 'このケースの作業記録が変更されています',
  alteredWayOut: '修復は行っていません。該当箇所はケースメニューの作業記録ですべて確認できます。',
};
