import type { table as english } from '../en/table.ts';
import type { Translated } from '../message-key.ts';

export const table: Translated<typeof english> = {
  events: 'イベント',
  columns: '列',
  moveLeft: '「{{column}}」を左へ移動',
  moveRight: '「{{column}}」を右へ移動',
  starAndTags: 'スターとタグ',
  sortBy: '「{{column}}」で並べ替え',
  timeIn: '{{time}} ({{zone}})',
  card: 'カード: 時期、回数、一緒に現れたもの',
  starred: 'スター付き',
  notYet: '最初のイベントは、保存されしだい表示されます。',
  noElb: 'このケースに Elastic Load Balancing のイベントはありません',
  ofOthers_other: '他のサービスのイベントが {{count, number}} 件あります。',
  noMatch: 'フィルターに一致するイベントはありません',
  narrower: '条件を 1 つ外すか、前のフィルターに戻してください。',
  wider: 'すべてのサービスを表示するか、条件を 1 つ外すか、前のフィルターに戻してください。',
  back: '前のフィルターに戻る',
  showAll: 'すべてのサービスを表示',
  notLoaded: '行を読み込めませんでした',
  notLoadedWayOut: 'スクロールするかフィルターを変更すると、もう一度読み込みます。',
};
