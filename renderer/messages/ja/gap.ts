import type { gap as english } from '../../core/words/gap.ts';
import type { Translated } from '../message-key.ts';

export const gap: Translated<typeof english> = {
  warning: 'イベントがないことは、操作がなかったことを意味しません。',
  noAccount: 'アカウントなし',
  noRegion: 'リージョンなし',
  silent: '{{region}} における {{account}} のイベントがありません',
  missing_other:
    '{{region}} における {{account}} のログファイルが {{count, number}} 件不足しています',
  named:
    'CloudTrail のダイジェストに記載された {{key}} が証拠に含まれていません。不足しているファイルを収集してください。',
  namedAndMore:
    'CloudTrail のダイジェストに記載された {{key}} ほか {{more, number}} 件が証拠に含まれていません。不足しているファイルを収集してください。',
  aTrail: 'ある証跡',
  trail: '証跡 {{trail}}',
  off: '{{account}} の{{trail}}が停止していました',
  noReads: '{{account}} の{{trail}}は読み取りを記録していませんでした',
  noWrites: '{{account}} の{{trail}}は書き込みを記録していませんでした',
  span: '{{start}} から {{end}} まで、{{duration}}',
  open: '{{start}} から。終わりは証拠にありません',
  openFor: '{{start}} から少なくとも {{duration}}。終わりは証拠にありません',
  usual:
    'それ以外の時間には、10 分間ごとに見て 100 のうち {{share, number}} に、このアカウントとリージョンのイベントがあります。',
  usualOnDays:
    'それ以外の時間には、10 分間ごとに見て 100 のうち {{share, number}} に、このアカウントとリージョンのイベントがあります。他の日の同じ時間帯: ケース内の {{compared, number}} 日のうち {{spoken, number}} 日にイベントがあります。',
  usualInSpans:
    'それ以外の時間には、10 分間ごとに見て 100 のうち {{share, number}} に、このアカウントとリージョンのイベントがあります。他の {{length, number}} 日間: ケース内の {{compared, number}} 期間のうち {{spoken, number}} 期間にイベントがあります。',
  atStart: '{{usual}}この期間はその最初のイベントより前です。',
  atEnd: '{{usual}}この期間はその最後のイベントより後です。',
  notEnded:
    '{{start}} で始まりました。終わらせた呼び出しはケース内にありません。その間、他の証跡が記録していた可能性があります。',
  ended:
    '{{start}} で始まり、{{end}} で終わりました。その間、他の証跡が記録していた可能性があります。',
};
