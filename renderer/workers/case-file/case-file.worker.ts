import { CaseFileServer } from './case-file-server.ts';
import type { CaseFileAsk } from './case-file.ts';
import { holdLifeLine } from '../life-line.ts';
import { transferableBuffers } from '../transferable-buffers.ts';

holdLifeLine();
const server = new CaseFileServer((tell) => {
  self.postMessage(tell, { transfer: transferableBuffers(tell) });
});
self.onmessage = ({ data }: MessageEvent<CaseFileAsk>) => {
  void server.ask(data);
};
