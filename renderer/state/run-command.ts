import type { FilterField } from '../core/query/filter.ts';
import type { TextColumn } from '../core/table/columns.ts';
import { fieldLabels, inSentence, valuesIn } from './field-labels.ts';
import type { Session } from './session.ts';
import type { Command } from './shortcuts.ts';

const zoomStep = 1.5;

/** Does what a key press asks of the state. The filter field and the key sheet are the window's. */
export function runCommand(
  command: Exclude<Command, 'filter' | 'editFilter' | 'keys'>,
  session: Pick<Session, 'search' | 'timeline' | 'selection' | 'pages' | 'notices'>,
): void {
  const { search, timeline, pages } = session;
  switch (command) {
    case 'pivotIp':
      pivot('sourceIp', session);
      return;
    case 'pivotKey':
      pivot('accessKey', session);
      return;
    case 'pivotTool':
      pivot('userAgent', session);
      return;
    case 'pivotLoadBalancer':
      pivot('loadBalancer', session);
      return;
    case 'back':
      search.back();
      return;
    case 'forward':
      search.forward();
      return;
    case 'zoomIn':
      timeline.zoom(1 / zoomStep);
      return;
    case 'zoomOut':
      timeline.zoom(zoomStep);
      return;
    case 'fit':
      timeline.fit();
      return;
    case 'fitWhole':
      timeline.fitWhole();
      return;
    case 'nextEvent':
      void pages.choose(Math.min(pages.count - 1, (pages.place ?? -1) + 1));
      return;
    case 'previousEvent':
      void pages.choose(Math.max(0, (pages.place ?? 1) - 1));
      return;
  }
}

function pivot(
  field: FilterField & TextColumn,
  { search, selection, notices }: Pick<Session, 'search' | 'selection' | 'notices'>,
): void {
  const value = selection.event?.text[field];
  if (value !== undefined && value !== '') {
    search.pivot(field, ...valuesIn(field, value));
    return;
  }
  const label = inSentence(fieldLabels[field]);
  const reason =
    value === undefined ? 'No event is chosen.' : `The chosen event’s record has no ${label}.`;
  const wayOut = 'Choose an event in the timeline or the table, then press the key again.';
  notices.note('Nothing to pivot to', `${reason} ${wayOut}`);
}
