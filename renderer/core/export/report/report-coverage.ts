import type { EventRef, SourceId } from '../../base/units.ts';
import type { CoverageGap } from '../../correlate/coverage.ts';
import { gapGround, gapSpan, gapTitle } from '../../correlate/coverage-words.ts';
import { gap as gapWords } from '../../words/gap.ts';
import { inEnglish } from '../../words/phrase.ts';
import { cutText } from '../cut-text.ts';
import { formatCount } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { citation } from './citation.ts';
import type { ReportModel } from './report-model.ts';

const longestText = 500;

/** When events may be missing from the case, and what says so. */
export function coverageSection(model: ReportModel, zone: string): Html {
  const { gaps, gapsInAll, sources } = model;
  const listed = new Set(sources.map(({ id }) => id));
  return html`<section>
    <h2 id="coverage">Coverage and gaps</h2>
    <p class="lead">
      When an account and region that otherwise speaks was silent, when a trail recorded less than
      before, and when log files that a digest names are missing. ${gapWords.warning}
      ${gaps.length < gapsInAll ? `The first ${formatCount(gaps.length)} of ${formatCount(gapsInAll)}.` : ''}
    </p>
    ${
      gaps.length === 0
        ? html`<p>No such time was found in the case.</p>`
        : html`<table>
            <thead>
              <tr>
                <th scope="col">Gap, and what it rests on</th>
                <th scope="col">Time</th>
              </tr>
            </thead>
            <tbody>
              ${gaps.map(
                (gap) =>
                  html`<tr>
                    <th scope="row" class="value">
                      ${cutText(inEnglish(gapTitle(gap)), longestText)}
                      <div class="muted">${cutText(inEnglish(gapGround(gap)), longestText)}</div>
                      ${refsOf(gap).map((ref) => cite(ref, model, listed))}
                    </th>
                    <td>${inEnglish(gapSpan(gap, zone))}</td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
  </section>`;
}

function refsOf(gap: CoverageGap): readonly EventRef[] {
  if (gap.kind !== 'trail') return [];
  return [gap.began.ref, ...(gap.ended === undefined ? [] : [gap.ended.ref])];
}

function cite(ref: EventRef, { citations }: ReportModel, listed: ReadonlySet<SourceId>): Html {
  const cited = citations.get(ref);
  return cited === undefined ? noHtml : html`<div>${citation(cited, listed)}</div>`;
}
