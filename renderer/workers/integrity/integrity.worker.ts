import { checkCase } from './integrity-server.ts';
import type { IntegrityAsk, IntegrityTell } from './integrity.ts';
import { holdLifeLine } from '../life-line.ts';
import { compareCase } from './originals-server.ts';

holdLifeLine();
self.onmessage = ({ data }: MessageEvent<IntegrityAsk>) => {
  const tell = (what: IntegrityTell): void => {
    self.postMessage(what);
  };
  const { caseId, originals } = data;
  if (originals === undefined) void checkCase(caseId, tell);
  else void compareCase(caseId, originals, tell);
};
