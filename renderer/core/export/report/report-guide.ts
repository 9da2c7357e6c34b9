import { redactionRule } from '../redact-json.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { ReportOptions } from './report-options.ts';

/** What events, outcomes and references are, for people who were not there. */
export function howToRead(example: string): Html {
  return html`<section>
    <h2 id="how-to-read">How to read this report</h2>
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
      17, counted from 0; beside it stands the event ID, by which AWS names the record. The table of
      events shortens: of a long name it has the beginning and the end, and a principal without an
      account number is of the account in its row; “by AWS” means that an AWS service made the call
      for someone. The record has the whole values, and so has the CSV export.
    </p>
  </section>`;
}

/** What was done to the evidence, by which program, and what its words rest on. */
export function method({ appVersion, runtime }: ReportOptions): Html {
  return html`<section>
    <h2 id="method">Method and versions</h2>
    <p>
      Trailwitness ${appVersion} read the evidence files on the investigator’s own machine and
      changed none of them. ${runtime === '' ? '' : `It ran on ${runtime}.`} Made again from the
      same case with the same options, this report is the same but for the time on its first page.
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
      <li>
        <b>Actors and flags.</b> Access keys are joined by principal, by the events that handed one
        out to another, and by source identity. Each flag names the events that made it.
      </li>
      <li>
        <b>Secrets.</b> Only the records of the findings are shown raw, and without their secrets.
        ${redactionRule} Access key IDs are no secrets.
      </li>
    </ul>
  </section>`;
}
