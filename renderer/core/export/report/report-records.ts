import { cutText } from '../cut-text.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { Html, html, noHtml } from '../html.ts';
import { indentedLines } from '../json-tokens.ts';
import { redactionRule } from '../redact-json.ts';
import { citation } from './citation.ts';
import type { ReportModel } from './report-model.ts';

/** Lines of one record, and characters of one line. */
const mostLines = 250;
const longestLine = 600;
const lineBreak = new Html('\n');

/** The raw records of the findings, without their secrets. */
export function recordsSection({ story, sources }: ReportModel): Html {
  const listed = new Set(sources.map(({ id }) => id));
  const records = story.flatMap(({ event, record }, place) =>
    event === undefined || record === undefined ? [] : [{ event, record, place }],
  );
  if (records.length === 0) return noHtml;
  const redacted = records.reduce((sum, { record }) => sum + record.redacted, 0);
  return html`<section>
    <h2 id="records">Records of the findings</h2>
    <p class="lead">
      As CloudTrail wrote them, but for white space between their parts. ${redactionRule}
      ${countOf(redacted, 'value was', 'values were')} taken out here; the evidence has them whole.
    </p>
    ${records.map(
      ({ event, record, place }) =>
        html`<h3 id="record-${place + 1}">Finding ${place + 1}: ${event.text.eventName}</h3>
          <p class="muted">${citation(event, listed)}</p>
          <pre>${lines(record.json)}</pre>`,
    )}
  </section>`;
}

function lines(json: string): Html {
  const all = indentedLines(json);
  const shown = all.slice(0, mostLines).map((line) => cutText(line, longestLine));
  const cut = all.length > mostLines ? [`… [cut: ${formatCount(all.length)} lines in all]`] : [];
  return html`${[...shown, ...cut].map((line) => html`${line}${lineBreak}`)}`;
}
