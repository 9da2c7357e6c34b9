/** The id of the text field that the filter key leads to. */
export const filterInputId = 'filter-text';
/** The ids of the parts that the keys for notes, tags and findings lead to. */
export const noteInputId = 'event-note';
export const tagButtonId = 'event-tags';
export const findingsListId = 'findings';

/** What keys, or moves of the pointer, do in words. */
export interface KeySheetRow {
  /** As they stand on the keyboard. */
  readonly keys: readonly string[];
  readonly does: string;
}

/** A key of the window: the one list that binds the keys, and that the key sheet is made from. */
export interface Binding extends KeySheetRow {
  readonly command: string;
}

/** What keys do wherever the focus is, save in text fields and dialogs. */
export const bindings = [
  { command: 'previousEvent', keys: ['↑'], does: 'Event before, in the table’s order' },
  { command: 'nextEvent', keys: ['↓'], does: 'Event after' },
  { command: 'pivotIp', keys: ['i'], does: 'Everything from the event’s source IP' },
  { command: 'pivotKey', keys: ['k'], does: 'Everything with the event’s access key' },
  { command: 'pivotTool', keys: ['u'], does: 'Everything with the event’s user agent' },
  { command: 'pivotLoadBalancer', keys: ['l'], does: 'Everything on the event’s load balancer' },
  { command: 'cardIp', keys: ['I'], does: 'Card of the event’s source IP' },
  { command: 'cardKey', keys: ['K'], does: 'Card of the event’s access key' },
  { command: 'cardTool', keys: ['U'], does: 'Card of the event’s tool' },
  { command: 'cardLoadBalancer', keys: ['L'], does: 'Card of the event’s load balancer' },
  { command: 'cardPrincipal', keys: ['P'], does: 'Card of the event’s principal' },
  { command: 'filter', keys: ['f', '/'], does: 'Filter by text' },
  { command: 'editFilter', keys: ['e'], does: 'Edit the filter as text' },
  { command: 'compare', keys: ['v'], does: 'Compare two selections side by side' },
  {
    command: 'actors',
    keys: ['a'],
    does: 'Actors: whose keys belong together, and what is odd about them',
  },
  { command: 'back', keys: ['['], does: 'Back to the filter before' },
  { command: 'forward', keys: [']'], does: 'Forward to the filter after' },
  { command: 'zoomIn', keys: ['+', '='], does: 'Zoom the timeline in' },
  { command: 'zoomOut', keys: ['-'], does: 'Zoom the timeline out' },
  { command: 'fit', keys: ['0'], does: 'Fit what is selected into the timeline' },
  { command: 'fitWhole', keys: ['Shift+0'], does: 'Fit the whole case; 0 again does so too' },
  { command: 'star', keys: ['s'], does: 'Star the event, or take the star away' },
  { command: 'tag', keys: ['t'], does: 'Tag the event' },
  { command: 'note', keys: ['n'], does: 'Note on the event; Esc saves it' },
  { command: 'findings', keys: ['w'], does: 'Findings, and back to the details' },
  { command: 'undo', keys: ['Ctrl+Z'], does: 'Take the last change of the case back' },
  { command: 'redo', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], does: 'Do again what was taken back' },
  { command: 'keys', keys: ['?'], does: 'This sheet' },
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
  // By the key's place: what Shift makes of it differs. Where Shift makes it 0, it is just that.
  if (shiftKey && press.code === 'Digit0' && key !== '0') return 'fitWhole';
  return key.length === 1 || arrows.has(key) ? commandOfKey.get(arrows.get(key) ?? key) : undefined;
}

/** A part of the window, and what the keys do while the focus is in it. */
export interface KeySheetPart {
  readonly where: string;
  readonly rows: readonly KeySheetRow[];
}

/** The key sheet. What is not said of table or timeline holds everywhere but in text fields. */
export const keySheet: readonly KeySheetPart[] = [
  {
    where: 'Everywhere',
    rows: [...bindings, { keys: ['Esc'], does: 'Close what is open on top' }],
  },
  {
    where: 'In the table',
    rows: [
      { keys: ['PgUp', 'PgDn'], does: 'A screenful up or down' },
      { keys: ['Home', 'End'], does: 'First or last event' },
      { keys: ['Enter', 'double click'], does: 'Show the event’s details' },
    ],
  },
  {
    where: 'In the timeline',
    rows: [
      { keys: ['←', '→'], does: 'Event before or after in the same lane' },
      { keys: ['↑', '↓'], does: 'Lane above or below' },
      { keys: ['PgUp', 'PgDn'], does: 'A screenful of lanes up or down' },
      { keys: ['Enter'], does: 'Choose the nearest event of the lane' },
      { keys: ['Space'], does: 'Fold or unfold the lane' },
      { keys: ['p'], does: 'Pin the lane to the top, or unpin it' },
      { keys: ['c', 'click on dot'], does: 'Card of the lane’s entity' },
      { keys: ['Shift+←', 'Shift+→'], does: 'Move through time' },
      { keys: ['drag'], does: 'Move through time' },
      { keys: ['Shift+drag'], does: 'Filter by the span of time' },
      { keys: ['double click'], does: 'Zoom in there' },
      { keys: ['wheel'], does: 'Zoom in or out where the pointer is' },
      { keys: ['Shift+wheel'], does: 'Scroll through the lanes' },
    ],
  },
];
