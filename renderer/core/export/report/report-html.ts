import type { EpochMs } from '../../base/units.ts';
import { formatDuration, formatTime } from '../../base/zoned-time.ts';
import type { FilterField } from '../../query/filter.ts';
import { cutText } from '../cut-text.ts';
import { figureMarkup } from '../figure/figure-svg.ts';
import { fieldLabels, filterInWords } from '../filter-words.ts';
import { countOf, formatCount } from '../format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { entityTable } from './report-entities.ts';
import { eventTable } from './report-events.ts';
import { evidenceList, importSection } from './report-evidence.ts';
import { integritySection } from './report-integrity.ts';
import type { ReportModel } from './report-model.ts';
import { reportStyle } from './report-style.ts';
import type { Paper } from './report-style.ts';
import { paperFonts } from '../figure/svg-text.ts';
import { syntheticNote } from './synthetic-note.ts';

export interface ReportOptions {
  readonly title: string;
  readonly caseName: string;
  readonly zone: string;
  readonly generatedAt: EpochMs;
  readonly appVersion: string;
  readonly paper: Paper;
}

/** The width of the text on A4 and Letter in CSS pixels, about: the figure is drawn for it. */
const textWidth = 700;
const longestName = 300;

/**
 * The report as one HTML page that needs nothing else: no script, no picture, no other file. The
 * same model and options give the same page. It is laid out for paper, and reads on a screen.
 */
export function reportHtml(model: ReportModel, options: ReportOptions): string {
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta
        http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'"
      />
      <title>${cutText(options.title, longestName)}</title>
      <style>
        ${reportStyle(options.paper, paperFonts)}
      </style>
    </head>
    <body>
      ${titleBlock(model, options)}
      ${howToRead(formatTime(model.sums.firstSeen ?? options.generatedAt, options.zone))}
      ${timeline(model, options)} ${entities(model, options.zone)}
      ${eventTable(model, options.zone)} ${importSection(model)}
      ${integritySection(model, options.zone)} ${evidenceList(model, options.zone)}
      ${method(options)}
    </body>
  </html> `;
  return `<!doctype html>\n${page.markup}`;
}

function titleBlock(model: ReportModel, options: ReportOptions): Html {
  const { zone } = options;
  const note = syntheticNote(model);
  const { sums } = model;
  const failures = `${formatCount(sums.failed)} failed, ${formatCount(sums.denied)} denied`;
  const reads = sums.count - sums.writes - sums.failed - sums.denied;
  return html`<header>
    <h1>${cutText(options.title, longestName)}</h1>
    ${note === '' ? noHtml : html`<p class="note">${note}</p>`}
    <dl class="facts">
      <dt>Case</dt>
      <dd>${cutText(options.caseName, longestName)}</dd>
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
      <dt>Evidence</dt>
      <dd>${countOf(model.importSums.files, 'file')}, listed at the end with their SHA-256</dd>
      <dt>Made</dt>
      <dd>${formatTime(options.generatedAt, zone)} by Trailwitness ${options.appVersion}</dd>
    </dl>
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

function howToRead(example: string): Html {
  return html`<section>
    <h2>How to read this report</h2>
    <p>
      Amazon Web Services (AWS) writes a record of each call to its services in a log named
      CloudTrail. This report lists such records, here called events, as the investigator selected
      them. Each event has one outcome:
    </p>
    <dl class="outcomes">
      <dt><span class="outcome read">read</span></dt>
      <dd>the call succeeded and changed nothing</dd>
      <dt><span class="outcome write">write</span></dt>
      <dd>the call succeeded and is of a kind that changes something</dd>
      <dt><span class="outcome failed">failed</span></dt>
      <dd>AWS answered with an error, other than for want of permission</dd>
      <dt><span class="outcome denied">denied</span></dt>
      <dd>AWS refused the call for want of permission</dd>
    </dl>
    <p>
      Times are those that the records state, such as ${example}. “Not in this record” means that a
      record does not have the value. Characters that cannot be seen, or that would turn the text
      around them, are shown by their name or code in double brackets, such as ⟦LF⟧ for a line break
      or ⟦U+202E⟧ for one that turns the text around.
    </p>
    <p>
      A reference such as “#3:17” leads to file number 3 of the evidence list, and there to record
      17, counted from 0. Beside this reference the table of events shortens: of an event ID it has
      the first characters, of a long name the beginning and the end, and a principal without an
      account number is of the account in its row; “by AWS” means that an AWS service made the call
      for someone. The record has the whole values, and so has the CSV export.
    </p>
  </section>`;
}

function timeline(model: ReportModel, { zone, caseName }: ReportOptions): Html {
  const look = { width: textWidth, theme: 'light', zone, caseName } as const;
  const figure = figureMarkup(model, look, false);
  const field = fieldLabels[model.laneField];
  return html`<section class="timeline">
    <h2>Timeline</h2>
    <figure>
      ${figure}
      <figcaption>
        Figure 1. The ${countOf(model.sums.count, 'selected event')} by ${field}, in time zone
        ${zone}. ${syntheticNote(model)}
      </figcaption>
    </figure>
  </section>`;
}

const entityHeadings: Readonly<Partial<Record<FilterField, string>>> = {
  sourceIp: 'Source IP addresses',
  accessKey: 'Access keys',
  tool: 'Tools',
  userAgent: 'User agents',
  principal: 'Principals',
  loadBalancer: 'Load balancers',
  eventName: 'Event names',
};

function entities(model: ReportModel, zone: string): Html {
  return html`<section>
    <h2>Who, from where, with what, on what</h2>
    <p class="lead">
      The values seen in the selected events, the most frequent first. Every event counts once in
      each table.
    </p>
    ${model.entities.map((entity) =>
      entityTable(entity, entityHeadings[entity.field] ?? fieldLabels[entity.field], zone),
    )}
  </section>`;
}

function method({ appVersion }: ReportOptions): Html {
  return html`<section>
    <h2>Method</h2>
    <p>
      Trailwitness ${appVersion} read the evidence files on the investigator’s own machine and
      changed none of them.
    </p>
    <ul>
      <li>
        <b>Integrity.</b> The SHA-256 of every file was taken over its bytes as found. Each event
        keeps its file, its place among that file’s records, and its first byte and length in the
        file’s content, so that the record can be shown and the file checked again. Where
        CloudTrail’s digest files are among the evidence, log files are validated as AWS documents
        it: a log file is proven where its hash is in a digest whose signature fits one of
        CloudTrail’s public keys.
      </li>
      <li>
        <b>Completeness.</b> Every record read was kept, or was a duplicate, or was rejected with a
        reason: read = kept + duplicate + rejected, for each file and in all. This says nothing of
        records that AWS did not write or that are in none of these files.
      </li>
      <li>
        <b>Duplicates.</b> A record is a duplicate where an earlier one has the same event ID, the
        same account and the same content. Records with the same ID and other content are all kept,
        and so are records without an event ID.
      </li>
      <li>
        <b>Outcome.</b> “Denied” and “failed” follow from the record’s error; “read” from its
        readOnly field or, where it has none, from the name of the call.
      </li>
      <li>
        <b>Tool and principal.</b> Read from the user agent and the identity in the record. The
        caller chooses the user agent freely: it is no proof of the tool.
      </li>
      <li>
        <b>Load balancer.</b> Taken from the names and ARNs in the request, the response, the
        resources and the error message. A listener, a rule or a target group is attributed to its
        load balancer where its own ARN or other events of the case connect them. Values that the
        caller typed may name what does not exist.
      </li>
    </ul>
  </section>`;
}
