import { html } from './html.ts';
import type { Html } from './html.ts';

/** An identifier that breaks into lines where it has parts: `ModifyLoadBalancer|Attributes`. */
export function breakable(text: string): Html {
  const parts = text.split(/(?<=[./:_@])|(?<=[a-z])(?=[A-Z])/u);
  return html`${parts.map((part, place) => (place === 0 ? html`${part}` : html`<wbr />${part}`))}`;
}
