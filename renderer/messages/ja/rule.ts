import type { rule as english } from '../../core/words/rule.ts';
import type { Translated } from '../message-key.ts';

export const rule: Translated<typeof english> = {
  none: 'なし',
  'load balancer ARN in the request': 'リクエストのロードバランサー ARN',
  'load balancer name in the request': 'リクエストのロードバランサー名',
  'listener ARN': 'リスナー ARN',
  'rule ARN': 'ルール ARN',
  'target group ARN': 'ターゲットグループ ARN',
  'target group name in the request': 'リクエストのターゲットグループ名',
  'trust store ARN': 'トラストストア ARN',
  'load balancer ARN in the response': 'レスポンスのロードバランサー ARN',
  'target group ARN in the response': 'レスポンスのターゲットグループ ARN',
  'ARN in errorMessage': 'errorMessage 内の ARN',
  'ARN in resources': 'resources 内の ARN',
  'trust store in the response': 'レスポンスのトラストストア',
  'other resource ARN': 'その他のリソース ARN',
  'trust store name in the request': 'リクエストのトラストストア名',
};
