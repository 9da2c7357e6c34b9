import { formatTime } from '../../base/zoned-time.ts';
import type { EvidenceSource, Verdict } from '../../source/evidence.ts';
import { breakable } from '../breakable.ts';
import { cutText } from '../cut-text.ts';
import { countOf, formatCount } from '../../base/format-count.ts';
import { html, noHtml } from '../html.ts';
import type { Html } from '../html.ts';
import { citedSources, type ReportModel } from './report-model.ts';

/** Beyond this many files the ledger, a CSV file, is the list; those that events cite are here. */
const mostFiles = 2000;
const mostTroubles = 500;
const longestPath = 500;
const longestReason = 300;
/** 200 bytes, each of which may be shown by a name. */
const longestSample = 2000;

const verdictWords: Readonly<Record<Verdict, string>> = {
  imported: 'imported',
  partly: 'partly imported',
  duplicate: 'in the case already',
  skipped: 'skipped: not CloudTrail',
  unreadable: 'unreadable',
  archive: 'archive',
};

/** What the import counted, and the files that were not wholly read, with the reasons. */
export function importSection(model: ReportModel): Html {
  const { importSums: sums, sources } = model;
  const troubles = sources.filter(({ verdict }) => verdict !== 'imported' && verdict !== 'archive');
  return html`<section>
    <h2 id="import">Import and completeness</h2>
    <p>
      ${countOf(sums.read, 'record')} read = ${formatCount(sums.kept)} kept +
      ${formatCount(sums.duplicate)} duplicate + ${formatCount(sums.rejected)} rejected, of which
      ${countOf(sums.elb, 'kept record is', 'kept records are')} of Elastic Load Balancing.
    </p>
    <p>
      ${countOf(sums.files, 'file')}: ${formatCount(sums.imported)} imported,
      ${formatCount(sums.partly)} partly imported, ${formatCount(sums.duplicateFiles)} in the case
      already, ${formatCount(sums.skipped)} skipped, ${formatCount(sums.unreadable)} unreadable;
      ${countOf(sums.bytes, 'byte')} as found.
    </p>
    <h3>Files not wholly imported</h3>
    ${troubles.length === 0 ? html`<p>None: every file was wholly imported.</p>` : troubleTable(troubles)}
    ${conflictTable(model)} ${issueTable(model)}
  </section>`;
}

