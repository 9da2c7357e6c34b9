import type { credentials as english } from '../en/credentials.ts';
import type { Translated } from '../message-key.ts';

export const credentials: Translated<typeof english> = {
  title: 'AWS からインポート',
  connect: '接続',
  back: '戻る',
  cancel: 'キャンセル',
  stop: '停止',
  credentials: '認証情報',
  profile: 'プロファイル {{name}} ({{kind}})',
  environment: '環境変数',
  noEnvironment: '環境変数 (未設定)',
  pasted: 'クリップボードのキー (このセッションのみ)',
  machine: 'このマシンのロール (EC2 インスタンス、コンテナ)',
  paste: 'キーを貼り付け',
  clipboardEmpty: 'クリップボードに、シークレットの付いたアクセスキーがありません。',
  temporaryKey: '{{key}} (一時キー)',
  pasteHint:
    'AWS に表示されたままコピーしてください。キーはこのページの外のメモリにのみ置かれます。',
  mfaCode: 'MFA コード',
  mfaOf: 'デバイス: {{device}}',
  region: 'リージョン',
  askIdentity: '先に、誰の認証情報かを AWS に問い合わせる',
  connectAsking:
    '「接続」は認証情報を取得し、STS GetCallerIdentity を呼び出します (すべてのアイデンティティに許可されています)。それ以外はまだ問い合わせません。',
  connectOnly:
    '「接続」は認証情報を取得するだけで、誰のものかは問い合わせません。それ以外もまだ問い合わせません。',
  pasteFirst: '先にキーを貼り付けてください。',
  askedAs: '問い合わせの名義',
  notAsked: '問い合わせていません',
  notKnown: '不明: {{reason}}',
  account: 'アカウント',
  accessKey: 'アクセスキー',
  logged: 'これ以降の問い合わせは、問い合わせ先のアカウントでこの名義で記録されることがあります。',
  reading: '利用できる認証情報を確認しています…',
  getting: '認証情報を取得しています…',
};
