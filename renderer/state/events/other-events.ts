import type { Correlation } from '../../core/correlate/correlation.ts';
import type { EventDetails } from '../../core/correlate/event-details.ts';
import type { Sums } from '../../core/query/facets.ts';
import { flag } from '../../core/table/columns.ts';

/**
 * The same ties with the event itself left out of every count, so that all counts are of other
 * events. First and last seen stay those of the shared value, whichever event they are of.
 */
export function otherEvents(correlation: Correlation, event: EventDetails): Correlation {
  const isElb = (event.flags & flag.elb) !== 0;
  return {
    ...correlation,
    allThree: without(correlation.allThree, event),
    ties: correlation.ties.map((tie) => ({
      ...tie,
      all: without(tie.all, event),
      elb: isElb ? without(tie.elb, event) : tie.elb,
    })),
  };
}

function without(sums: Sums, { outcome }: EventDetails): Sums {
  // A value that is not in the record ties nothing, the event itself neither.
  if (sums.count === 0) return sums;
  return {
    ...sums,
    count: sums.count - 1,
    writes: sums.writes - (outcome === 'write' ? 1 : 0),
    failed: sums.failed - (outcome === 'failed' ? 1 : 0),
    denied: sums.denied - (outcome === 'denied' ? 1 : 0),
  };
}
