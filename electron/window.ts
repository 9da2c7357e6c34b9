import path from 'node:path';
import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { appPage } from './app-scheme.ts';
import { loadPlace, savePlace, smallestWindow } from './window-place.ts';

const webPreferences = {
  preload: path.join(import.meta.dirname, 'preload.cjs'),
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  // Its dictionaries would come from the network.
  spellcheck: false,
} as const;

/** Opens the one window, where it stood last time, and shows it when its page is painted. */
export function openWindow(): BrowserWindow {
  const placeFile = path.join(app.getPath('userData'), 'window.json');
  const { maximized, width, height, x, y } = loadPlace(
    placeFile,
    screen.getAllDisplays().map((display) => display.workArea),
  );
  const window = new BrowserWindow({
    ...{ width, height, ...(x !== undefined && y !== undefined && { x, y }) },
    ...{ minWidth: smallestWindow.width, minHeight: smallestWindow.height },
    title: app.name,
    show: false,
    autoHideMenuBar: true,
    // As renderer/ui/theme.css, so that nothing flashes before the page is there.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#16191d' : '#ffffff',
    webPreferences,
  });
  window.once('ready-to-show', () => {
    if (maximized) window.maximize();
    window.show();
  });
  window.on('close', () => {
    savePlace(placeFile, { ...window.getNormalBounds(), maximized: window.isMaximized() });
  });
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit') void offerReload(window, `The window’s process ended: ${reason}.`);
  });
  window.webContents.on('did-navigate', (_event, address) => {
    if (!address.startsWith(appPage)) void offerReload(window, 'The window lost its page.');
  });
  void window.loadURL(appPage).catch((error: unknown) => {
    void offerReload(window, `The window could not be loaded: ${String(error)}`);
  });
  return window;
}

/** Opens a window that nobody sees, for a batch run; what goes wrong in it is told to `onFailure`. */
export function openHiddenWindow(onFailure: (reason: string) => void): BrowserWindow {
  const window = new BrowserWindow({
    ...{ width: 1440, height: 900, show: false },
    webPreferences: { ...webPreferences, backgroundThrottling: false },
  });
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    onFailure(`the page's process ended: ${reason}`);
  });
  webContents.on('preload-error', (_event, _file, error) => {
    onFailure(`the page could not be prepared: ${error.message}`);
  });
  void window.loadURL(appPage).catch((error: unknown) => {
    onFailure(`the page could not be loaded: ${String(error)}`);
  });
  return window;
}

async function offerReload(window: BrowserWindow, message: string): Promise<void> {
  if (window.isDestroyed()) return;
  const { response } = await dialog.showMessageBox(window, {
    ...{ type: 'error', title: app.name, message, buttons: ['Reload', 'Quit'], cancelId: 1 },
    detail:
      'What was imported and noted before is in the case. An import that was running can be repeated.',
  });
  if (response === 0 && !window.isDestroyed()) window.reload();
  else app.quit();
}
