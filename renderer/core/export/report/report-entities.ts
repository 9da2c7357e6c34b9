import { notInRecord } from '../../base/zoned-time.ts';
import type { FilterField } from '../../query/filter.ts';
import { breakable } from '../breakable.ts';
import { fieldLabels } from '../filter-words.ts';
import { formatCount } from '../format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import type { ReportEntities, ReportEntity } from './report-model.ts';
import { resourceInWords } from '../resource-words.ts';
import { timeCell } from './time-cell.ts';

/** The table of one kind of entity, under its heading. */
export function entityTable(entities: ReportEntities, heading: string, zone: string): Html {
  return html`<section class="entity">
    <h3>${heading}</h3>
    ${
      entities.values.length === 0
        ? html`<p>None: no event is selected.</p>`
        : html`${remarks(entities)}
            <table class="${isNarrow(entities.field, zone) ? 'narrow' : 'wide'}">
              <thead>
                <tr>
                  <th scope="col">${fieldLabels[entities.field]}</th>
                  <th scope="col" class="number">Events</th>
                  <th scope="col" class="number">Writes</th>
                  <th scope="col" class="number">Failed</th>
                  <th scope="col" class="number">Denied</th>
                  <th scope="col" class="time">First seen</th>
                  <th scope="col" class="time">Last seen</th>
                </tr>
              </thead>
              <tbody>
                ${entities.values.map((entity) => row(entities.field, entity, zone))}
              </tbody>
            </table>`
    }
  </section>`;
}

/** Times take two lines where the value, or an offset in every time, needs the width. */
function isNarrow(field: FilterField, zone: string): boolean {
  return field === 'loadBalancer' || field === 'userAgent' || zone !== 'UTC';
}

function remarks({ field, values, distinct }: ReportEntities): Html {
  const shown = values.filter(({ value }) => value !== '').length;
  const cut =
    shown < distinct
      ? [`The ${formatCount(shown)} most frequent of ${formatCount(distinct)} different values.`]
      : [];
  const joint = values.some(({ value }) => field === 'loadBalancer' && value.includes('\n'))
    ? ['Events that name several load balancers at once are counted on a line of their own.']
    : [];
  const lines = [...cut, ...joint];
  return lines.length === 0 ? noHtml : html`<p class="lead">${lines.join(' ')}</p>`;
}

function row(field: FilterField, entity: ReportEntity, zone: string): Html {
  return html`<tr>
    <th scope="row" class="value">${entityValue(field, entity.value)}</th>
    <td class="number">${formatCount(entity.count)}</td>
    <td class="number">${formatCount(entity.writes)}</td>
    <td class="number">${formatCount(entity.failed)}</td>
    <td class="number">${formatCount(entity.denied)}</td>
    <td class="time">${timeCell(entity.firstSeen, zone)}</td>
    <td class="time">${timeCell(entity.lastSeen, zone)}</td>
  </tr>`;
}

/** Several load balancers of one event stand on lines of their own. */
function entityValue(field: FilterField, value: string): Html {
  if (value === '') return html`<i>${notInRecord}</i>`;
  if (field !== 'loadBalancer') return breakable(value);
  const parts = value.split('\n');
  return html`${parts.map((part) => html`<div>${breakable(resourceInWords(part))}</div>`)}`;
}
