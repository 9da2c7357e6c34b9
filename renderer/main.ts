import { mount } from 'svelte';
import App from './App.svelte';
import { findHost } from './host/find-host.ts';
import { message } from './messages/message.svelte.ts';
import { reportPainter } from './state/export/report-painter.ts';
import { createSession } from './state/app/session.ts';
import { startUp } from './state/app/start-up.ts';
import { Cases } from './store/cases.ts';
import { JournalStore } from './store/journal-store.ts';
import { CaseFileClient } from './workers/case-file/case-file-client.ts';
import { IngestClient, readerPatienceMs } from './workers/ingest/ingest-client.ts';
import { IntegrityClient } from './workers/integrity/integrity-client.ts';
import { QueryClient } from './workers/query/query-client.ts';
import { RecordSearchClient } from './workers/record-search/record-search-client.ts';
import { startQueries } from './workers/query/start-queries.ts';

const host = findHost(window);
const cases = new Cases();
const session = createSession({
  query: new QueryClient(startQueries),
  imports: new IngestClient(readerPatienceMs(location)),
  integrity: new IntegrityClient(),
  records: new RecordSearchClient(),
  caseFiles: new CaseFileClient(),
  cases,
  journals: (caseId) => new JournalStore(caseId),
  host,
  painter: reportPainter(host),
  storage: localStorage,
});

// What nothing else caught is a mistake of the program: the investigator must see it.
window.addEventListener('error', ({ message }) => {
  tellMistake(message);
});
window.addEventListener('unhandledrejection', ({ reason }) => {
  tellMistake(String(reason));
});

// The window stays where it is. The main process is not asked about an empty page. What a browser
// saves as a file is no way out of the page.
navigation.addEventListener('navigate', (event) => {
  if (event.cancelable && event.downloadRequest === null) event.preventDefault();
});

function tellMistake(reason: string): void {
  const wayOut = message('window.mistakeWayOut');
  session.notices.problem({ thing: message('window.mistake'), reason, wayOut });
}

const target = document.querySelector('#app');
if (target === null) throw new Error('The page has no place for the window.');
mount(App, { target, props: { session } });

// Without it Chromium counts cases as a cache, which it empties when the disk runs full.
await navigator.storage.persist();
await startUp(session, cases);
