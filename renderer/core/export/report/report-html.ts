import { formatTime } from '../../base/zoned-time.ts';
import type { FilterField } from '../../query/filter.ts';
import { cutText } from '../cut-text.ts';
import { figureMarkup } from '../figure/figure-svg.ts';
import { paperFonts } from '../figure/svg-text.ts';
import { fields as fieldWords } from '../../words/fields.ts';
import { countOf } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { actorsSection } from './report-actors.ts';
import { cover, type ReportPart } from './report-cover.ts';
import { coverageSection } from './report-coverage.ts';
import { entityTable } from './report-entities.ts';
import { eventSection } from './report-events.ts';
import { evidenceList, importSection } from './report-evidence.ts';
import { howToRead, method } from './report-guide.ts';
import { integritySection } from './report-integrity.ts';
import { loadBalancerSection } from './report-load-balancers.ts';
import type { ReportModel } from './report-model.ts';
import type { ReportOptions } from './report-options.ts';
import { recordsSection } from './report-records.ts';
import { storySection } from './report-story.ts';
import { reportStyle } from './report-style.ts';
import { syntheticNote } from './synthetic-note.ts';

/** The width of the text on A4 and Letter in CSS pixels, about: the figure is drawn for it. */
const textWidth = 700;
const longestName = 300;

/** The parts of the report in their order, by the names of their places in the page. */
const parts: readonly ReportPart[] = [
  { id: 'how-to-read', title: 'How to read this report' },
  { id: 'story', title: 'Findings' },
  { id: 'timeline', title: 'Timeline' },
  { id: 'actors', title: 'Actors and chains of credentials' },
  { id: 'load-balancers', title: 'Load balancers touched' },
  { id: 'entities', title: 'Who, from where, with what, on what' },
  { id: 'events', title: 'Events' },
  { id: 'coverage', title: 'Coverage and gaps' },
  { id: 'import', title: 'Import and completeness' },
  { id: 'integrity', title: 'Integrity of the evidence' },
  { id: 'records', title: 'Records of the findings' },
  { id: 'method', title: 'Method and versions' },
  { id: 'evidence', title: 'Evidence' },
];

/**
 * The report as one HTML page that needs nothing else: no script, no picture, no other file. The
 * same model and options give the same page. It is laid out for paper, and reads on a screen.
 */
export function reportHtml(model: ReportModel, options: ReportOptions): string {
  const { zone } = options;
  const hasRecords = model.story.some(({ record }) => record !== undefined);
  const shown = parts.filter(({ id }) => hasRecords || id !== 'records');
  const page = html`<html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta
        http-equiv="Content-Security-Policy"
        content="default-src 'none'; style-src 'unsafe-inline'"
      />
      <meta name="viewport" content="width=device-width" />
      <title>${cutText(options.title, longestName)}</title>
      <style>
        ${reportStyle(options.paper, paperFonts)}
      </style>
    </head>
    <body>
      ${cover(model, options, shown)}
      ${howToRead(formatTime(model.sums.firstSeen ?? options.generatedAt, zone))}
      ${storySection(model, zone)} ${timeline(model, options)} ${actorsSection(model, zone)}
      ${loadBalancerSection(model, zone)} ${entities(model, zone)} ${eventSection(model, zone)}
      ${coverageSection(model, zone)} ${importSection(model)} ${integritySection(model, zone)}
      ${hasRecords ? recordsSection(model) : noHtml} ${method(options)} ${evidenceList(model, zone)}
    </body>
  </html> `;
  return `<!doctype html>\n${page.markup}`;
}

function timeline(model: ReportModel, { zone, caseName }: ReportOptions): Html {
  const look = { width: textWidth, theme: 'light', zone, caseName } as const;
  const figure = figureMarkup(model, look, false);
  const { field, nested } = model.fields;
  const by = [field, ...(nested === undefined ? [] : [nested])].map((one) => fieldWords[one]);
  return html`<section class="timeline">
    <h2 id="timeline">Timeline</h2>
    <figure>
      ${figure}
      <figcaption>
        Figure 1. The ${countOf(model.sums.count, 'selected event')} by ${by.join(', then ')}, in
        time zone ${zone}. ${syntheticNote(model)}
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
  eventName: 'Event names',
};

function entities(model: ReportModel, zone: string): Html {
  return html`<section>
    <h2 id="entities">Who, from where, with what, on what</h2>
    <p class="lead">
      The values seen in the selected events, the most frequent first. Every event counts once in
      each table.
    </p>
    ${model.entities.map((entity) =>
      entityTable(entity, entityHeadings[entity.field] ?? fieldWords[entity.field], zone),
    )}
  </section>`;
}
