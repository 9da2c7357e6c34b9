// Electron's security checklist (electronjs.org/docs/latest/tutorial/security), in the running app.
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { expect, idle, test, type RunningApp } from './app.ts';

async function started(apps: { start(): Promise<RunningApp> }): Promise<RunningApp> {
  const app = await apps.start();
  await idle(app.page);
  return app;
}

test('the page is sandboxed, isolated, and has nothing of Node', async ({ apps }) => {
  const { electron, page } = await started(apps);
  const preferences: unknown = await electron.evaluate(({ BrowserWindow }) => {
    const contents: unknown = BrowserWindow.getAllWindows()[0]?.webContents;
    // Electron has it, and its types do not.
    return (contents as { getLastWebPreferences(): unknown }).getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    sandbox: true,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    nodeIntegrationInSubFrames: false,
  });
  expect((preferences as { enableBlinkFeatures?: string }).enableBlinkFeatures ?? '').toBe('');
  const seen = await page.evaluate(() => ({
    names: ['require', 'process', 'module', 'global', 'Buffer', '__dirname', 'ipcRenderer'].filter(
      (name) => name in window,
    ),
    calls: Object.values((window as unknown as { bridge: object }).bridge).every(
      (call) => typeof call === 'function',
    ),
  }));
  expect(seen).toEqual({ names: [], calls: true });
});

test('no script runs that is not the app’s own, and no code is made of text', async ({ apps }) => {
  const { page } = await started(apps);
  const ran = await page.evaluate(async () => {
    const found: string[] = [];
    // Playwright's own call may make code of text: what follows is run by the page.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    // Through the text of a timer, markup and an address, as an injection would.
    const code = 'document.documentElement.dataset.owned = "1"';
    try {
      // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- it is what must not work
      new Function(code)();
    } catch (error) {
      found.push(error instanceof EvalError ? 'no eval' : String(error));
    }
    const holder = document.createElement('div');
    holder.innerHTML = `<img src=x onerror='${code}'><svg onload='${code}'></svg><style>body{display:none}</style>`;
    document.body.append(holder);
    const script = document.createElement('script');
    script.textContent = code;
    document.body.append(script);
    const frame = document.createElement('iframe');
    frame.srcdoc = `<script>parent.${code}</script>`;
    document.body.append(frame);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const isHidden = getComputedStyle(document.body).display === 'none';
    return { found, owned: document.documentElement.dataset['owned'], isHidden };
  });
  expect(ran).toEqual({ found: ['no eval'], owned: undefined, isHidden: false });
});

test('every answer of the app’s own scheme allows its own origin and nothing else', async ({
  apps,
}) => {
  const { page } = await started(apps);
  const policies = await page.evaluate(async () => {
    const own = [...document.querySelectorAll('script[src], link[href]')].map(
      (one) => one.getAttribute('src') ?? one.getAttribute('href') ?? '',
    );
    const asked = ['index.html', ...own].map((address) => fetch(address));
    return (await Promise.all(asked)).map(
      ({ headers }) => headers.get('content-security-policy') ?? '',
    );
  });
  expect(policies.length).toBeGreaterThan(2);
  for (const policy of policies) {
    expect(policy).toMatch(/^default-src 'none';/u);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
  }
});

test('no page can be held in the window as a webview', async ({ apps }) => {
  const { electron, page } = await started(apps);
  const asked = await electron.evaluate(async ({ BrowserWindow }) => {
    const preferences = { webviewTag: true, sandbox: true };
    const other = new BrowserWindow({ show: false, webPreferences: preferences });
    await other.loadURL('app://trailwitness/index.html');
    // Heard behind the app's own answer.
    const prevented = new Promise<boolean>((resolve) => {
      other.webContents.on('will-attach-webview', ({ defaultPrevented }) => {
        resolve(defaultPrevented);
      });
    });
    await other.webContents.executeJavaScript(`
      document.body.appendChild(document.createElement('webview')).src =
        'app://trailwitness/index.html';
      undefined;
    `);
    const isPrevented = await prevented;
    other.destroy();
    return isPrevented;
  });
  expect(asked).toBe(true);
  await idle(page);
});

