import type { intake as english } from '../en/intake.ts';
import type { Translated } from '../message-key.ts';

export const intake: Translated<typeof english> = {
  dropHere: 'CloudTrail ログをここにドロップ',
  dropWhat: 'フォルダー、ファイル、およびその gzip、zip、tar アーカイブ。',
  dropShapes:
    '証跡ファイル、イベント履歴、Lake や Athena の結果、EventBridge、CloudWatch Logs、Security Lake、Splunk、Elastic に対応します。ファイルの種類は内容から判定します。証拠はこのマシン上で読み取ってハッシュ値を計算し、外部には何も送信しません。AWS に問い合わせるのは「AWS から」だけで、指定した内容に限られます。',
  openFolder: 'フォルダーを開く…',
  openFiles: 'ファイルを開く…',
  fromAws: 'AWS から…',
  sample: 'サンプルケース',
  folder: 'インポートするフォルダー',
  files: 'インポートするファイル',
  newCase: '新しいケース',
  caseNamed: 'ケース「{{name}}」',
  running: 'インポートの実行中です',
  runningWayOut: '終了を待つか、ステータスバーで停止してから、もう一度ドロップしてください。',
  dropInto: 'ドロップすると{{target}}にインポートします',
  dropMeans:
    'フォルダーは末端まで読み取ります。ファイルは読み取るだけで変更せず、このマシンの外には何も送信しません。',
  listing: 'インポート中: ファイルを一覧しています…',
  progressName: 'インポート',
  underWay: 'インポートの実行状況',
  progress:
    'ファイル {{done, number}} / {{inAll, number}} · {{bytes}} / {{bytesInAll}} · イベント {{read, number}} 件、ELB {{elb, number}} 件、却下 {{rejected, number}} 件 · {{rate, number}} 件/秒、{{byteRate}}/秒',
  progressListing:
    'ファイル {{done, number}} / {{inAll, number}} 以上 · {{bytes}} / {{bytesInAll}} · イベント {{read, number}} 件、ELB {{elb, number}} 件、却下 {{rejected, number}} 件 · {{rate, number}} 件/秒、{{byteRate}}/秒',
  progressLeft: '{{progress}} · 残り {{left}}',
  pause: '一時停止',
  resume: '再開',
  stop: '停止',
  stopping: '停止しています…',
  showLedger: 'インポート台帳を表示',
  sums: '読み取り {{read, number}} = 保存 {{kept, number}} + 重複 {{duplicate, number}} + 却下 {{rejected, number}}',
  statusSums: '{{files}} · {{sums}} · ELB {{elb, number}}',
  caseSums: '· ELB {{elb, number}} · {{files}}、ケース全体',
  noEvidence: '証拠はまだありません',
  idle: '● 待機中',
  working: '◌ 処理中',
  checkUnderWay: '整合性検証の実行状況',
  checking: '証拠を検証しています…',
  checkingFiles_other: '証拠を検証しています: ファイル {{done, number}} / {{count, number}}',
  exportUnderWay: 'エクスポートの実行状況',
  exportRows: '{{doing}}: {{done, number}} / {{inAll, number}} 行',
  exporting: '{{doing}}…',
};
