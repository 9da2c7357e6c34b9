import type { EntryOf } from '../../messages/message-key.ts';
import { message } from '../../messages/message.svelte.ts';

/** The id of the text field that the filter key leads to. */
export const filterInputId = 'filter-text';
/** The ids of the parts that commands lead to. */
export const noteInputId = 'event-note';
export const tagButtonId = 'event-tags';
/** The button that puts the pane beside the timeline away, or brings it back: there is one at a time. */
export const sideButtonId = 'side-pane';
export const findingsListId = 'findings';
export const folderInputId = 'import-folder';
export const filesInputId = 'import-files';
export const caseFileInputId = 'open-case-file';

/** A command, with the keys that give it. */
export interface Binding {
  readonly command: EntryOf<'keys'>;
  /** As they stand on the keyboard; none where only menus and the palette give it. */
  readonly keys: readonly string[];
}

/**
 * Every command of the window: keys, menus, the palette and the key sheet all go by this list. The
 * keys hold wherever the focus is, save in text fields and dialogs.
 */
export const bindings = [
  { command: 'previousEvent', keys: ['↑'] },
  { command: 'nextEvent', keys: ['↓'] },
  { command: 'pivotIp', keys: ['i'] },
  { command: 'pivotKey', keys: ['k'] },
  { command: 'pivotTool', keys: ['o'] },
  { command: 'pivotAgent', keys: ['u'] },
  { command: 'pivotLoadBalancer', keys: ['l'] },
  { command: 'cardIp', keys: ['I'] },
  { command: 'cardKey', keys: ['K'] },
  { command: 'cardTool', keys: ['U'] },
  { command: 'cardLoadBalancer', keys: ['L'] },
  { command: 'cardPrincipal', keys: ['P'] },
  { command: 'athenaKey', keys: ['q'] },
  { command: 'athenaIp', keys: [] },
  { command: 'athenaPrincipal', keys: [] },
  { command: 'athenaLoadBalancer', keys: [] },
  { command: 'filter', keys: ['f', '/'] },
  { command: 'editFilter', keys: ['e'] },
  { command: 'compare', keys: ['v'] },
  { command: 'actors', keys: ['a'] },
  { command: 'back', keys: ['['] },
  { command: 'forward', keys: [']'] },
  { command: 'zoomIn', keys: ['+', '='] },
  { command: 'zoomOut', keys: ['-'] },
  { command: 'fit', keys: ['0'] },
  { command: 'fitWhole', keys: ['Shift+0'] },
  { command: 'star', keys: ['s'] },
  { command: 'tag', keys: ['t'] },
  { command: 'note', keys: ['n'] },
  { command: 'findings', keys: ['w'] },
  { command: 'sidePane', keys: ['d'] },
  { command: 'nextPart', keys: ['F6'] },
  { command: 'previousPart', keys: ['Shift+F6'] },
  { command: 'undo', keys: ['Ctrl+Z'] },
  { command: 'redo', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'] },
  { command: 'palette', keys: ['Ctrl+K'] },
  { command: 'keys', keys: ['?'] },
  { command: 'guide', keys: ['F1'] },
  { command: 'importFolder', keys: [] },
  { command: 'importFiles', keys: [] },
  { command: 'importAws', keys: [] },
  { command: 'ledger', keys: [] },
  { command: 'export', keys: [] },
  { command: 'keepView', keys: [] },
  { command: 'journal', keys: [] },
  { command: 'newCase', keys: [] },
  { command: 'renameCase', keys: [] },
  { command: 'saveCase', keys: [] },
  { command: 'openCaseFile', keys: [] },
  { command: 'closeCase', keys: [] },
  { command: 'deleteCase', keys: [] },
  { command: 'themeSystem', keys: [] },
  { command: 'themeLight', keys: [] },
  { command: 'themeDark', keys: [] },
  { command: 'languageSystem', keys: [] },
  { command: 'languageEnglish', keys: [] },
  { command: 'languageJapanese', keys: [] },
] as const satisfies readonly Binding[];

/** What a key does in the window. */
export type Command = (typeof bindings)[number]['command'];

const commandOfKey = new Map<string, Command>(
  bindings.flatMap(({ keys, command }) => keys.map((key) => [key, command] as const)),
);

const arrows = new Map([
  ['ArrowUp', '↑'],
  ['ArrowDown', '↓'],
]);

/** The command of a key press; undefined for others. On a Mac the command key is Ctrl too. */
export function commandOf(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> &
    Partial<Pick<KeyboardEvent, 'code' | 'shiftKey'>>,
): Command | undefined {
  const { key, shiftKey = false } = press;
  if (press.altKey) return undefined;
  if (press.ctrlKey || press.metaKey) {
    return commandOfKey.get(`Ctrl+${shiftKey ? 'Shift+' : ''}${key.toUpperCase()}`);
  }
  if (shiftKey && key === 'F6') return 'previousPart';
  // By the key's place: what Shift makes of it differs. Where Shift makes it 0, it is just that.
  if (shiftKey && press.code === 'Digit0' && key !== '0') return 'fitWhole';
  return commandOfKey.get(arrows.get(key) ?? key);
}

/** What keys, or moves of the pointer, do in words. */
export interface KeySheetRow {
  readonly keys: readonly string[];
  readonly does: string;
}

/** A part of the window, and what the keys do while the focus is in it. */
export interface KeySheetPart {
  readonly where: string;
  readonly rows: readonly KeySheetRow[];
}

/** The key sheet. What is not said of table or timeline holds everywhere but in text fields. */
export function keySheet(): readonly KeySheetPart[] {
  const row = (does: EntryOf<'keys'>, ...keys: readonly string[]): KeySheetRow => ({
    keys,
    does: message(`keys.${does}`),
  });
  const withKeys = bindings.filter(({ keys }) => keys.length > 0);
  return [
    {
      where: message('keys.everywhere'),
      rows: [...withKeys.map(({ command, keys }) => row(command, ...keys)), row('close', 'Esc')],
    },
    {
      where: message('keys.inFilter'),
      rows: [row('filterApply', 'Enter'), row('filterRecords', 'Shift+Enter')],
    },
    {
      where: message('keys.inFacets'),
      rows: [
        row('facetValue', '↑', '↓'),
        row('facetTake', 'Enter'),
        row('facetLeaveOut', 'Shift+Enter'),
        row('facetBeside', '→', '←'),
      ],
    },
    {
      where: message('keys.inTable'),
      rows: [
        row('tablePage', 'PgUp', 'PgDn'),
        row('tableEnds', 'Home', 'End'),
        row('tableOpen', 'Enter', message('keys.doubleClick')),
      ],
    },
    {
      where: message('keys.inTimeline'),
      rows: [
        row('laneEvent', '←', '→'),
        row('lane', '↑', '↓'),
        row('lanePage', 'PgUp', 'PgDn'),
        row('laneNearest', 'Enter'),
        row('laneFold', 'Space'),
        row('lanePin', 'p'),
        row('laneCard', 'c', message('keys.clickOnDot')),
        row('pan', 'Shift+←', 'Shift+→', message('keys.drag')),
        row('span', message('keys.shiftDrag')),
        row('zoomThere', message('keys.doubleClick')),
        row('zoomAtPointer', message('keys.wheel')),
        row('scrollLanes', message('keys.shiftWheel')),
      ],
    },
  ];
}
