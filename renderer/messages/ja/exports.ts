import type { exports as english } from '../en/exports.ts';
import type { Translated } from '../message-key.ts';

export const exports: Translated<typeof english> = {
  title: 'エクスポート',
  what: '対象',
  report: 'レポート',
  events: 'イベント',
  entities: 'エンティティ',
  findings: '所見',
  ledger: 'インポート台帳',
  figure: 'タイムラインの図',
  aboutReport:
    '現場にいなかった人のためのレポートです。所見、タイムライン、アクター、ロードバランサー、イベント、記録の欠落、ハッシュ付きの証拠一覧、手法を含みます。',
  aboutEvents: '1 行に 1 イベント。証拠ファイル、SHA-256、レコード番号、バイト範囲が付きます。',
  aboutEntities:
    'IP アドレス、アクセスキー、プリンシパル、ツール、ロードバランサーなどの全件。件数と、最初と最後のイベントの時刻が付きます。',
  aboutFindings: 'スター、タグ、メモを付けたものを、並べた順に出力します。',
  aboutLedger: 'すべてのファイルの取り込み結果と、読み取れなかったすべてのレコード。',
  aboutFigure: 'レーン、入れ子、固定、記録の欠落を含むタイムラインの画像。',
  ofSelection_other: '選択中: イベント {{count, number}} 件',
  ofFindings_other: '所見 {{count, number}} 件',
  ofCase: 'ケース全体',
  format: '形式',
  paper: '用紙',
  views: '次の保存済みビューのイベントも載せる',
  reportSecrets:
    '所見のレコードが載ります。セッショントークン、パスワードなどの秘密は伏せられます。',
  columns: '列',
  allColumns: 'すべて',
  tableColumns: '表の列',
  csvEvidence: '時刻、イベント ID、証拠内の位置は必ず付きます。',
  records: '生のレコード',
  withRecords: '各イベントに生のレコードを付ける',
  redact: 'レコード内の秘密を伏せる',
  secrets:
    '生のレコードにはセッショントークンやパスワードが含まれることがあります。伏せた値の数は各行に記録されます。',
  timesketch: 'スターとタグは Timesketch のタグになります。生のレコードは含みません。',
  manifest: 'ファイルの SHA-256 を記したマニフェストを隣に書き込みます。',
  busy: '別のエクスポートが進行中です。',
  nothingSelected: '選択されたイベントがありません。',
  noFindings: 'スター、タグ、メモはまだありません。',
  cancel: 'キャンセル',
  save: 'エクスポート…',
};
