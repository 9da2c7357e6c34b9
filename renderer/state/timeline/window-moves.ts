import type { EpochMs, Span } from '../../core/base/units.ts';
import type { Filter } from '../../core/query/filter.ts';

/** The selection after a change of the filter, and what the timeline shows of it. */
interface NewSelection {
  readonly filter: Filter;
  /** From its first event up to after its last. */
  readonly span: Span<EpochMs>;
  /** The window that shows all of it. */
  readonly wanted: Span<EpochMs>;
  readonly visible: Span<EpochMs>;
  /** Some of its events lie in the visible stretch. */
  readonly isInView: boolean;
  /** The window was fitted to the selection before. */
  readonly wasFitted: boolean;
}

/** A pivot moves the window unless this share of the selection's stretch is in view … */
const mostOfSelection = 1 / 2;
/** … and takes up this share of the window. */
const enoughOfWindow = 1 / 4;

/**
 * Where the timeline goes for a new selection; undefined: it stays. It goes where nothing selected
 * is in view, and after a pivot, which asks for all that one entity did, where that is mostly out
 * of view or a speck in the window. A single event that is in view is left where it is. A window
 * that was fitted to the selection before grows with it: it was never chosen to show a part.
 */
export function windowFor(selection: NewSelection): Span<EpochMs> | undefined {
  const { filter, span, wanted, visible, isInView, wasFitted } = selection;
  if (!isInView) return wanted;
  if (wasFitted && (wanted.start < visible.start || wanted.end > visible.end)) return wanted;
  if (!isPivot(filter) || span.end - span.start <= 1) return undefined;
  const shared = Math.min(visible.end, wanted.end) - Math.max(visible.start, wanted.start);
  const isSeen =
    shared >= mostOfSelection * (wanted.end - wanted.start) &&
    shared >= enoughOfWindow * (visible.end - visible.start);
  return isSeen ? undefined : wanted;
}

/** Selects all that one entity, or several of a kind, did: what a pivot does. */
function isPivot({ scope, span, terms, text }: Filter): boolean {
  const [first] = terms;
  return (
    first !== undefined &&
    scope === 'all' &&
    span === undefined &&
    text === '' &&
    terms.every(({ field, exclude }) => field === first.field && !exclude)
  );
}
