import type { aws as english } from '../en/aws.ts';
import type { Translated } from '../message-key.ts';

export const aws: Translated<typeof english> = {
  source: '読み込み元',
  s3: 'S3 バケット',
  history: 'イベント履歴',
  athena: 'Athena',
  attribute: 'ルックアップ属性',
  allEvents: 'すべての管理イベント',
  value: '属性の値',
  days: '期間',
  daysTo: '～',
  daysHint:
    'UTC の日付です。CloudTrail は、証跡の有無にかかわらず、どのアカウントでも過去 90 日間の管理イベントを保持しています。',
  attributeHint: '値は全体が一致する必要があり、大文字と小文字が区別されます。',
  historyWrong:
    '検索する値を入力し、過去 90 日以内の期間を指定してください。開始日は終了日以前にしてください。',
  historyNothingAsked:
    'イベント履歴にはまだアクセスしていません。リージョンごとに LookupEvents (cloudtrail:LookupEvents) で読み込みます。',
  regions: 'リージョン',
  allValues: 'すべて ({{count, number}})',
  noValues: 'なし',
  listRegions: '有効なリージョンを取得',
  listRegionsHint:
    'ここにあるのは、すべてのアカウントで有効なリージョンです。ほかのリージョンは Account Management (account:ListRegions) で取得します。',
  listingRegions: '有効なリージョンを取得しています…',
  known_other:
    '{{count, number}} 個のリージョンは、指定した範囲がこのケースに取り込み済みのため、再度は読み込みません。',
  goingOn_other:
    '{{count, number}} 個のリージョンは、以前のインポートで不足している範囲だけを読み込みます。',
  pace: 'CloudTrail への LookupEvents リクエストは、リージョンごとに毎秒 2 回、1 回あたり 50 イベントまでです (リージョンごとに毎分最大 6,000 イベント)。',
  lookUp_other: '{{count, number}} 個のリージョンからインポート',
  historyNotWhole_other:
    '{{count, number}} 個のリージョンのイベント履歴を最後まで読み込めませんでした',
  tryAgain: 'もう一度お試しください。',
  goOn: '続行…',
};
