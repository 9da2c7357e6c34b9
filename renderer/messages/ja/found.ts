import type { found as english } from '../../core/words/found.ts';
import type { Translated } from '../message-key.ts';

export const found: Translated<typeof english> = {
  accountWide: 'なし: この呼び出しはロードバランサーを指定しません（アカウント全体）',
  deniedUnnamed: '不明: 拒否された呼び出しにリソースが記載されていません',
  from: '{{rule}}から判定',
  fromBecause: '{{rule}}から判定: {{why}}',
  noLoadBalancer: '呼び出しが指定する「{{text}}」はロードバランサーではありません',
  madeAgain: '削除後、{{time}} に再作成',
  noneNamed: 'この名前のロードバランサーは確認されていません',
  severalNamed: 'この名前のロードバランサーが複数確認されています',
  onlyOne: 'その時点でこの名前を持つ唯一のロードバランサー',
  noneThen: 'その時点でこの名前のロードバランサーは確認されていません',
  severalThen: 'その時点でこの名前のロードバランサーが複数確認されています',
  groupLinked: 'ターゲットグループは{{links}}関連付け',
  storeLinked: 'トラストストアは{{links}}関連付け',
  linkedBy: ' {{time}} の {{name}} により',
  linkedAt: ' {{time}} に',
  sinceDeleted: '{{link}}（その後削除）',
  afterThis: '{{link}}（このイベントより後）',
  notLinked: 'ロードバランサーとの関連を示すイベントがケース内にありません',
  and: '{{first}}、および{{second}}',
  also: '{{first}}; {{second}}',
};
