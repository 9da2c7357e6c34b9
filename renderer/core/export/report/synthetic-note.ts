import { countOf, formatCount } from '../../base/format-count.ts';
import type { ReportModel } from './report-model.ts';

/** What must be said of a selection with events of the synthetic sample; empty where it has none. */
export function syntheticNote({ synthetic, sums }: ReportModel): string {
  if (synthetic === 0) return '';
  if (synthetic === sums.count) return 'Synthetic sample: every event is made up.';
  const inAll = countOf(sums.count, 'event');
  return `${formatCount(synthetic)} of ${inAll} come from the synthetic sample: they are made up.`;
}
