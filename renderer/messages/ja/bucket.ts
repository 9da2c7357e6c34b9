import type { bucket as english } from '../en/bucket.ts';
import type { Translated } from '../message-key.ts';

export const bucket: Translated<typeof english> = {
  address: 'バケットとプレフィックス',
  wrong: 'この名前のバケットはありません。s3://bucket/prefix/ の形式で入力してください。',
  readAs: '{{place}} と解釈します',
  hint: '証跡は、プレフィックスの AWSLogs フォルダーの上下どこにあっても認識されます。',
  endpoint: 'エンドポイント',
  endpointHint: '空欄は AWS。S3 互換ストアの場合はそのアドレス',
  pathStyle: 'バケット名をパスに含める (パス形式)',
  requesterPays: '料金を負担する (リクエスタ支払い)',
  inRegion: '({{region}})',
  atEndpoint: '({{region}}、{{endpoint}})',
  nothingAsked:
    'バケットにはまだ何も問い合わせていません。次に、アカウント、リージョン、日付を調べるためにフォルダーを一覧表示します (s3:ListBucket)。何も取得せず、書き込みも一切行いません。',
  goingOn:
    '中断したインポートの対象オブジェクトです。一覧は取得し直さず、取得済みのものは再取得しません。',
  toFetch_other: '取得するオブジェクト: {{count, number}} 個、{{bytes}}。',
  known_other:
    'ほかの {{count, number}} 個は、同じ ETag とサイズのものがこのケースにあるため、再取得しません。',
  archived_other:
    '{{count, number}} 個は Glacier にアーカイブされています。復元されていないものは台帳に記載されます。',
  nothing: 'この選択に該当するものがありません。プレフィックスと日付を確認してください。',
  noTrail:
    'このプレフィックスの下に証跡 (AWSLogs/アカウント/CloudTrail/) はありません。プレフィックスで始まるすべてのオブジェクトを一覧表示し、種類は内容から判別します。',
  accounts: 'アカウント',
  regions: 'リージョン',
  kinds: 'ファイルの種類',
  from: '開始',
  to: '～',
  daysHint:
    'UTC、配信日による区分です。1 日の最後のイベントは翌日のフォルダーにあることがあります。',
  lookedFor_other:
    '{{trails, number}} 個のうち {{count, number}} 個のフォルダーで日付を調べました。',
  listFolders: 'フォルダーを一覧表示',
  countObjects: 'オブジェクトを数える',
  import_other: '{{count, number}} 個のオブジェクトをインポート',
  listingFolders: 'フォルダーを一覧表示しています…',
  listing_other: 'オブジェクトを一覧表示しています: {{count, number}} 個、{{bytes}}…',
};
