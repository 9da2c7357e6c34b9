import type { SourceId } from '../../base/units.ts';
import { formatTime, notInRecord } from '../../base/zoned-time.ts';
import { wholeVisibleText } from '../../base/visible-text.ts';
import { loadBalancerLabel } from '../../correlate/load-balancer-label.ts';
import { unknownEnding } from '../../correlate/load-balancer-plans.ts';
import { byTime, type Filter, type Sort } from '../../query/filter.ts';
import { breakable } from '../breakable.ts';
import { fields as fieldWords } from '../../words/fields.ts';
import { cutText, shortenMiddle } from '../cut-text.ts';
import { filterInWords } from '../filter-words.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { reference } from './citation.ts';
import type { ReportEvent, ReportModel } from './report-model.ts';
import { resourceInWords } from '../resource-words.ts';

/** Columns of text that fit a line of a cell. */
const room = { outcome: 34, resource: 28, principal: 18, tool: 18 } as const;
const longestName = 300;
const awsDomain = /\.amazonaws\.com$/u;
/** Texts that every cell holds on one line. */
const shortText = 20;

/** What a row can leave out. */
interface Common {
  readonly zone: string;
  readonly listed: ReadonlySet<SourceId>;
  /** Every event is of the one service that the filter names. */
  readonly oneService: boolean;
}

/** The selected events, and those of each view that was chosen. */
export function eventSection(model: ReportModel, zone: string): Html {
  const { events, sums, filter, sort, views } = model;
  const listed = new Set(model.sources.map(({ id }) => id));
  return html`<section>
    <h2 id="events">Events</h2>
    ${eventTable({ events, count: sums.count, filter, sort }, { zone, listed })}
    ${views.map(
      (view) =>
        html`<h3>View “${cutText(view.name, longestName)}”</h3>
          <p class="lead">${filterInWords(view.filter, zone).join('. ')}.</p>
          ${eventTable({ ...view, count: view.sums.count, sort: byTime }, { zone, listed })}`,
    )}
  </section>`;
}

/** The first events of a selection, and how many there are. */
interface EventList {
  readonly events: readonly ReportEvent[];
  readonly count: number;
  readonly filter: Filter;
  readonly sort: Sort;
}

/** The table of events, three lines each: what, on what, by whom, from where, where it is recorded. */
function eventTable(list: EventList, of: Pick<Common, 'zone' | 'listed'>): Html {
  const { events, count, filter, sort } = list;
  const common: Common = { ...of, oneService: filter.scope === 'elb' };
  if (events.length === 0) return html`<p>No event is selected.</p>`;
  return html`<p class="lead">${extent(events.length, count)} ${order(sort)}</p>
    <table class="events">
      <colgroup>
        <col class="${of.zone === 'UTC' ? 'c-time' : 'c-time offset'}" />
        <col class="c-what" />
        <col class="c-on" />
        <col class="c-who" />
        <col class="c-from" />
        <col class="c-where" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Event, outcome${common.oneService ? '' : ', service'}, event ID</th>
          <th scope="col">Load balancer or resource</th>
          <th scope="col">Principal, access key</th>
          <th scope="col">Source IP, tool</th>
          <th scope="col">Evidence</th>
        </tr>
      </thead>
      <tbody>
        ${events.map((event) => row(event, common))}
      </tbody>
    </table>`;
}

function extent(shown: number, inAll: number): string {
  if (shown >= inAll) return `All ${countOf(inAll, 'selected event')}.`;
  return `The first ${formatCount(shown)} of ${countOf(inAll, 'selected event')}; the CSV export has all of them.`;
}

function order({ column, descending }: Sort): string {
  if (column === 'time') return descending ? 'The latest come first.' : 'In the order of time.';
  const label = column === 'outcome' ? 'Outcome' : fieldWords[column];
  return `Sorted by ${label}${descending ? ', descending' : ''}.`;
}

/** Each element in a cell costs the printed page 200 bytes for its structure: no more than there are. */
function row(event: ReportEvent, { zone, listed, oneService }: Common): Html {
  const { text } = event;
  return html`<tr>
    <td class="time">${whenLines(event, zone)}</td>
    <td>
      <b>${whole(text.eventName)}</b><br />${outcome(event, oneService)}<br /><small
        class="event-id"
        >${cell(event.eventId, 'no event ID')}</small
      >
    </td>
    <td>${named(text)}<br /><small>${place(text)}</small></td>
    <td>
      ${principal(text)}<br /><small class="id">${cell(text.accessKey, 'no access key')}</small>
    </td>
    <td>${fromLines(text)}</td>
    <td>${reference(event, listed)}</td>
  </tr>`;
}

function whenLines({ time }: ReportEvent, zone: string): Html {
  const text = formatTime(time, zone);
  if (text === notInRecord) return cell('');
  const space = text.indexOf(' ');
  return html`${text.slice(0, space)}<br />${text.slice(space + 1)}`;
}

function outcome({ outcome: kind, text, byService }: ReportEvent, oneService: boolean): Html {
  const service = oneService ? '' : text.eventSource.replace(awsDomain, '');
  const also = [service, byService ? 'by AWS' : ''].filter((fact) => fact !== '').join(' · ');
  const left = room.outcome - kind.length - also.length - 6;
  const error = shortened(text.errorCode, Math.max(12, left));
  const after = [error, also].filter((fact) => fact !== '').join(' · ');
  return html`<small><span class="outcome ${kind}">${kind}</span> ${after}</small>`;
}

function named({ loadBalancer, resource, region }: ReportEvent['text']): Html {
  const parts = (loadBalancer === '' ? resource : loadBalancer).split('\n');
  const [first = ''] = parts;
  if (first === '') return html`<i>not in this record</i>`;
  const label = loadBalancer === '' ? resourceInWords(first) : inRow(first, region);
  const more = parts.length > 1 ? ` + ${formatCount(parts.length - 1)} more` : '';
  return html`${shortened(label, room.resource - more.length)}${more}`;
}

/** A load balancer's or target group's name, and of its id what tells it from its namesakes. */
function inRow(loadBalancer: string, region: string): string {
  return loadBalancerLabel(loadBalancer)
    .replace(/(?<=^(?:app|net|gwy)\/[^/]+\/[0-9a-f]{4})[0-9a-f]{12}$/u, '…')
    .replace(unknownEnding, '')
    .replace(` (${region})`, '')
    .replace(`, ${region})`, ')');
}

function place({ account, region }: ReportEvent['text']): string {
  return [account, region].filter((part) => part !== '').join(' ');
}

function principal({ principal: name, account }: ReportEvent['text']): Html {
  const own = ` (${account})`;
  return cell(shortened(name.endsWith(own) ? name.slice(0, -own.length) : name, room.principal));
}

function shortened(text: string, columns: number): string {
  return shortenMiddle(wholeVisibleText(text), columns);
}

/** An AWS service in the place of an address is the tool too: its name takes both lines. */
function fromLines({ sourceIp, tool }: ReportEvent['text']): Html {
  const service = sourceIp.replace(awsDomain, '');
  if (service !== sourceIp && tool === `AWS service: ${service}`) {
    return html`${service}<br /><small>.amazonaws.com</small>`;
  }
  return html`${whole(sourceIp)}<br /><small>${cell(shortened(tool, room.tool))}</small>`;
}

function whole(text: string): Html {
  return text.length <= shortText ? cell(text) : breakable(text);
}

function cell(text: string, absent = notInRecord): Html {
  return text === '' ? html`<i>${absent}</i>` : html`${text}`;
}