test('the page goes nowhere and opens nothing', async ({ apps }) => {
  const { electron, page } = await started(apps);
  const { opened, navigated, windows, address } = await electron.evaluate(
    async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const went: string[] = [];
      contents?.on('did-navigate', (_event, url) => went.push(url));
      // In one go: Electron's call waits while the page is loading, and these do not load.
      const nulls = (await contents?.executeJavaScript(`(async () => {
        const link = document.body.appendChild(document.createElement('a'));
        for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://print/x']) {
          link.href = url;
          link.click();
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        link.remove();
        return ['https://example.com/', 'about:blank', 'data:text/html,x', location.href]
          .map((url) => window.open(url) === null);
      })()`)) as readonly boolean[];
      return {
        opened: nulls,
        navigated: went,
        windows: BrowserWindow.getAllWindows().length,
        address: contents?.getURL(),
      };
    },
  );
  expect(opened).toEqual([true, true, true, true]);
  expect({ navigated, windows, address }).toEqual({
    navigated: [],
    windows: 1,
    address: 'app://trailwitness/index.html',
  });
  await idle(page);
});

test('nothing reaches the network, and no file but the app’s own is read', async ({ apps }) => {
  const { page } = await started(apps);
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const outcomes = await page.evaluate(async (to) => {
    const base = `http://127.0.0.1:${to}`;
    const tryFetch = (url: string): Promise<string> =>
      fetch(url).then(
        (answer) => String(answer.status),
        () => 'refused',
      );
    const socket = await new Promise<string>((resolve) => {
      try {
        const opened = new WebSocket(`ws://127.0.0.1:${to}/socket`);
        opened.onerror = () => {
          resolve('refused');
        };
        opened.onopen = () => {
          resolve('open');
        };
      } catch {
        resolve('refused');
      }
    });
    const image = await new Promise<string>((resolve) => {
      const picture = new Image();
      picture.onerror = () => {
        resolve('refused');
      };
      picture.onload = () => {
        resolve('loaded');
      };
      picture.src = `${base}/picture.png`;
    });
    const beacon = navigator.sendBeacon(`${base}/beacon`, 'x');
    return {
      fetched: await tryFetch(`${base}/fetch`),
      socket,
      image,
      beacon: typeof beacon,
      file: await tryFetch('file:///etc/passwd'),
      up: await tryFetch('app://trailwitness/..%2f..%2f..%2fpackage.json'),
      other: await tryFetch('app://elsewhere/index.html'),
      evidence: await tryFetch('app://trailwitness/evidence/999999'),
    };
  }, port);
  server.close();
  expect(arrived).toEqual([]);
  expect(outcomes).toEqual({
    fetched: 'refused',
    socket: 'refused',
    image: 'refused',
    beacon: 'boolean',
    file: 'refused',
    up: '404',
    other: 'refused',
    evidence: '404',
  });
});

test('permissions are denied, save those to copy text and to keep cases', async ({ apps }) => {
  const { page } = await started(apps);
  const states = await page.evaluate(async () => {
    const names = [
      'geolocation',
      'camera',
      'microphone',
      'notifications',
      'midi',
      'clipboard-read',
    ];
    const asked = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return state;
    });
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'given',
      () => 'denied',
    );
    return [...(await Promise.all(asked)), media];
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
});

test('the main process answers its own page only, and only what the contract allows', async ({
  apps,
}) => {
  const { electron, page } = await started(apps);
  const refusals = await page.evaluate(async () => {
    const { bridge } = window as unknown as {
      bridge: Record<string, (request: unknown) => Promise<unknown>>;
    };
    const tried: readonly (readonly [string, unknown])[] = [
      ['openSave', { name: 7, kind: 'csv' }],
      ['openSave', { name: 'a', kind: 'exe' }],
      ['launch', { extra: true }],
      ['writeSave', { save: 1, bytes: 'text' }],
      ['showSaved', { path: '/etc/passwd' }],
      ['exit', { code: 0 }],
      ['listOffered', { from: -1 }],
      ['listOffered', null],
    ];
    return Promise.all(
      tried.map(([call, request]) =>
        (bridge[call] ?? Promise.resolve)(request).then(
          () => 'answered',
          () => 'refused',
        ),
      ),
    );
  });
  expect(new Set(refusals)).toEqual(new Set(['refused']));

  const stranger = await electron.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/main/preload.cjs`;
    const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
    await other.loadURL('app://trailwitness/index.html').catch(() => undefined);
    const answer = (await other.webContents.executeJavaScript(
      'bridge.launch({}).then(() => "answered", (error) => error.message)',
    )) as string;
    other.destroy();
    return answer;
  });
  expect(stranger).toContain('the sender is not this app');
});
