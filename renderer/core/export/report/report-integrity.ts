import type { EpochMs, Span } from '../../base/units.ts';
import { formatTime } from '../../base/zoned-time.ts';
import type { TrailCheck } from '../../integrity/check-trail.ts';
import type { DigestCheck } from '../../integrity/digest-chains.ts';
import { findingsOf, type Finding } from '../../integrity/findings.ts';
import type { EvidenceCheck } from '../../integrity/integrity-check.ts';
import { logVerdicts } from '../../integrity/log-checks.ts';
import { inEnglish } from '../../words/phrase.ts';
import { verdict as verdictWords } from '../../words/verdict.ts';
import { breakable } from '../breakable.ts';
import { cutText } from '../cut-text.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import type { ReportModel } from './report-model.ts';

const mostFindings = 500;
const longestText = 500;

/** Whether the evidence is as it was imported, and as CloudTrail delivered it; and what speaks against it. */
export function integritySection({ integrity, sources }: ReportModel, zone: string): Html {
  if (integrity === undefined) {
    return html`<section>
      <h2 id="integrity">Integrity of the evidence</h2>
      <p>The evidence was not read again since its import.</p>
    </section>`;
  }
  const { checked, evidence, trail, lastSource } = integrity;
  const later = sources.filter(({ id }) => id > lastSource).length;
  const findings = findingsOf(integrity, sources);
  return html`<section>
    <h2 id="integrity">Integrity of the evidence</h2>
    <p>Read again ${formatTime(checked, zone)}: ${evidenceWords(evidence)}.</p>
    ${later === 0 ? noHtml : html`<p>${countOf(later, 'file was', 'files were')} imported after that, and not read again.</p>`}
    ${trail === undefined ? html`<p>No digest files and no sign files of CloudTrail were among the evidence, so it could not be held against what CloudTrail delivered.</p>` : trailWords(trail)}
    <h3>What speaks against the evidence</h3>
    ${findings.length === 0 ? html`<p>Nothing was found.</p>` : findingTable(findings, zone)}
  </section>`;
}

function evidenceWords({ same, differs, gone, notKept }: EvidenceCheck): string {
  return [
    `${countOf(same, 'file has', 'files have')} the SHA-256 noted at import`,
    `${formatCount(differs.length)} changed`,
    `the bytes of ${formatCount(gone.length)} are gone`,
    `${formatCount(notKept)} that were no logs were not kept`,
  ].join(', ');
}

function trailWords({ logs, digests, signFiles = [], missing, keys }: TrailCheck): Html {
  const verdicts = logVerdicts
    .toReversed()
    .map((verdict) => ({
      verdict,
      count: logs.filter((log) => log.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0);
  const isValid = ({ signature }: Pick<DigestCheck, 'signature'>): boolean => signature === 'valid';
  const lostResults = signFiles.reduce((sum, sign) => sum + sign.missing.length, 0);
  return html`<p>
      ${countOf(digests.length, 'digest file')} of CloudTrail,
      ${formatCount(digests.filter(isValid).length)} with a valid signature, by
      ${countOf(keys.length, 'public key')} among the evidence. They name
      ${countOf(missing.length, 'log file')} that the evidence lacks.
    </p>
    ${
      signFiles.length === 0
        ? noHtml
        : html`<p>
            ${countOf(signFiles.length, 'sign file')} of CloudTrail Lake’s query results,
            ${formatCount(signFiles.filter(isValid).length)} with a valid signature. They name
            ${countOf(lostResults, 'file')} that the evidence lacks.
          </p>`
    }
    <table>
      <thead>
        <tr>
          <th scope="col" class="verdict">Verdict</th>
          <th scope="col" class="number">Files</th>
          <th scope="col">Meaning</th>
        </tr>
      </thead>
      <tbody>
        ${verdicts.map(
          ({ verdict, count }) =>
            html` <tr>
              <th scope="row">${verdictWords[verdict]}</th>
              <td class="number">${formatCount(count)}</td>
              <td>${verdictWords[`${verdict}Means`]}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function findingTable(findings: readonly Finding[], zone: string): Html {
  return html`${findings.length > mostFindings ? html`<p>The first ${formatCount(mostFindings)} of ${formatCount(findings.length)}; the import ledger has all.</p>` : noHtml}
    <table>
      <thead>
        <tr>
          <th scope="col" class="verdict">Doubt</th>
          <th scope="col">File, and what it means</th>
          <th scope="col">Time in doubt</th>
        </tr>
      </thead>
      <tbody>
        ${findings.slice(0, mostFindings).map(
          ({ title, subject, detail, span }) =>
            html` <tr>
              <td>${inEnglish(title)}</td>
              <th scope="row" class="value">
                ${breakable(cutText(typeof subject === 'string' ? subject : inEnglish(subject), longestText))}
                <div class="muted">${breakable(cutText(inEnglish(detail), longestText))}</div>
              </th>
              <td>${spanWords(span, zone)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function spanWords(span: Span<EpochMs> | undefined, zone: string): string {
  if (span === undefined) return 'the whole file';
  // Spans leave out their end: the last event is a millisecond before it.
  const [start, end] = [formatTime(span.start, zone), formatTime(span.end - 1, zone)];
  return start === end ? start : `${start} to ${end}`;
}
