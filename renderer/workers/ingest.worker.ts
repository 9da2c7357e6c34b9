import { startDecoder } from './start-decoder.ts';
import type { IngestAsk } from './ingest.ts';
import { IngestServer } from './ingest-server.ts';

// A third worker brought nothing on two cores; on more, inflating is what takes the time.
const workers = Math.max(1, Math.min(4, navigator.hardwareConcurrency));
const server = new IngestServer(startDecoder, workers, (tell) => {
  self.postMessage(tell);
});
self.onmessage = (event: MessageEvent<IngestAsk>) => void server.ask(event.data);
