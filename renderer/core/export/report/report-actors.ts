import type { EventRef, SourceId } from '../../base/units.ts';
import { formatTime } from '../../base/zoned-time.ts';
import type { Actor, ActorFlag, ActorValues } from '../../correlate/actors/actor.ts';
import { ruleLimits } from '../../correlate/actors/flag-words.ts';
import { tellingEvents } from '../../correlate/actors/telling-events.ts';
import type { CredentialStep } from '../../correlate/event-details.ts';
import { flags as flagWords } from '../../words/flags.ts';
import { breakable } from '../breakable.ts';
import { cutText } from '../cut-text.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { citation } from './citation.ts';
import type { Citation, ReportModel } from './report-model.ts';

const longestText = 200;
/** Flags, chains and values of one actor; the rest is counted. */
const mostFlags = 12;
const mostCited = 5;
const mostChains = 6;
const mostValues = 8;

/** What the rows of this section need to know. */
interface Setting {
  readonly zone: string;
  readonly citations: ReadonlyMap<EventRef, Citation>;
  readonly listed: ReadonlySet<SourceId>;
}

/** Who stands behind the keys of the case, by which steps they came by them, and what is odd. */
export function actorsSection(model: ReportModel, zone: string): Html {
  const { actors, actorsInAll, citations, sources } = model;
  const setting = { zone, citations, listed: new Set(sources.map(({ id }) => id)) };
  return html`<section>
    <h2 id="actors">Actors and chains of credentials</h2>
    ${
      actors.length === 0
        ? html`<p>None: no actor of the case has events of the selected services.</p>`
        : html`<p class="lead">
              Keys that belong together, by principal or because one was handed out to another, are
              one actor. The counts are of the whole case. A flag is worth a look; it is no proof.
              ${left('actor', actors.length, actorsInAll)}
            </p>
            ${actors.map((actor) => actorText(actor, setting))}`
    }
  </section>`;
}

function left(what: string, shown: number, inAll: number): string {
  if (shown >= inAll) return '';
  return `The first ${formatCount(shown)} of ${countOf(inAll, what)}, those with the gravest flags.`;
}

function actorText(actor: Actor, setting: Setting): Html {
  const { sums, elbEvents, flags, chains } = actor;
  const first = formatTime(sums.firstSeen ?? Number.NaN, setting.zone);
  const last = formatTime(sums.lastSeen ?? Number.NaN, setting.zone);
  return html`<section class="actor">
    <h3>${actor.name === '' ? 'Nobody named' : cut(actor.name)}</h3>
    <p class="muted">
      ${first} to ${last} · ${countOf(sums.count, 'event')}, ${formatCount(elbEvents)} of Elastic
      Load Balancing, ${countOf(sums.writes, 'write')}, ${formatCount(sums.denied)} denied
    </p>
    <dl class="values">
      ${values('Addresses', actor.addresses)} ${values('Access keys', actor.keys)}
      ${values('Tools', actor.tools)} ${values('Principals', actor.principals)}
    </dl>
    ${flags.length === 0 ? noHtml : flagTable(flags, setting)}
    ${chains.slice(0, mostChains).map((chain) => chainText(chain, setting))}
    ${moreWords('chain of credentials', 'chains of credentials', chains.length - mostChains)}
  </section>`;
}

function values(label: string, list: ActorValues): Html {
  if (list.distinct === 0) return noHtml;
  const shown = list.values.slice(0, mostValues);
  const more = list.distinct - shown.length;
  const texts = shown.map(
    ({ value, count }, place) =>
      html`${place === 0 ? '' : ', '}${breakable(cutText(value, longestText))}
      (${formatCount(count)})`,
  );
  return html`<dt>${label}</dt>
    <dd>${texts}${more > 0 ? ` and ${formatCount(more)} more` : ''}</dd>`;
}

function flagTable(flags: readonly ActorFlag[], setting: Setting): Html {
  return html`<table>
      <thead>
        <tr>
          <th scope="col" class="level">Level</th>
          <th scope="col">Flag</th>
          <th scope="col" class="events-cited">Events</th>
        </tr>
      </thead>
      <tbody>
        ${flags.slice(0, mostFlags).map((flag) => flagRow(flag, setting))}
      </tbody>
    </table>
    ${moreWords('flag', 'flags', flags.length - mostFlags)}`;
}

function flagRow({ rule, level, about, count, events }: ActorFlag, setting: Setting): Html {
  const cited = tellingEvents(events, mostCited);
  const more = count - cited.length;
  const limit = ruleLimits[rule];
  return html`<tr>
    <td>${flagWords[level]}</td>
    <th scope="row" class="value">
      ${flagWords[rule]}${about === '' ? noHtml : html`: ${cut(about)}`}
      <div class="muted">${limit === undefined ? '' : flagWords[limit]}</div>
    </th>
    <td>
      ${cited.map(
        ({ ref, time, eventName, outcome }) =>
          html`<div>
            ${formatTime(time, setting.zone)} ${cut(eventName)}, ${outcome}<br />${cite(ref, setting)}
          </div>`,
      )}
      ${more > 0 ? html`<div class="muted">and ${formatCount(more)} more</div>` : noHtml}
    </td>
  </tr>`;
}

function chainText(
  { key, steps }: { readonly key: string; readonly steps: readonly CredentialStep[] },
  setting: Setting,
): Html {
  const last = steps.at(-1)?.recipient ?? '';
  return html`<ol class="chain">
    ${steps.map(
      (step) =>
        html`<li>
          ${cut(step.principal)}
          <span class="id">${cut(step.accessKey)}</span>: ${cut(step.eventName)} at
          ${formatTime(step.time, setting.zone)}${step.sourceIp === '' ? noHtml : html` from ${cut(step.sourceIp)}`}
          ${cite(step.ref, setting)}
        </li>`,
    )}
    <li>${cut(last)} <span class="id">${cut(key)}</span></li>
  </ol>`;
}

function cite(ref: EventRef, { citations, listed }: Setting): Html {
  const cited = citations.get(ref);
  return cited === undefined ? noHtml : citation(cited, listed);
}

function cut(text: string): Html {
  return breakable(cutText(text, longestText));
}

function moreWords(one: string, many: string, more: number): Html {
  return more > 0 ? html`<p class="muted">${countOf(more, one, many)} more.</p>` : noHtml;
}
