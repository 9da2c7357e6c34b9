import type { query as english } from '../../core/words/query.ts';
import type { Translated } from '../message-key.ts';

export const query: Translated<typeof english> = {
  noTimeBetween: 'after と before の間に時間がありません。',
  noValue: '{{name}}: の後に値がまだありません。',
  notLeftOut: '{{name}}: は除外できません。「-」を外してください。',
  noField:
    '{{name}} というフィールドはありません: {{names}}。引用符で囲んで "{{name}}:…" とすると、テキストとして検索します。',
  noScope: '{{value}} という範囲はありません: {{scopes}}。',
  noTime:
    '{{value}} は時刻として読み取れません。2026-05-01、2026-05-01T10:00、2026-05-01T10:00:00Z のように入力してください。',
  noSuchValue: '{{value}} は {{field}} の値ではありません: {{values}}。',
  noText: 'レコード内で検索するテキストがありません。',
  noEventId:
    '{{value}} は完全なイベント ID（例: 6f1e8a52-0000-4000-8000-0123456789ab）ではありません。その他の ID や ID の一部は {{condition}} で検索できます。',
  noAddress:
    '{{value}} はアドレスではありません。0～255 の数字 4 つで入力してください。引用符で囲むと、そのままの文字列として検索します。',
  noBlock:
    '{{value}} はアドレスブロックではありません。アドレス、スラッシュ、0～32（IPv6 は 128 まで）の順に入力してください。',
};
