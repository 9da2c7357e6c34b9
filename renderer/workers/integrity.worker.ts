import type { IntegrityAsk } from './integrity.ts';
import { checkCase } from './integrity-server.ts';

self.onmessage = ({ data }: MessageEvent<IntegrityAsk>) => {
  void checkCase(data.caseId, (tell) => {
    self.postMessage(tell);
  });
};
