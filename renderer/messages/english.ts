import { shell } from './en/shell.ts';
import { window } from './en/window.ts';

/** Every text of the window in English, by room. The other languages have the same entries. */
export const english = { shell, window };
