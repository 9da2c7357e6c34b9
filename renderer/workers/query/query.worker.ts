import { StoredCase } from '../../store/stored-case.ts';
import { holdLifeLine } from '../life-line.ts';
import { QueryServer } from './query-server.ts';
import type { QueryAnswer, QueryAsk } from './query.ts';
import { Together } from '../together.ts';
import { transferableBuffers } from '../transferable-buffers.ts';

holdLifeLine();
const server = new QueryServer((caseId) => StoredCase.open(caseId));
// Answers that need no waiting are all there by the next task.
const answers = new Together<QueryAnswer>(
  (ready) => {
    const transfer = ready.flatMap((answer) =>
      answer.kind === 'answered' ? transferableBuffers(answer.reply) : [],
    );
    self.postMessage(ready, { transfer });
  },
  (run) => {
    setTimeout(run);
  },
);

self.addEventListener('message', ({ data: asks }: MessageEvent<readonly QueryAsk[]>) => {
  for (const ask of asks) {
    void server.answer(ask).then((answer) => {
      answers.add(answer);
    });
  }
});
