import { app, session, type Session } from 'electron';

/**
 * Closes what the page never needs, whatever page it is. Call before `ready`.
 *
 * Root can't have Chromium's sandbox: there `--no-sandbox` must be given, and enabling the sandbox
 * all the same would end the network service.
 */
export function harden(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  // Nothing leaves the machine: no name resolves, for Chromium's own errands neither.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => {
      event.preventDefault();
    });
    contents.on('will-frame-navigate', (event) => {
      event.preventDefault();
    });
    // WebRTC goes past the content security policy and the request filter.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
  });
}

/** Denies permissions and the network to the pages of the default session. Call after `ready`. */
export function hardenSession(pages: Session = session.defaultSession): void {
  // Copying an identifier, and storage that Chromium does not clear when the disk runs full.
  const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'persistent-storage']);
  const isGranted = (permission: string): boolean => granted.has(permission);
  pages.setPermissionRequestHandler((_contents, permission, decide) => {
    decide(isGranted(permission));
  });
  pages.setPermissionCheckHandler((_contents, permission) => isGranted(permission));
  pages.setDevicePermissionHandler(() => false);
  pages.webRequest.onBeforeRequest(
    { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] },
    (_details, decide) => {
      decide({ cancel: true });
    },
  );
  // Nobody listens there: what asks for a proxy, as WebRTC over TCP does, gets nowhere either.
  void pages.setProxy({ proxyRules: 'socks5://127.0.0.1:9', proxyBypassRules: '' });
  pages.on('will-download', (event) => {
    event.preventDefault();
  });
}
