import type { colour as english } from '../en/colour.ts';
import type { Translated } from '../message-key.ts';

export const colour: Translated<typeof english> = {
  red: '赤',
  orange: 'オレンジ',
  yellow: '黄',
  green: '緑',
  teal: '青緑',
  blue: '青',
  purple: '紫',
};
