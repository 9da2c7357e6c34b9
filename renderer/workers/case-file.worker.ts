import type { CaseFileAsk } from './case-file.ts';
import { CaseFileServer } from './case-file-server.ts';
import { transferableBuffers } from './transferable-buffers.ts';

const server = new CaseFileServer((tell) => {
  self.postMessage(tell, { transfer: transferableBuffers(tell) });
});
self.onmessage = ({ data }: MessageEvent<CaseFileAsk>) => {
  void server.ask(data);
};
