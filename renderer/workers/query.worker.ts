import { StoredCase } from '../store/stored-case.ts';
import { holdLifeLine } from './life-line.ts';
import { QueryServer } from './query-server.ts';
import type { QueryAsk } from './query.ts';
import { transferableBuffers } from './transferable-buffers.ts';

holdLifeLine();
const server = new QueryServer((caseId) => StoredCase.open(caseId));

self.addEventListener('message', ({ data }: MessageEvent<QueryAsk>) => {
  void server.answer(data).then((answer) => {
    const reply = answer.kind === 'answered' ? answer.reply : undefined;
    self.postMessage(answer, { transfer: transferableBuffers(reply) });
  });
});