function troubleTable(troubles: readonly EvidenceSource[]): Html {
  // A file read in part weighs more than the many copies and foreign files of a folder.
  const byWeight: readonly Verdict[] = ['partly', 'unreadable', 'skipped', 'duplicate'];
  const sorted = byWeight.flatMap((verdict) => troubles.filter((file) => file.verdict === verdict));
  return html`${sorted.length > mostTroubles ? html`<p>The first ${formatCount(mostTroubles)} of ${formatCount(sorted.length)}; the import ledger lists all.</p>` : noHtml}
    <table>
      <thead>
        <tr>
          <th scope="col" class="file">No.</th>
          <th scope="col">File</th>
          <th scope="col" class="verdict">Verdict</th>
          <th scope="col">Reason</th>
          <th scope="col" class="number">Rejected</th>
        </tr>
      </thead>
      <tbody>
        ${sorted.slice(0, mostTroubles).map(
          (file) =>
            html` <tr>
              <td class="file">#${file.id}</td>
              <th scope="row" class="value">${breakable(cutText(file.path, longestPath))}</th>
              <td>${verdictWords[file.verdict]}</td>
              <td>${reason(file)}</td>
              <td class="number">${formatCount(file.rejected)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

/** Which of two records with one id is true is for a person to say: both places, with the id. */
function conflictTable({ conflicts, conflictsInAll, citations, sources }: ReportModel): Html {
  if (conflicts.length === 0) return noHtml;
  const fileOf = new Map(sources.map((source) => [source.id, source]));
  return html`<h3>Records with one event ID and different content</h3>
    <p>
      ${countOf(conflictsInAll, 'record has', 'records have')} the event ID and account of another,
      and other content. All are kept, and each counts as an event of its own.
      ${conflicts.length < conflictsInAll ? `The first ${formatCount(conflicts.length)} are listed; the import ledger lists all.` : ''}
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">Event ID</th>
          <th scope="col">File</th>
          <th scope="col" class="number">Record</th>
        </tr>
      </thead>
      <tbody>
        ${conflicts.map((ref) => {
          const cited = citations.get(ref);
          const path = cited === undefined ? '' : (fileOf.get(cited.source)?.path ?? '');
          return html`<tr>
            <td class="id">${cited?.eventId ?? ''}</td>
            <th scope="row" class="value">
              #${cited?.source ?? ''} ${breakable(cutText(path, longestPath))}
            </th>
            <td class="number">${cited === undefined ? '' : formatCount(cited.recordIndex)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

/** What could not be read, with its place and what stands there. */
function issueTable({ issues, issuesInAll, sources }: ReportModel): Html {
  if (issues.length === 0) return noHtml;
  const pathOf = new Map(sources.map(({ id, path }) => [id, path]));
  return html`<h3>Records and stretches that could not be read</h3>
    ${issues.length < issuesInAll ? html`<p>The first ${formatCount(issues.length)} of ${formatCount(issuesInAll)}; the import ledger lists all.</p>` : noHtml}
    <table>
      <thead>
        <tr>
          <th scope="col">File, reason, the first bytes there</th>
          <th scope="col" class="number">Record</th>
          <th scope="col" class="number">Byte</th>
        </tr>
      </thead>
      <tbody>
        ${issues.map(
          ({ source, recordIndex, offset, reason: why, sample }) =>
            html` <tr>
              <th scope="row" class="value">
                #${source} ${breakable(cutText(pathOf.get(source) ?? '', longestPath))}
                <div>${cutText(why, longestReason)}</div>
                <div class="id">${breakable(cutText(sample, longestSample))}</div>
              </th>
              <td class="number">${recordIndex === undefined ? '' : formatCount(recordIndex)}</td>
              <td class="number">${formatCount(offset)}</td>
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function reason({ reason: text, duplicateOf }: EvidenceSource): string {
  const cut = cutText(text, longestReason);
  return duplicateOf === undefined
    ? cut
    : `${cut === '' ? 'same bytes' : cut} (see #${duplicateOf})`;
}

/** Every evidence file with its SHA-256 and what was read of it. */
export function evidenceList(model: ReportModel, zone: string): Html {
  const files = listedFiles(model);
  const all = model.sources.length;
  return html`<section>
    <h2 id="evidence">Evidence</h2>
    ${files.length < all ? html`<p>${countOf(files.length, 'file')} of ${formatCount(all)}, among them all that this report refers to; the import ledger lists all.</p>` : noHtml}${
      files.length === 0
        ? html`<p>The case has no evidence.</p>`
        : html`<table class="evidence">
            <thead>
              <tr>
                <th scope="col" class="file">No.</th>
                <th scope="col">File, SHA-256, content</th>
                <th scope="col" class="number">Bytes</th>
                <th scope="col" class="number">Read</th>
                <th scope="col" class="number">Kept</th>
                <th scope="col" class="number">Dupl.</th>
                <th scope="col" class="number">Rej.</th>
              </tr>
            </thead>
            <tbody>
              ${files.map((file) => fileRow(file, zone))}
            </tbody>
          </table>`
    }
  </section>`;
}

function listedFiles(model: ReportModel): readonly EvidenceSource[] {
  const { sources } = model;
  if (sources.length <= mostFiles) return sources;
  const cited = citedSources(model);
  let others = Math.max(0, mostFiles - cited.size);
  return sources.filter(({ id }) => cited.has(id) || others-- > 0);
}

function fileRow(file: EvidenceSource, zone: string): Html {
  const { span, verdict } = file;
  const facts = [cutText(file.shape, longestReason)];
  if (verdict !== 'imported') facts.push(verdictWords[verdict]);
  // Spans leave out their end: the last event is a millisecond before it.
  if (span !== undefined)
    facts.push(`events ${formatTime(span.start, zone)} to ${formatTime(span.end - 1, zone)}`);
  const hash = file.sha256 === '' ? 'no SHA-256: the file could not be read' : file.sha256;
  return html` <tr id="file-${file.id}">
    <td class="file">#${file.id}</td>
    <th scope="row" class="value">
      ${breakable(cutText(file.path, longestPath))}
      <div class="id">${hash}</div>
      <div class="muted">${facts.filter((fact) => fact !== '').join(' · ')}</div>
    </th>
    <td class="number">${formatCount(file.bytes)}</td>
    <td class="number">${formatCount(file.read)}</td>
    <td class="number">${formatCount(file.kept)}</td>
    <td class="number">${formatCount(file.duplicate)}</td>
    <td class="number">${formatCount(file.rejected)}</td>
  </tr>`;
}
