import type { FindingTarget } from '../../core/journal/finding.ts';
import type { Session } from '../app/session.ts';

/** Shows what a finding is of: chooses the event, asks for all of the entity, goes to the span. */
export function goToFinding(
  {
    findings,
    selection,
    search,
    timeline,
  }: Pick<Session, 'findings' | 'selection' | 'search' | 'timeline'>,
  target: FindingTarget,
): void {
  switch (target.kind) {
    case 'event': {
      const ref = findings.refOf(target);
      if (ref !== undefined) selection.select(ref);
      return;
    }
    case 'entity':
      search.pivot(target.field, target.value);
      return;
    case 'span':
      search.setSpan({ start: target.start, end: target.end });
      timeline.fit(target);
      return;
  }
}
