/** Where a turn of the wheel goes that does not zoom, in pixels. */
export interface WheelMove {
  readonly kind: 'lanes' | 'time';
  readonly by: number;
}

/**
 * Over the labels, or with Shift, the wheel scrolls the lanes; turned sideways it moves through
 * time; else it zooms, which is left to vis-timeline: undefined.
 */
export function wheelMove(
  turn: Pick<WheelEvent, 'deltaX' | 'deltaY' | 'shiftKey'>,
  isOverLabels: boolean,
): WheelMove | undefined {
  const { deltaX, deltaY, shiftKey } = turn;
  if (shiftKey || isOverLabels) return { kind: 'lanes', by: deltaY === 0 ? deltaX : deltaY };
  return Math.abs(deltaX) > Math.abs(deltaY) ? { kind: 'time', by: deltaX } : undefined;
}
