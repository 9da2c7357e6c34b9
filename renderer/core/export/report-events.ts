import { notInRecord } from '../base/zoned-time.ts';
import { loadBalancerLabel } from '../correlate/load-balancer-label.ts';
import type { Sort } from '../query/filter.ts';
import { breakable } from './breakable.ts';
import { columnLabels } from './column-labels.ts';
import { countOf, formatCount } from './format-count.ts';
import { html, noHtml } from './html.ts';
import type { Html } from './html.ts';
import type { ReportEvent, ReportModel } from './report-model.ts';
import { timeCell } from './time-cell.ts';

/** Shorter texts than this fit any column whole. */
const shortText = 20;
const mostParts = 3;

/** The table of events: in each row what, on what, by whom, from where, and where it is recorded. */
export function eventTable(model: ReportModel, zone: string): Html {
  const { events, sums } = model;
  const listed = new Set(model.sources.map(({ id }) => id));
  return html`<section>
    <h2>Events</h2>
    ${
      events.length === 0
        ? html`<p>No event is selected.</p>`
        : html`<p>${extent(events.length, sums.count)} ${order(model.sort)}</p>
            <table class="events">
              <colgroup>
                <col class="c-time" />
                <col class="c-what" />
                <col class="c-on" />
                <col class="c-who" />
                <col class="c-from" />
                <col class="c-where" />
              </colgroup>
              <thead>
                <tr>
                  <th scope="col">Time</th>
                  <th scope="col">Event and outcome</th>
                  <th scope="col">Load balancer or resource</th>
                  <th scope="col">Principal and access key</th>
                  <th scope="col">Source IP and tool</th>
                  <th scope="col">Evidence and event ID</th>
                </tr>
              </thead>
              <tbody>
                ${events.map((event) => row(event, zone, listed.has(event.source)))}
              </tbody>
            </table>`
    }
  </section>`;
}

function extent(shown: number, inAll: number): string {
  if (shown >= inAll) return `All ${countOf(inAll, 'selected event')}.`;
  return `The first ${formatCount(shown)} of ${countOf(inAll, 'selected event')}; the CSV export has all of them.`;
}

function order({ column, descending }: Sort): string {
  if (column === 'time') return descending ? 'The latest come first.' : 'In the order of time.';
  const label = column === 'outcome' ? 'Outcome' : columnLabels[column];
  return `Sorted by ${label}${descending ? ', descending' : ''}.`;
}

function row(event: ReportEvent, zone: string, listed: boolean): Html {
  const { text } = event;
  return html` <tr class="${event.outcome}">
    <td class="time">${timeCell(event.time, zone)}</td>
    <td>${what(event)}</td>
    <td>${onWhat(event)}</td>
    <td>
      ${cell(text.principal)}
      <div class="id">${cell(text.accessKey, 'no access key')}</div>
    </td>
    <td>
      <div class="id">${cell(text.sourceIp)}</div>
      ${cell(text.tool)}
    </td>
    <td>
      ${reference(event, listed)}
      <div class="id small">${cell(event.eventId, 'no event ID')}</div>
    </td>
  </tr>`;
}

function what({ text, outcome, byService }: ReportEvent): Html {
  const service = text.eventSource.replace(/\.amazonaws\.com$/u, '');
  const made = byService ? html`<div class="muted">by an AWS service</div>` : noHtml;
  return html`<b>${cell(text.eventName)}</b>
    <div class="muted">${breakable(service)}</div>
    <div><span class="outcome ${outcome}">${outcome}</span> ${breakable(text.errorCode)}</div>
    ${made}`;
}

function onWhat({ text }: ReportEvent): Html {
  const known = [text.account, text.region].filter((part) => part !== '').map(unbroken);
  return html`${named(text)}
    <div class="muted">${known.map((part) => html`${part} `)}</div>`;
}

function named({ loadBalancer, resource }: ReportEvent['text']): Html {
  if (loadBalancer !== '') return linesOf(loadBalancer.split('\n').map(loadBalancerLabel));
  if (resource !== '') return linesOf(resource.split('\n'));
  return cell('', 'none named');
}

function linesOf(parts: readonly string[]): Html {
  const shown = parts.slice(0, mostParts).map((part) => html`<div>${breakable(part)}</div>`);
  const more = parts.length - mostParts;
  return html`${shown}${more > 0 ? html`<div class="muted">and ${more} more</div>` : noHtml}`;
}

function unbroken(text: string): Html {
  return text.length <= shortText ? html`<span class="unbroken">${text}</span>` : breakable(text);
}

function reference({ source, recordIndex }: ReportEvent, listed: boolean): Html {
  const file = listed ? html`<a href="#file-${source}">#${source}</a>` : html`#${source}`;
  return html`${file} record ${recordIndex}`;
}

function cell(text: string, absent = notInRecord): Html {
  return text === '' ? html`<i>${absent}</i>` : breakable(text);
}
