import type { who as english } from '../../core/words/who.ts';
import type { Translated } from '../message-key.ts';

export const who: Translated<typeof english> = {
  nobody: '記載なし',
  role: 'ロール {{name}}',
  ssoRole: 'SSO ロール {{name}}',
  user: 'ユーザー {{name}}',
  root: 'ルートユーザー',
  federatedUser: 'フェデレーションユーザー {{name}}',
  service: 'サービス {{name}}',
  otherAccount: '別アカウントのプリンシパル {{name}}',
  samlUser: 'SAML ユーザー {{name}}',
  webIdentityUser: 'ウェブ ID ユーザー {{name}}',
  identityCenterUser: 'Identity Center ユーザー {{name}}',
  asItStands: '{{name}}',
  session: 'セッション {{name}}',
  account: 'アカウント {{account}}',
  partition: 'パーティション {{partition}}',
  mfa: 'MFA あり',
  noMfa: 'MFA なし',
  console: 'コンソールセッション',
  both: '{{first}}、{{second}}',
};
