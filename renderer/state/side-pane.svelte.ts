export const sides = ['details', 'findings'] as const;
export type Side = (typeof sides)[number];

/** What the pane beside timeline and table shows. */
export class SidePane {
  #shown: Side = $state('details');

  get shown(): Side {
    return this.#shown;
  }

  show(side: Side): void {
    this.#shown = side;
  }
}
