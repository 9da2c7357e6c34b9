/** The id of the text field that the filter key leads to. */
export const filterInputId = 'filter-text';

/** What a key does in the window, wherever the focus is, save in text fields and dialogs. */
export type Command =
  | 'pivotIp'
  | 'pivotKey'
  | 'pivotTool'
  | 'pivotLoadBalancer'
  | 'cardIp'
  | 'cardKey'
  | 'cardTool'
  | 'cardLoadBalancer'
  | 'cardPrincipal'
  | 'filter'
  | 'editFilter'
  | 'back'
  | 'forward'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'fitWhole'
  | 'nextEvent'
  | 'previousEvent'
  | 'actors'
  | 'compare'
  | 'keys';

const commands = new Map<string, Command>([
  ['i', 'pivotIp'],
  ['k', 'pivotKey'],
  ['u', 'pivotTool'],
  ['l', 'pivotLoadBalancer'],
  ['I', 'cardIp'],
  ['K', 'cardKey'],
  ['U', 'cardTool'],
  ['L', 'cardLoadBalancer'],
  ['P', 'cardPrincipal'],
  ['f', 'filter'],
  ['/', 'filter'],
  ['e', 'editFilter'],
  ['a', 'actors'],
  ['v', 'compare'],
  ['[', 'back'],
  [']', 'forward'],
  ['+', 'zoomIn'],
  ['=', 'zoomIn'],
  ['-', 'zoomOut'],
  ['0', 'fit'],
  ['ArrowDown', 'nextEvent'],
  ['ArrowUp', 'previousEvent'],
  ['?', 'keys'],
]);

/** The command of a key press; undefined for others, and while a modifier is held. */
export function commandOf(
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'> &
    Partial<Pick<KeyboardEvent, 'code' | 'shiftKey'>>,
): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  // By the key's place: what Shift makes of it differs. Where Shift makes it 0, it is just that.
  if (press.shiftKey === true && press.code === 'Digit0' && press.key !== '0') return 'fitWhole';
  return commands.get(press.key);
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
export const keySheet: readonly KeySheetPart[] = [
  {
    where: 'Everywhere',
    rows: [
      { keys: ['↑', '↓'], does: 'Event before or after, in the table’s order' },
      { keys: ['i'], does: 'Everything from the event’s source IP' },
      { keys: ['k'], does: 'Everything with the event’s access key' },
      { keys: ['u'], does: 'Everything with the event’s user agent' },
      { keys: ['l'], does: 'Everything on the event’s load balancer' },
      {
        keys: ['I', 'K', 'U', 'L', 'P'],
        does: 'With Shift: card of the event’s source IP, access key, tool, load balancer, principal',
      },
      { keys: ['f', '/'], does: 'Filter by text' },
      { keys: ['e'], does: 'Edit the filter as text' },
      { keys: ['v'], does: 'Compare two selections side by side' },
      { keys: ['a'], does: 'Actors: whose keys belong together, and what is odd about them' },
      { keys: ['[', ']'], does: 'Back and forward through filters' },
      { keys: ['+', '-'], does: 'Zoom the timeline in or out' },
      {
        keys: ['0'],
        does: 'Fit what is selected into the timeline; again, or Shift+0: the whole case',
      },
      { keys: ['Esc'], does: 'Close what is open on top' },
      { keys: ['?'], does: 'This sheet' },
    ],
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
