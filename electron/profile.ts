import { app, BrowserWindow, dialog } from 'electron';

interface SecondStart {
  readonly hasPaths: boolean;
}

/** Keeps cases where `--user-data-dir` says; Electron itself heeds it for some files only. */
export function useNamedProfile(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', folder);
}

/**
 * Whether this is the only app with this profile; otherwise the other one comes to the front and
 * this one ends. Two would write to the same cases.
 */
export function isOnlyInstance(hasPaths: boolean): boolean {
  const second: SecondStart = { hasPaths };
  if (!app.requestSingleInstanceLock(second)) {
    const advice = hasPaths ? ' Drop the evidence on its window to import it.' : '';
    process.stderr.write(`${app.name} is open already.${advice}\n`);
    app.exit(hasPaths ? 1 : 0);
    return false;
  }
  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return;
    if (window.isMinimized()) window.restore();
    window.focus();
    if (namesPaths(data)) {
      void dialog.showMessageBox(window, {
        ...{ type: 'info', title: app.name, message: `${app.name} is open already.` },
        detail: 'Drop the evidence on this window to import it.',
      });
    }
  });
  return true;
}

function namesPaths(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'hasPaths' in data && data.hasPaths === true;
}
