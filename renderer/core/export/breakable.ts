import { html } from './html.ts';
import type { Html } from './html.ts';

/** Shorter texts than this fit any column whole. */
const shortText = 25;

/**
 * An identifier that breaks into lines where it has parts: `ModifyLoadBalancer|Attributes`. Each
 * place to break costs the printed page 200 bytes for its structure: short texts have none.
 */
export function breakable(text: string): Html {
  if (text.length < shortText) return html`${text}`;
  const parts = text.split(/(?<=[./:_@])|(?<=[a-z])(?=[A-Z])/u);
  return html`${parts.map((part, place) => (place === 0 ? html`${part}` : html`<wbr />${part}`))}`;
}
