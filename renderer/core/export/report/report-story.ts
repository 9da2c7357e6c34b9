import type { SourceId } from '../../base/units.ts';
import { formatTime } from '../../base/zoned-time.ts';
import { breakable } from '../breakable.ts';
import { cutText } from '../cut-text.ts';
import { fields as fieldWords } from '../../words/fields.ts';
import { countOf } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { holdsLines } from '../../table/columns.ts';
import { resourceInWords } from '../resource-words.ts';
import { citation } from './citation.ts';
import type { ReportEvent, ReportFinding, ReportModel } from './report-model.ts';

const longestNote = 4000;
const longestValue = 500;
const longestTag = 100;

/** What the investigator found, in the order of the story. */
export function storySection({ story, sources }: ReportModel, zone: string): Html {
  const listed = new Set(sources.map(({ id }) => id));
  return html`<section>
    <h2 id="story">Findings</h2>
    ${
      story.length === 0
        ? html`<p>The investigator has marked nothing in this case.</p>`
        : html`<p class="lead">
              ${countOf(story.length, 'finding')} of the investigator, in the investigator’s order.
              Notes and tags are the investigator’s own words; all else is from the records.
            </p>
            <ol class="story">
              ${story.map((finding, place) => html`<li>${findingText(finding, place, zone, listed)}</li>`)}
            </ol>`
    }
  </section>`;
}

function findingText(
  finding: ReportFinding,
  place: number,
  zone: string,
  listed: ReadonlySet<SourceId>,
): Html {
  const { note } = finding;
  const tags = note.tags.map((tag) => html`<span class="tag">${cutText(tag, longestTag)}</span> `);
  return html`<div class="what">
      ${note.starred ? html`<span title="starred">★</span> ` : noHtml}${subjectOf(finding, zone)}
      ${tags}
    </div>
    ${note.text === '' ? noHtml : html`<blockquote>${noteLines(note.text)}</blockquote>`}
    ${factsOf(finding, place, listed)}`;
}

function noteLines(text: string): Html {
  const lines = cutText(text, longestNote).split('\n');
  return html`${lines.map((line) => html`<p>${line}</p>`)}`;
}

function subjectOf({ target }: ReportFinding, zone: string): Html {
  switch (target.kind) {
    case 'event':
      return html`<b
        >${formatTime(target.time, zone)} ${breakable(cutText(target.eventName, longestValue))}</b
      >`;
    case 'entity': {
      const named = holdsLines(target.field)
        ? target.value.split('\n').map(resourceInWords).join(', ')
        : target.value;
      return html`<b>${fieldWords[target.field]} ${breakable(cutText(named, longestValue))}</b>`;
    }
    case 'span':
      return html`<b>${formatTime(target.start, zone)} up to ${formatTime(target.end, zone)}</b>`;
  }
}

function factsOf(
  { target, event, events, record }: ReportFinding,
  place: number,
  listed: ReadonlySet<SourceId>,
): Html {
  if (target.kind !== 'event')
    return html`<p class="muted">${countOf(events, 'event')} in the case</p>`;
  if (event === undefined) {
    return html`<p class="muted">
      Record ${target.record} of ${breakable(cutText(target.path, longestValue))}, SHA-256
      ${target.sha256}: not in the case any more.
    </p>`;
  }
  const shown =
    record === undefined ? noHtml : html` · <a href="#record-${place + 1}">the record</a>`;
  return html`<p class="muted">${eventWords(event)}</p>
    <p class="muted">${citation(event, listed)}${shown}</p>`;
}

/** Who, from where, on what, and how it ended. */
function eventWords({ text, outcome, byService }: ReportEvent): Html {
  const on = (text.loadBalancer === '' ? text.resource : text.loadBalancer)
    .split('\n')
    .filter((part) => part !== '')
    .map(resourceInWords)
    .join(', ');
  const facts = [
    text.errorCode,
    on === '' ? '' : `on ${on}`,
    text.principal === '' ? '' : `by ${text.principal}`,
    text.accessKey === '' ? '' : `with ${text.accessKey}`,
    text.sourceIp === '' ? '' : `from ${text.sourceIp}`,
    text.tool === '' ? '' : `by means of ${text.tool}`,
    byService ? 'an AWS service made the call for someone' : '',
  ].filter((fact) => fact !== '');
  return html`<span class="outcome ${outcome}">${outcome}</span> ${breakable(facts.join(' · '))}`;
}
