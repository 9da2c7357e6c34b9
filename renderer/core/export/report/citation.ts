import type { SourceId } from '../../base/units.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Citation } from './report-model.ts';

/** `#3:17`, which leads to file 3 of the evidence list where that has it. */
export function reference({ source, recordIndex }: Citation, listed: ReadonlySet<SourceId>): Html {
  return listed.has(source)
    ? html`<a href="#file-${source}">#${source}:${recordIndex}</a>`
    : html`#${source}:${recordIndex}`;
}

/** The reference with the event's own id behind it. */
export function citation(cited: Citation, listed: ReadonlySet<SourceId>): Html {
  const id = cited.eventId === '' ? 'no event ID' : cited.eventId;
  return html`<span class="cite"
    >${reference(cited, listed)} <small class="id">${id}</small></span
  >`;
}
