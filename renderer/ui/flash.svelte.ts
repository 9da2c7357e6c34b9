const shownFor = 1200;

/** A word that shows for a moment, such as "Copied". */
export class Flash {
  #text = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Empty when the moment is over. */
  get text(): string {
    return this.#text;
  }

  show(text: string): void {
    clearTimeout(this.#timer);
    this.#text = text;
    this.#timer = setTimeout(() => {
      this.#text = '';
    }, shownFor);
  }
}
