export const sides = ['details', 'findings'] as const;
export type Side = (typeof sides)[number];

/** What the pane beside timeline and table shows. */
export class SidePane {
  #shown: Side = $state('details');
  #isShut = $state(false);

  get shown(): Side {
    return this.#shown;
  }

  /** The pane is put away, and timeline and table have its room. */
  get isShut(): boolean {
    return this.#isShut;
  }

  /** Shows a side, and opens the pane for it. */
  show(side: Side): void {
    this.#shown = side;
    this.#isShut = false;
  }

  /** Puts the pane away, or brings it back as it was. */
  toggle(): void {
    this.#isShut = !this.#isShut;
  }
}
