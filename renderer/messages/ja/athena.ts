import type { athena as english } from '../en/athena.ts';
import type { Translated } from '../message-key.ts';

export const athena: Translated<typeof english> = {
  asksFor: '検索条件',
  everything: 'すべてのイベント',
  elbEvents: 'ELB イベント: {{query}}',
  allEvents: 'すべてのサービス: {{query}}',
  elbOnly: 'すべての ELB イベント',
  formNote:
    'Athena は S3 にある証跡を SQL で検索し、見つかったイベントだけを取り込みます。条件にはウィンドウのフィルターを使います。変更するにはフィルターを編集するか、イベントの詳細またはエンティティのカードから検索してください。AWS の料金はスキャンしたデータ量で決まります。ステートメントを確認するまでクエリは実行されません。',
  list: 'ワークグループを一覧表示',
  listNote:
    'Athena にはまだ何も要求していません。次に、ワークグループ、データカタログ、データベース、テーブルを一覧表示します。ログは読み取りません。',
  listing: '一覧を取得しています…',
  workGroup: 'ワークグループ',
  catalog: 'データソース',
  database: 'データベース',
  table: 'テーブル',
  choose: '選択…',
  engine: '{{engine}}。',
  limit:
    '{{bytes}} (定価で {{dollars}}) を超えてスキャンするクエリは、ワークグループによってキャンセルされます。',
  noLimit: 'このワークグループにはスキャン量の制限がありません。',
  results: '結果の保存先: {{place}}',
  managed: 'クエリ結果は Athena マネージドで、24 時間保持されます。',
  output: '結果の保存先',
  outputNote:
    'このワークグループには結果の保存先が設定されていません。Athena が書き込める S3 の場所を指定してください。',
  noTrail:
    'このテーブルには eventtime、eventsource、eventname のいずれかがなく、CloudTrail のレコードではありません。別のテーブルを選択するか、新しく作成してください。',
  makeTable: 'テーブルを作成…',
  noTable: '既存のテーブルを使用',
  make: 'CREATE TABLE を実行',
  makeNote:
    '証跡のログに対するテーブルを、アカウント、リージョン、日付によるパーティション射影付きで作成します。ステートメントを実行するとデータカタログにテーブルが追加されます。ログの読み取り、移動、コピーは行われず、料金もかかりません。',
  trailPlace: '証跡のフォルダ',
  trailPlaceNote: 'AWSLogs/ まで。組織の証跡では、その下の組織 ID まで。',
  accounts: 'アカウント',
  regions: 'リージョン',
  firstDay: '最初の日',
  tableName: 'テーブル名',
  faultPlace:
    'フォルダを s3://bucket/prefix/AWSLogs/ の形式で指定してください。組織の証跡では末尾に o-… を付けます。',
  faultAccounts: 'アカウント ID を 12 桁で指定してください。',
  faultRegions: 'リージョンを eu-west-1 のように指定してください。',
  faultFirstDay: '証跡の最初の日を指定してください。',
  faultName: '名前は小文字の英字、数字、アンダースコアで指定してください。',
  from: '開始',
  to: '終了',
  spanNote: '{{start}} から {{end}} までのイベント。',
  lateDays: '配信の遅れ (日)',
  lateDaysNote: 'ログは配信された日のフォルダにあるため、この日数だけ後まで検索します。',
  all: 'すべて',
  byTimeNot:
    'テーブルに、時刻として解釈できるパーティションキーがありません。期間にかかわらず証跡全体がスキャンされます。',
  otherKeys: '条件のないパーティションキー: {{names}}',
  missingKeys:
    'このテーブルのクエリでは {{names}} の値を必ず指定する必要があります。上で指定してください。',
  beginsAt:
    'このテーブルは {{first}} から始まります。それより前のログは存在していても見つかりません。',
  findsMore: 'より多くのイベントが見つかります。取り込み後にフィルターで絞り込まれます',
  findsNamed:
    'レコード自体に名前があるイベントだけが見つかります。ケース内で関連付けられたイベントは含まれません',
  findsWord: 'レコード全体から検索します',
  findsNot: 'ステートメントには含まれません。取り込み後にフィルターで絞り込んでください',
  findsSame: '同じイベントが見つかります',
  statement: 'SQL',
  edited: '手動で変更されています。上の選択は反映されません。',
  ownAgain: '書き直す',
  costUnknown: 'スキャン量は実行するまで分かりません。',
  costLimit: '最大 {{bytes}}、1 テラバイトあたり 5 ドルの定価で {{dollars}}。',
  costNoLimit: '定価は 1 テラバイトあたり 5 ドル、最小 10 メガバイトです。',
  run: 'クエリを実行',
  starting: 'クエリを開始しています…',
  queued: 'クエリは Athena のキューで待機しています…',
  runningRead: 'クエリを実行しています: {{bytes}} スキャン済み…',
  failed: 'Athena はステートメントを実行できませんでした: {{reason}}',
  failedAt: 'Athena はステートメントを実行できませんでした: {{reason}} {{line}} 行目: {{text}}',
  failedWay: 'ステートメントまたは対象を変更して、もう一度実行してください。',
  failedLimitWay:
    '期間を短くするか、アカウントまたはリージョンを減らすか、制限の大きいワークグループを選択してください。',
  noResult: 'Athena が結果の保存先の S3 を返しませんでした。',
  noResultWay:
    '結果を S3 に書き込むか、Athena マネージドの結果を使うワークグループを選択してください。',
  goneResult: '結果は {{place}} にもうありません。',
  goneResultWay:
    'クエリをもう一度実行してください。バケットのライフサイクルルールで結果が削除されることがあります。',
  read: '{{bytes}} スキャン、定価で {{dollars}}。',
  resultSize: '結果のサイズは {{bytes}}: {{place}}',
  twice:
    'ログファイルから取り込み済みのイベントは、結果の行と並べて保持され、印が付きます。形式が異なるため、同一の配信とは判定できません。',
  execution: 'クエリ {{id}}',
  managedResult:
    'クエリ結果は Athena に 24 時間保持されます。athena:GetQueryResults で行ごとに読み取ります。',
  import: '結果を取り込む ({{size}})',
  importManaged: '結果を取り込む',
  notWhole: 'クエリ結果を最後まで読み取れませんでした',
  askAthena: 'Athena で検索',
  askAthenaOf: 'Athena で検索: {{tie}}',
  nothingToAsk: 'Athena で検索する対象がありません',
  askAthenaHint: '取り込んだ範囲の外も含め、このエンティティの操作を AWS の証跡から検索します',
};
