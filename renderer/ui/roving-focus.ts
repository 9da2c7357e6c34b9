import type { Attachment } from 'svelte/attachments';
import { moveFocus } from './focus.ts';

/**
 * Makes a long list one stop of the Tab key: the arrow keys move between what is marked `data-item`,
 * Home and End lead to its ends, and the one that had the focus last is where Tab comes back to. Left
 * and right move between an item and the buttons that share its `li`. What is marked, and those
 * buttons, are to be written with `tabindex="-1"`.
 */
export const rovingFocus: Attachment<HTMLElement> = (list) => {
  const itemsOf = () => [...list.querySelectorAll<HTMLElement>('[data-item]')];

  function stopAt(item: HTMLElement): void {
    for (const one of list.querySelectorAll<HTMLElement>('[data-item][tabindex="0"]')) {
      one.tabIndex = -1;
    }
    item.tabIndex = 0;
  }

  function keepStop(): void {
    const [first] = itemsOf();
    if (first !== undefined && list.querySelector('[data-item][tabindex="0"]') === null) {
      first.tabIndex = 0;
    }
  }

  function focused({ target }: FocusEvent): void {
    if (target instanceof HTMLElement && target.matches('[data-item]')) stopAt(target);
  }

  function press(event: KeyboardEvent): void {
    const { target, key } = event;
    if (!(target instanceof HTMLElement) || target.matches('input') || event.altKey) return;
    const row = target.closest('li');
    if (key === 'ArrowRight' || key === 'ArrowLeft') {
      const beside = row?.querySelectorAll<HTMLElement>('button') ?? [];
      moveFocus([...beside], key === 'ArrowRight' ? 1 : -1);
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      if (!target.matches('[data-item]')) row?.querySelector<HTMLElement>('[data-item]')?.focus();
      moveFocus(itemsOf(), key === 'ArrowDown' ? 1 : -1);
    } else if (key === 'Home' || key === 'End')
      itemsOf()
        .at(key === 'Home' ? 0 : -1)
        ?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const watching = new MutationObserver(keepStop);
  watching.observe(list, { childList: true, subtree: true });
  list.addEventListener('focusin', focused);
  list.addEventListener('keydown', press);
  keepStop();
  return () => {
    watching.disconnect();
    list.removeEventListener('focusin', focused);
    list.removeEventListener('keydown', press);
  };
};
