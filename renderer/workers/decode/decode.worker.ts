import { DecodeServer } from './decode-server.ts';
import type { DecodeAsk } from './decode.ts';
import { holdLifeLine } from '../life-line.ts';

holdLifeLine();
const server = new DecodeServer((tell, transfer) => {
  self.postMessage(tell, { transfer });
});
self.onmessage = (event: MessageEvent<DecodeAsk>) => {
  server.ask(event.data);
};
