import { breakable } from '../breakable.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { resourceInWords } from '../resource-words.ts';
import type { ReportLoadBalancer, ReportModel } from './report-model.ts';
import { timeCell } from './time-cell.ts';

/** Every load balancer that selected events are of, with the calls that were made on it. */
export function loadBalancerSection(model: ReportModel, zone: string): Html {
  const { loadBalancers, loadBalancersInAll } = model;
  const shown = loadBalancers.length;
  const cut =
    shown < loadBalancersInAll
      ? ` The ${formatCount(shown)} with most events of ${formatCount(loadBalancersInAll)}.`
      : '';
  return html`<section>
    <h2 id="load-balancers">Load balancers touched</h2>
    ${
      shown === 0
        ? html`<p>None: no selected event is of a load balancer that is known.</p>`
        : html`<p class="lead">
              Events that name several load balancers at once have a line of their own.${cut}
            </p>
            <table class="wide">
              <thead>
                <tr>
                  <th scope="col">Load balancer, and the calls on it</th>
                  <th scope="col" class="number">Events</th>
                  <th scope="col" class="number">Writes</th>
                  <th scope="col" class="number">Failed</th>
                  <th scope="col" class="number">Denied</th>
                  <th scope="col" class="time">First and last</th>
                </tr>
              </thead>
              <tbody>
                ${loadBalancers.map((lane) => row(lane, zone))}
              </tbody>
            </table>`
    }
  </section>`;
}

function row(lane: ReportLoadBalancer, zone: string): Html {
  const names = lane.value.split('\n').map(resourceInWords);
  const calls = lane.calls.map(({ value, count }) => `${value} ${formatCount(count)}`);
  const inCalls = lane.calls.reduce((sum, { count }) => sum + count, 0);
  const others = lane.count - inCalls;
  const rest = others > 0 ? [`${countOf(others, 'event')} of other calls`] : [];
  return html`<tr>
    <th scope="row" class="value">
      ${names.map((name) => html`<div>${breakable(name)}</div>`)}
      <div class="muted">${breakable([...calls, ...rest].join(', '))}</div>
    </th>
    <td class="number">${formatCount(lane.count)}</td>
    <td class="number">${formatCount(lane.writes)}</td>
    <td class="number">${formatCount(lane.failed)}</td>
    <td class="number">${formatCount(lane.denied)}</td>
    <td class="time">${timeCell(lane.firstSeen, zone)}<br />${timeCell(lane.lastSeen, zone)}</td>
  </tr>`;
}
