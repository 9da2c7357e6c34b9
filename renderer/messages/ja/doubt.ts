import type { doubt as english } from '../../core/words/doubt.ts';
import type { Translated } from '../message-key.ts';

export const doubt: Translated<typeof english> = {
  changed: 'インポート後に変更',
  changedText: 'インポート時の SHA-256 {{sha256}}、現在 {{found}}',
  gone: 'データなし',
  log: 'ログファイル: {{verdict}}',
  logText: '{{means}} {{remark}}',
  missing: 'ログファイルの不足',
  missingText: '{{digest}} に記載されていますが、証拠に含まれていません。',
  digestBroken: '信頼できないダイジェスト',
  digestMoved: '移動されたダイジェスト',
  digestUnread: '読み取れないダイジェストまたは署名ファイル',
  resultMissing: 'クエリ結果の不足',
  signFileBroken: '信頼できない署名ファイル',
  backfilled: '後から書かれたダイジェスト',
  noDigests: 'ダイジェストなし',
  ofTrail: '証跡 {{trail}}（{{region}}、アカウント {{account}}）',
  refusedKeys: '受け付けなかった公開鍵',
  refusedCount_other: '{{count, number}} 件',
  refusedText: '公開鍵ではないか、バイト列と異なるフィンガープリントが付けられています。',
  asTold: '{{text}}',
  both: '{{first}}、{{second}}',
  signatureValid: '署名は有効',
  signatureWrong: '署名が不正',
  signatureKeyMissing: '署名は未検証（公開鍵が証拠に含まれていません）',
  signatureKeyOutOfTime: 'その時点では使われていなかった鍵による署名',
  signatureNotAvailable:
    '署名なし（次のダイジェストに記載され、それまでは S3 のメタデータにあります）',
  nextDiffers: '次のダイジェストに記載されたハッシュが異なる',
  previousStart: 'チェーンの最初',
  previousMatches: '前のダイジェストに続く',
  previousDiffers: '前のダイジェストのハッシュの記載が異なる',
  previousMissing: '前のダイジェストが証拠に含まれていない',
  backfill: 'ダイジェストのなかった期間について後から作成（バックフィル）',
  moved: 'CloudTrail が置いた場所から移動',
  gapMissing: '次のダイジェストが示す前のダイジェストが証拠に含まれていません。収集してください。',
  gapRestarted:
    '次のダイジェストから新しいチェーンが始まります。ログ記録を停止して再開した場合などです。',
  gapUnexplained:
    '次のダイジェストは空白の前のダイジェストに続いていますが、期間がつながっていません。',
  gapBackfilled: 'この期間は、後から作成されたダイジェストの対象です。',
};
