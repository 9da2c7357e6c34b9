import type { DecodeAsk } from './decode.ts';
import { DecodeServer } from './decode-server.ts';

const server = new DecodeServer((tell, transfer) => {
  self.postMessage(tell, { transfer });
});
self.onmessage = (event: MessageEvent<DecodeAsk>) => {
  server.ask(event.data);
};
