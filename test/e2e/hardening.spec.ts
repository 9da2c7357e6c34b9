import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, idle, test } from './app.ts';

test('cases are kept even where the disk runs full', async ({ apps }) => {
  const { page } = await apps.start();
  await idle(page);
  expect(await page.evaluate(() => navigator.storage.persisted())).toBe(true);
});

test('WebRTC reaches nobody, neither over UDP nor over TCP', async ({ apps }) => {
  const { page } = await apps.start();
  await idle(page);
  const arrived: string[] = [];
  const udp = createSocket('udp4', () => arrived.push('udp'));
  udp.bind(0, '127.0.0.1');
  await once(udp, 'listening');
  const tcp = createServer(() => arrived.push('tcp'));
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const ports = { udp: udp.address().port, tcp: (tcp.address() as AddressInfo).port };
  const outcome = await page.evaluate(async ({ udp: udpPort, tcp: tcpPort }) => {
    try {
      const connection = new RTCPeerConnection({
        iceServers: [
          { urls: `stun:127.0.0.1:${udpPort}` },
          { urls: `turn:127.0.0.1:${tcpPort}?transport=tcp`, username: 'a', credential: 'b' },
        ],
      });
      connection.createDataChannel('out');
      await connection.setLocalDescription(await connection.createOffer());
      // Gathering ends once every server was tried.
      if (connection.iceGatheringState !== 'complete') {
        await new Promise<void>((resolve) => {
          connection.addEventListener('icegatheringstatechange', () => {
            if (connection.iceGatheringState === 'complete') resolve();
          });
        });
      }
      return 'tried';
    } catch (error) {
      return String(error);
    }
  }, ports);
  udp.close();
  tcp.close();
  expect(arrived, outcome).toEqual([]);
});

test('the window goes nowhere, not even to an empty page', async ({ apps }) => {
  const { page } = await apps.start();
  await idle(page);
  for (const address of [
    'about:blank',
    'data:text/html,x',
    'app://print/x',
    'app://trailwitness/x',
  ]) {
    await page.evaluate((to) => {
      location.href = to;
    }, address);
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = to;
      document.body.append(link);
      link.click();
      link.remove();
    }, address);
  }
  expect(page.url()).toBe('app://trailwitness/index.html');
  await idle(page);
});
