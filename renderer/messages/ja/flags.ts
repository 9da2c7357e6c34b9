import type { flags as english } from '../../core/words/flags.ts';
import type { Translated } from '../message-key.ts';

export const flags: Translated<typeof english> = {
  root: 'ルートユーザーによる変更',
  rootAttempt: 'ルートユーザーによる変更の試み（拒否または失敗）',
  noMfa: 'MFA なしのコンソール利用',
  consoleInCli: 'コンソールの認証情報を CLI または SDK で使用',
  severalNetworks: '1 つのキーを 1 時間以内に複数のネットワークから使用',
  severalSystems: '1 つのキーを 1 時間以内に複数の OS で使用',
  sharedAddress: 'ほかのアクターも使用しているアドレス',
  movedToken: '発行先とは異なるアドレスからセッションのキーを使用',
  movedInstance: 'インスタンスの認証情報を複数のネットワークから使用',
  newTool: 'このプリンシパルで初めて確認されたツール',
  newAddress: 'このプリンシパルで初めて確認されたアドレス',
  persistence: '再侵入の手段を残す呼び出し',
  persistenceUsed: '再侵入の手段の作成と、30 分以内の最初の使用',
  persistenceAttempt: '再侵入の手段を残す試み（拒否または失敗）',
  roleChain: '別のロールを経由して引き受けたロール',
  crossAccount: '別のアカウントで引き受けたロール',
  attackTool: '攻撃用に作られたツールまたはシステム',
  oddCommand: '呼び出しと一致しないコマンド',
  noMfaLimit: 'ID プロバイダー経由のサインインでは、MFA はそこで行われます。',
  severalNetworksLimit:
    'ネットワークは /24（IPv6 では /48）のブロックです。同じツールが IPv4 と IPv6 の間を行き来する場合は 1 つと数えます。',
  movedInstanceLimit: 'どのアドレスが AWS のものかは判定していません。',
  firstDayLimit: 'ケース内でプリンシパルが最初に確認されてから 1 日後以降を対象とします。',
  attackToolLimit: 'ユーザーエージェントは呼び出し元が書くため、手がかりであり証明ではありません。',
  oddCommandLimit:
    'ユーザーエージェントは呼び出し元が書きます。また、1 つのコマンドが複数の呼び出しを行うことがあります。',
  high: '高',
  medium: '中',
  info: '情報',
};
