import type { english } from './english.ts';
import { colour } from './ja/colour.ts';
import { keys } from './ja/keys.ts';
import { shell } from './ja/shell.ts';
import { ui } from './ja/ui.ts';
import { window } from './ja/window.ts';
import type { Translated } from './message-key.ts';

/** Every text of the window in Japanese. AWS's terms are those of its Japanese console. */
export const japanese: {
  readonly [Room in keyof typeof english]: Translated<(typeof english)[Room]>;
} = { colour, keys, shell, ui, window };
