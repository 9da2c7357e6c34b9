import type { Attachment } from 'svelte/attachments';

/** Scrolls what is new on the screen into sight, as little as is needed. */
export const reveal: Attachment<HTMLElement> = (element) => {
  element.scrollIntoView({ block: 'nearest' });
};
