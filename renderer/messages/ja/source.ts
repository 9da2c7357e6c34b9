import type { source as english } from '../en/source.ts';
import type { Translated } from '../message-key.ts';

export const source: Translated<typeof english> = {
  imported: 'インポート済み',
  partly: '一部インポート',
  unreadable: '読み取り不可',
  skipped: 'CloudTrail 以外、対象外',
  duplicate: 'ケースに取り込み済み',
  archive: 'アーカイブ',
};
