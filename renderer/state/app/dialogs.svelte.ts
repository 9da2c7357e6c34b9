import type { CaseInfo } from '../case/case-list.svelte.ts';

/** A dialog that stands for itself; those that show some state open with it. */
export type ShownDialog =
  | { readonly kind: 'guide' | 'keys' | 'palette' | 'journal' | 'export' | 'keepView' | 'newCase' }
  | { readonly kind: 'renameCase' | 'saveCase' | 'deleteCase'; readonly info: CaseInfo };

/** Which dialog is on top of the window. */
export class Dialogs {
  #shown: ShownDialog | undefined = $state.raw();

  get shown(): ShownDialog | undefined {
    return this.#shown;
  }

  show(dialog: ShownDialog): void {
    this.#shown = dialog;
  }

  close(): void {
    this.#shown = undefined;
  }
}
