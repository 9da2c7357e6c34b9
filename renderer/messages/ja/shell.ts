import type { shell as english } from '../en/shell.ts';
import type { Translated } from '../message-key.ts';

export const shell: Translated<typeof english> = {
  settings: '設定',
  theme: 'テーマ',
  themeSystem: 'システムに合わせる',
  themeLight: 'ライト',
  themeDark: 'ダーク',
  language: '言語',
  languageSystem: 'システムに合わせる',
};
