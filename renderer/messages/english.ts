import { colour } from './en/colour.ts';
import { keys } from './en/keys.ts';
import { shell } from './en/shell.ts';
import { ui } from './en/ui.ts';
import { window } from './en/window.ts';

/** Every text of the window in English, by room. The other languages have the same entries. */
export const english = { colour, keys, shell, ui, window };
