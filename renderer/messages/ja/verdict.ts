import type { verdict as english } from '../../core/words/verdict.ts';
import type { Translated } from '../message-key.ts';

export const verdict: Translated<typeof english> = {
  altered: '改変あり',
  unlisted: '記載なし',
  distrusted: '信頼できない記録に記載',
  unchecked: '比較不可',
  uncovered: '対象外',
  consistent: '矛盾なし',
  proven: '証明済み',
  changed: 'インポート後に変更',
  gone: 'データなし',
  alteredMeans: '内容が、CloudTrail のダイジェストまたは署名ファイルに記録されたものと異なります。',
  unlistedMeans:
    '配信時刻を対象とするダイジェスト、または同じ場所の署名ファイルがありますが、どれにも記載されていません。',
  distrustedMeans:
    'ハッシュはダイジェストまたは署名ファイルに記載されていますが、それ自体が CloudTrail の書いたとおりではありません。',
  uncheckedMeans: '内容を取得できないため、比較できません。',
  uncoveredMeans: '配信時刻を対象とするダイジェストが証拠に含まれていません。',
  consistentMeans:
    'ハッシュはダイジェストまたは署名ファイルに記載されています。署名は検証できなかったため、両方が変更されていても検出できません。矛盾はありませんが、証明されたものではありません。',
  provenMeans:
    'CloudTrail が署名したダイジェストもしくは署名ファイル、または署名済みダイジェストがハッシュを記載しているダイジェストに、このファイルのハッシュが記載されています。',
};
