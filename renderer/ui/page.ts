/** Sets a `data-` attribute of the page's root element. */
export function markPage(name: string, value: string): void {
  document.documentElement.dataset[name] = value;
}

/** Sets the window's title. */
export function titlePage(title: string): void {
  document.title = title;
}
