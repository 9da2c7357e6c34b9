import { formatDuration, formatTime } from '../../base/zoned-time.ts';
import { cutText } from '../cut-text.ts';
import { filterInWords } from '../filter-words.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import type { ReportOptions } from './report-options.ts';
import type { ReportModel } from './report-model.ts';
import { syntheticNote } from './synthetic-note.ts';

const longestName = 300;

/** A part of the report, for the list of contents. */
export interface ReportPart {
  readonly id: string;
  readonly title: string;
}

/** The first page: what the report is of, who made it, and what is in it. */
export function cover(
  model: ReportModel,
  options: ReportOptions,
  parts: readonly ReportPart[],
): Html {
  const { zone, author, title } = options;
  const note = syntheticNote(model);
  const { sums, importSums } = model;
  const failures = `${formatCount(sums.failed)} failed, ${formatCount(sums.denied)} denied`;
  const reads = sums.count - sums.writes - sums.failed - sums.denied;
  return html`<header class="cover">
    <h1>${cutText(title, longestName)}</h1>
    ${note === '' ? noHtml : html`<p class="note">${note}</p>`}
    <dl class="facts">
      <dt>Case</dt>
      <dd>${cutText(options.caseName, longestName)}</dd>
      ${
        author === ''
          ? noHtml
          : html`<dt>Author</dt>
              <dd>${cutText(author, longestName)}</dd>`
      }
      <dt>Selection</dt>
      <dd>${sentences(filterInWords(model.filter, zone))}</dd>
      <dt>Events</dt>
      <dd>
        ${countOf(sums.count, 'event')}: ${countOf(reads, 'read')},
        ${countOf(sums.writes, 'write')}, ${failures}
      </dd>
      <dt>Time span</dt>
      <dd>${spanInWords(model, zone)}</dd>
      <dt>Time zone</dt>
      <dd>${zone}. Every time in this report is in this zone.</dd>
      <dt>Findings</dt>
      <dd>${countOf(model.story.length, 'finding')} of the investigator</dd>
      <dt>Evidence</dt>
      <dd>
        ${countOf(importSums.files, 'file')}, listed at the end with their SHA-256;
        ${countOf(importSums.kept, 'event')} in all
      </dd>
      <dt>Made</dt>
      <dd class="made">
        ${formatTime(options.generatedAt, zone)} by Trailwitness ${options.appVersion}
      </dd>
    </dl>
    <nav aria-label="Contents">
      <ol class="contents">
        ${parts.map(({ id, title: part }) => html`<li><a href="#${id}">${part}</a></li>`)}
      </ol>
    </nav>
  </header>`;
}

function sentences(texts: readonly string[]): Html {
  const [only = ''] = texts;
  if (texts.length <= 1) return html`${only}`;
  return html`All of these hold:
    <ul>
      ${texts.map((text) => html`<li>${text}</li>`)}
    </ul>`;
}

function spanInWords({ sums }: ReportModel, zone: string): Html {
  const { firstSeen, lastSeen } = sums;
  if (firstSeen === undefined || lastSeen === undefined) return html`No event is selected`;
  // Ten years are thousands of days.
  const length = formatDuration(lastSeen - firstSeen).replace(/^\d{4,}/u, (days) =>
    formatCount(Number(days)),
  );
  return html`${formatTime(firstSeen, zone)} to ${formatTime(lastSeen, zone)} (${length}, first to
  last event)`;
}
