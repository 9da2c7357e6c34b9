/** What a key asks of the timeline. */
export type TimelineCommand =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'fit' }
  | { readonly kind: 'fitWhole' }
  | { readonly kind: 'pan'; readonly share: number }
  | { readonly kind: 'step'; readonly direction: 'next' | 'previous' }
  | { readonly kind: 'lane'; readonly by: number }
  | { readonly kind: 'page'; readonly by: -1 | 1 }
  | { readonly kind: 'nearest' }
  | { readonly kind: 'fold' }
  | { readonly kind: 'pin' }
  | { readonly kind: 'card' }
  | { readonly kind: 'cancel' };

/** The keys as a press tells them. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'
> & { readonly code?: string };

const zoomStep = 1.5;
const panStep = 0.1;

/** The command of a key press; undefined where the key is none of the timeline's. */
export function commandOf(press: KeyPress): TimelineCommand | undefined {
  if (press.ctrlKey || press.altKey || press.metaKey) return undefined;
  if (isShiftedZero(press)) return { kind: 'fitWhole' };
  switch (press.key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: 1 / zoomStep };
    case '-':
    case '_':
      return { kind: 'zoom', factor: zoomStep };
    case '0':
      return { kind: 'fit' };
    case 'ArrowRight':
      return press.shiftKey ? { kind: 'pan', share: panStep } : { kind: 'step', direction: 'next' };
    case 'ArrowLeft':
      return press.shiftKey
        ? { kind: 'pan', share: -panStep }
        : { kind: 'step', direction: 'previous' };
    case 'ArrowDown':
      return { kind: 'lane', by: 1 };
    case 'ArrowUp':
      return { kind: 'lane', by: -1 };
    case 'PageDown':
      return { kind: 'page', by: 1 };
    case 'PageUp':
      return { kind: 'page', by: -1 };
    case 'Enter':
      return { kind: 'nearest' };
    case ' ':
      return { kind: 'fold' };
    case 'p':
      return { kind: 'pin' };
    case 'c':
      return { kind: 'card' };
    case 'Escape':
      return { kind: 'cancel' };
    default:
      return undefined;
  }
}

/** Shift and the key of 0, whatever they write; where Shift is what makes it 0, just that. */
function isShiftedZero({ key, code, shiftKey }: KeyPress): boolean {
  return shiftKey && code === 'Digit0' && key !== '0';
}
