/** The id of the text field that the filter key leads to. */
export const filterInputId = 'filter-text';

/** What a key does in the window, wherever the focus is, save in text fields and dialogs. */
export type Command =
  | 'pivotIp'
  | 'pivotKey'
  | 'pivotTool'
  | 'pivotLoadBalancer'
  | 'filter'
  | 'back'
  | 'forward'
  | 'zoomIn'
  | 'zoomOut'
  | 'fit'
  | 'nextEvent'
  | 'previousEvent'
  | 'keys';

const commands = new Map<string, Command>([
  ['i', 'pivotIp'],
  ['k', 'pivotKey'],
  ['u', 'pivotTool'],
  ['l', 'pivotLoadBalancer'],
  ['f', 'filter'],
  ['/', 'filter'],
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
  press: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>,
): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  return commands.get(press.key);
}

/** Rows of the key sheet: keys, and what they do in words. */
export const keySheet: readonly { readonly keys: readonly string[]; readonly does: string }[] = [
  { keys: ['↑', '↓'], does: 'Earlier or later event, in table and timeline' },
  { keys: ['PgUp', 'PgDn', 'Home', 'End'], does: 'Move through the table in large steps' },
  { keys: ['Enter'], does: 'Show the event’s details' },
  { keys: ['+', '-'], does: 'Zoom the timeline in or out' },
  { keys: ['0'], does: 'Fit the whole case' },
  { keys: ['f', '/'], does: 'Filter by text' },
  { keys: ['[', ']'], does: 'Back and forward through filters' },
  { keys: ['i'], does: 'Everything from the event’s source IP' },
  { keys: ['k'], does: 'Everything with the event’s access key' },
  { keys: ['u'], does: 'Everything with the event’s user agent' },
  { keys: ['l'], does: 'Everything on the event’s load balancer' },
  { keys: ['Esc'], does: 'Close what is open on top' },
  { keys: ['?'], does: 'This sheet' },
];
