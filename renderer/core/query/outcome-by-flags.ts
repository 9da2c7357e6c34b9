import { outcomeOf } from '../table/columns.ts';

/** The bits of `flags` that decide an event's outcome. */
export const outcomeMask = 0xf;

/** `outcomeByFlags[flags & outcomeMask]` is `outcomeOf(flags)`: a loop over rows wants no branches. */
export const outcomeByFlags = Uint8Array.from({ length: outcomeMask + 1 }, (_, bits) =>
  outcomeOf(bits),
);
