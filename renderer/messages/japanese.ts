import type { english } from './english.ts';
import { shell } from './ja/shell.ts';
import { window } from './ja/window.ts';
import type { Translated } from './message-key.ts';

/** Every text of the window in Japanese. AWS's terms are those of its Japanese console. */
export const japanese: {
  readonly [Room in keyof typeof english]: Translated<(typeof english)[Room]>;
} = { shell, window };
