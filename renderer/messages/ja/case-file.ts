import type { caseFile as english } from '../en/case-file.ts';
import type { Translated } from '../message-key.ts';

export const caseFile: Translated<typeof english> = {
  save: 'ケースファイルとして保存…',
  open: 'ケースファイルを開く…',
  toOpen: '開くケースファイル',
  saveTitle: '「{{name}}」をケースファイルとして保存',
  whatItHolds:
    'ケース全体を 1 つのファイルに保存します。内容は、{{events}}、{{files}}のバイト列 ({{bytes}})、インポート台帳、ジャーナル、所見、ビューです。別のマシンで開いても同じケースになります。ファイルには、含まれるすべてのデータの SHA-256 が記録されます。',
  secrets:
    'ログにはシークレットやセッショントークンが含まれることがあります。このファイルにも含まれます。',
  passphrase: 'パスフレーズ',
  passphraseAgain: 'パスフレーズ (確認)',
  unsealed: 'パスフレーズを設定しない',
  hintUnsealed: 'ファイルを入手した人は誰でも内容をすべて読めます。',
  hintShort: '{{least, number}} 文字以上で入力してください。複数の単語を推奨します。',
  hintAgain: '同じパスフレーズをもう一度入力してください。',
  hintReady:
    'パスフレーズはファイルとは別の方法で伝えてください。パスフレーズがないと、誰もファイルを開けません。',
  cancel: 'キャンセル',
  choosePlace: '保存…',
  openTitle: '「{{name}}」を開く',
  openPassphrase: 'このファイルの暗号化に使用したパスフレーズ',
  openWrong: 'パスフレーズが違うか、ファイルの先頭部分が変更されています。',
  openNow: '開く',
  underWay: 'ケースファイルの処理中',
  saving: 'ケースファイルを保存しています…',
  savingAt: 'ケースファイルを保存しています: {{inAll}} 中 {{done}}',
  opening: 'ケースファイルを開いています…',
  openingAt: 'ケースファイルを開いています: {{inAll}} 中 {{done}}',
  saved: 'ケースファイルを保存しました',
  savedWhere: '{{path}}、SHA-256 {{sha256}}',
  showInFolder: 'フォルダーに表示',
  notSaved: 'ケースファイルを保存できませんでした',
  notSavedWayOut: '途中のファイルは残っていません。別の場所を選んで、もう一度保存してください。',
  opened: 'ケース「{{name}}」をファイルから開きました',
  openedNext:
    '{{file}} の内容はすべて、保存時のままです。証拠を読み直してハッシュを照合するには、インポート台帳の「整合性」を使用してください。',
  notOpened: '「{{name}}」を開けませんでした',
  notOpenedWayOut:
    '読み込んだ内容は破棄されました。元の場所からファイルをコピーし直し、SHA-256 を比較してください。',
  isNone:
    'ケースファイルではありません。ケースファイルは「ケースファイルとして保存」で作成されます。',
  isNoneWayOut: 'CloudTrail ログとして読み込むには、証拠としてインポートしてください。',
};
