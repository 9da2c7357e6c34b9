import type { outcome as english } from '../en/outcome.ts';
import type { Translated } from '../message-key.ts';

export const outcome: Translated<typeof english> = {
  read: '読み取り',
  write: '書き込み',
  failed: '失敗',
  denied: '拒否',
};
