/** Sets a `data-` attribute of the page's root element. */
export function markPage(name: string, value: string): void {
  document.documentElement.dataset[name] = value;
}

/** Says what language the page's texts are in: fonts, hyphens and screen readers go by it. */
export function speakOnPage(language: string): void {
  document.documentElement.lang = language;
}

/** Sets the window's title. */
export function titlePage(title: string): void {
  document.title = title;
}
