import { IngestServer } from './ingest-server.ts';
import type { IngestAsk } from './ingest.ts';
import { holdLifeLine } from '../life-line.ts';
import { startDecoder } from '../decode/start-decoder.ts';

holdLifeLine();
// A third worker brought nothing on two cores; on more, inflating is what takes the time.
const workers = Math.max(1, Math.min(4, navigator.hardwareConcurrency));
const server = new IngestServer(startDecoder, workers, (tell) => {
  self.postMessage(tell);
});
self.onmessage = (event: MessageEvent<IngestAsk>) => void server.ask(event.data);
