/** What a stretch of random acts is made from; everything that goes into the page is cloned. */
export interface RandomWork {
  readonly seed: number;
  readonly acts: number;
}

/**
 * Acts on the page by chance, as fast as it follows: what can be clicked, chosen, typed, dragged and
 * pressed, among it all that leads nowhere else (another case, a system dialog, AWS). Every few acts it
 * waits until nothing is under way, and between them it does not. Answers how often each kind of act
 * found something to act on. Runs in the page, so it may use nothing from outside itself.
 */
export async function actAtRandom({ seed, acts }: RandomWork): Promise<Record<string, number>> {
  let state = seed >>> 0;
  // mulberry32: the same seed gives the same acts.
  const chance = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = Math.imul(state ^ (state >>> 15), state | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return ((word ^ (word >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (count: number): number => Math.floor(chance() * count);
  const oneOf = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const done: Record<string, number> = {};

  const isThere = (element: Element): boolean =>
    element.getClientRects().length > 0 && !element.matches(':disabled');
  const all = (selector: string, within: ParentNode = document): HTMLElement[] =>
    [...within.querySelectorAll<HTMLElement>(selector)].filter(isThere);
  const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
  const idle = async (): Promise<void> => {
    do {
      await new Promise(requestAnimationFrame);
      await turn();
    } while (document.documentElement.dataset['idle'] !== 'true');
  };

  const press = (key: string, more: KeyboardEventInit = {}, on?: Element): void => {
    const target = on ?? document.activeElement ?? document.body;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }),
    );
  };
  const type = (field: HTMLElement | undefined, text: string, enter: boolean): boolean => {
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return false;
    field.focus();
    field.value = text;
    field.dispatchEvent(new InputEvent('input', { bubbles: true, data: text }));
    if (enter) press('Enter', {}, field);
    field.dispatchEvent(new Event('change', { bubbles: true }));
    if (enter || chance() < 0.5) field.blur();
    return true;
  };
  const choose = (select: HTMLElement | undefined): boolean => {
    if (!(select instanceof HTMLSelectElement)) return false;
    select.selectedIndex = below(select.options.length);
    select.dispatchEvent(new Event('change', { bubbles: true }));
    return true;
  };
  const click = (element: HTMLElement | undefined): boolean => {
    if (element === undefined) return false;
    element.focus();
    element.click();
    return true;
  };
  const closeDialogs = (): void => {
    for (const dialog of all('dialog[open]').reverse()) all('header button', dialog)[0]?.click();
  };
  const closeMenus = (): void => {
    const menu = all('[role="menu"] [role^="menuitem"], .panel input')[0];
    if (menu !== undefined) press('Escape', {}, menu);
  };

  const queries = [
    ...['is:starred', 'has:note', 'errorCode:*', 'event:Describe*', 'ip:10.0.0.0/8', 'boto3'],
    ...['-is:read', 'delete', 'nothing-like-this', '"', 'event:(', 'time>2026-03-10', 'アラート'],
  ];
  const notes = ['', 'seen before', 'ask the team', '漢字', 'x'.repeat(300), '<b>bold</b>', '=1+1'];
  const keys = [
    ...['ArrowUp', 'ArrowDown', 'ArrowDown', 'i', 'k', 'u', 'l', 'I', 'K', 'U', 'L', 'P', '[', ']'],
    ...['+', '-', '0', 's', 's', 's', 'w', 'v', 'a', '?', 'f', 'e', 't', 'n', 'Escape', 'F1'],
  ];
  const kinds: readonly (readonly [
    name: string,
    weight: number,
    act: () => boolean | Promise<boolean>,
  ])[] = [
    ['key', 20, () => (press(oneOf(keys) ?? 'Escape'), true)],
    ['wholeTime', 2, () => (press(')', { shiftKey: true, code: 'Digit0' }, document.body), true)],
    ['row', 12, () => click(oneOf(all('[role="grid"] .row')))],
    [
      'rowKey',
      6,
      () => {
        const grid = oneOf(all('[role="grid"]'));
        if (grid !== undefined)
          press(oneOf(['Home', 'End', 'PageDown', 'PageUp']) ?? 'End', {}, grid);
        return grid !== undefined;
      },
    ],
    ['heads', 2, () => click(oneOf(all('[role="columnheader"] button')))],
    ['facet', 8, () => click(oneOf(all('.value, .exclude, .card, h2 button, .more')))],
    ['condition', 8, () => click(oneOf(all('section.bar button')))],
    ['query', 6, () => type(all('#filter-text')[0], oneOf(queries) ?? '', true)],
    ['lanes', 5, () => choose(oneOf(all('[role="toolbar"] select')))],
    ['toolbar', 4, () => click(oneOf(all('[role="toolbar"] button, [role="radiogroup"] button')))],
    ['side', 12, () => click(oneOf(all('.side button:not(.ask button), .side summary')))],
    ['note', 5, () => type(oneOf(all('.side textarea')), oneOf(notes) ?? '', false)],
    [
      'tag',
      5,
      async () => {
        if (!click(oneOf(all('#event-tags, [aria-haspopup].tag')))) return false;
        await turn();
        const [field] = all('.marks .panel input');
        if (below(3) > 0) return type(field, `tag ${below(6)}`, true);
        return click(oneOf(all('.marks .panel button')));
      },
    ],
    ['finding', 4, () => click(oneOf(all('#findings button, #findings [draggable]')))],
    ['undo', 8, () => (press('z', { ctrlKey: true }, document.body), true)],
    ['redo', 5, () => (press('y', { ctrlKey: true }, document.body), true)],
    [
      'wheel',
      8,
      () => {
        const [lanes] = all('[role="application"]');
        const box = lanes?.getBoundingClientRect();
        const at = box && {
          clientX: box.x + chance() * box.width,
          clientY: box.y + chance() * 200,
        };
        const deltaY = below(2) === 0 ? 120 : -120;
        const more = { bubbles: true, cancelable: true, ctrlKey: below(2) === 0 };
        lanes?.dispatchEvent(new WheelEvent('wheel', { ...at, ...more, deltaY }));
        return lanes !== undefined;
      },
    ],
    [
      'drag',
      6,
      () => {
        const target = oneOf(
          all('[role="application"], .overview [role="slider"], [role="separator"]'),
        );
        const box = target?.getBoundingClientRect();
        if (target === undefined || box === undefined) return false;
        const more = { bubbles: true, cancelable: true, pointerId: 1, isPrimary: true, buttons: 1 };
        const at = {
          clientX: box.x + chance() * box.width,
          clientY: box.y + chance() * box.height,
        };
        const to = { clientX: at.clientX + below(200) - 100, clientY: at.clientY + below(60) - 30 };
        target.dispatchEvent(new PointerEvent('pointerdown', { ...more, ...at }));
        target.dispatchEvent(new PointerEvent('pointermove', { ...more, ...to }));
        target.dispatchEvent(new PointerEvent('pointerup', { ...more, ...to, buttons: 0 }));
        return true;
      },
    ],
    // Views, time zone, settings and columns; not the case's own menu, nor what imports.
    [
      'menu',
      14,
      async () => {
        const menus = all('header.bar > .menu > button, .chooser .menu > button').slice(1);
        const menu = oneOf(menus);
        if (!click(menu)) return false;
        await turn();
        return click(oneOf(all('[role^="menuitem"]', menu?.parentElement ?? document)));
      },
    ],
    [
      'keepView',
      3,
      async () => {
        const [, views] = all('header.bar > .menu > button');
        click(views);
        await turn();
        click(all('[role="menuitem"]', views?.parentElement ?? document)[0]);
        await turn();
        const [field] = all('dialog[open] form input');
        if (!type(field, `view ${below(9)}`, false)) return false;
        (field as HTMLInputElement).form?.requestSubmit();
        return true;
      },
    ],
    ['open', 3, () => click(oneOf(all('header.bar > button, footer.bar button')))],
    [
      'inDialog',
      12,
      () => {
        const [dialog] = all('dialog[open]');
        if (dialog === undefined) return false;
        const control = oneOf(
          all('[role="tab"], [role="radio"], input, select, summary, .body [role="row"]', dialog),
        );
        if (control instanceof HTMLSelectElement) return choose(control);
        const isText = control instanceof HTMLInputElement && control.type === 'text';
        return isText ? type(control, oneOf(notes) ?? '', true) : click(control);
      },
    ],
    ['leave', 8, () => (closeMenus(), closeDialogs(), true)],
  ];
  const weights = kinds.reduce((sum, [, weight]) => sum + weight, 0);

  for (let act = 0; act < acts; act++) {
    let left = below(weights);
    const kind = kinds.find(([, weight]) => (left -= weight) < 0);
    if (kind !== undefined && (await kind[2]())) done[kind[0]] = (done[kind[0]] ?? 0) + 1;
    if (act % 7 === 0) await idle();
    else await turn();
  }
  closeMenus();
  closeDialogs();
  await idle();
  return done;
}
