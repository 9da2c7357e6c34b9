import { holdLifeLine } from '../life-line.ts';
import { searchRecords } from './record-search-server.ts';
import type { RecordSearchAsk, RecordSearchTell } from './record-search.ts';

holdLifeLine();
self.addEventListener('message', ({ data }: MessageEvent<RecordSearchAsk>) => {
  void searchRecords(data, (tell: RecordSearchTell) => {
    self.postMessage(tell, { transfer: tell.kind === 'part' ? [tell.found.buffer] : [] });
  });
});
