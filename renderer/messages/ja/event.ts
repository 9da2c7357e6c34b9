import type { event as english } from '../en/event.ts';
import type { Translated } from '../message-key.ts';

export const event: Translated<typeof english> = {
  nothingOf: 'イベント名がこのレコードにありません',
  resultDenied: '拒否',
  resultThrottled: 'スロットリング',
  resultFailed: '失敗',
  resultUnknown: 'このエクスポートにはエラーコードがありません',
  resultWrite: '成功（変更を行う呼び出し）',
  resultRead: '成功（読み取りのみの呼び出し）',
  within: '内部',
  system: 'システム',
  command: 'コマンド',
  environment: '実行環境',
  credentialSource: '認証情報の取得元',
  lacks:
    '{{fields}} を含まないエクスポート（{{shape}}）から読み取りました。これらがないことは、呼び出しについて何も示しません。',
  attackTool: 'ユーザーエージェントが、攻撃用に作られたツールまたはシステムを示しています。',
  oddCommand: 'ユーザーエージェントのコマンド {{command}} は、この呼び出しと一致しません。',
  byService: 'AWS のサービスが代理で行った呼び出しです。',
  accessByName:
    '読み取りのみかどうかはイベント名から判断しました。レコードには記載されていません。',
  timeFromEnvelope:
    'レコードに有効な eventTime がありません。表示の時刻は @timestamp またはエンベロープのものです。',
  sameIdOtherContent:
    '同じ eventID で内容の異なる別のレコードがあります。両方とも保持されています。',
  idMissing: 'レコードに eventID がないため、自身のコピーと区別できません。',
  idIsHashed: 'eventID が GUID ではありません。',
};
