import { notInRecord } from '../../base/zoned-time.ts';
import type { FilterField } from '../../query/filter.ts';
import { breakable } from '../breakable.ts';
import { fields as fieldWords } from '../../words/fields.ts';
import { formatCount } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import type { ReportEntities, ReportEntity } from './report-model.ts';
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
                  <th scope="col">${fieldWords[entities.field]}</th>
                  <th scope="col" class="number">Events</th>
                  <th scope="col" class="number">Writes</th>
                  <th scope="col" class="number">Failed</th>
                  <th scope="col" class="number">Denied</th>
                  <th scope="col" class="time">First seen</th>
                  <th scope="col" class="time">Last seen</th>
                </tr>
              </thead>
              <tbody>
                ${entities.values.map((entity) => row(entity, zone))}
              </tbody>
            </table>`
    }
  </section>`;
}

/** Times take two lines where the value, or an offset in every time, needs the width. */
function isNarrow(field: FilterField, zone: string): boolean {
  return field === 'userAgent' || zone !== 'UTC';
}

function remarks({ values, distinct }: ReportEntities): Html {
  const shown = values.filter(({ value }) => value !== '').length;
  if (shown >= distinct) return noHtml;
  return html`<p class="lead">
    The ${formatCount(shown)} most frequent of ${formatCount(distinct)} different values.
  </p>`;
}

function row(entity: ReportEntity, zone: string): Html {
  return html`<tr>
    <th scope="row" class="value">
      ${entity.value === '' ? html`<i>${notInRecord}</i>` : breakable(entity.value)}
    </th>
    <td class="number">${formatCount(entity.count)}</td>
    <td class="number">${formatCount(entity.writes)}</td>
    <td class="number">${formatCount(entity.failed)}</td>
    <td class="number">${formatCount(entity.denied)}</td>
    <td class="time">${timeCell(entity.firstSeen, zone)}</td>
    <td class="time">${timeCell(entity.lastSeen, zone)}</td>
  </tr>`;
}
