import type { counts as english } from '../en/counts.ts';
import type { Translated } from '../message-key.ts';

export const counts: Translated<typeof english> = {
  events_other: 'イベント {{count, number}} 件',
  files_other: 'ファイル {{count, number}} 個',
  archives_other: 'アーカイブ {{count, number}} 個',
  evidenceFiles_other: '証拠ファイル {{count, number}} 個',
  findings_other: '{{count, number}} 件',
  more: '他 {{count, number}} 件',
  bytes_other: '{{count, number}} バイト',
};
