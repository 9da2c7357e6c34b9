import { app, BrowserWindow } from 'electron';
import type { Named } from './command-line.ts';

/** Keeps cases where `--user-data-dir` says; Electron itself heeds it for some files only. */
export function useNamedProfile(): void {
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  if (folder !== '') app.setPath('userData', folder);
}

/**
 * Whether this is the only app with this profile; otherwise the other one comes to the front, gets
 * what was named here, and this one ends. Two would write to the same cases. `again` hears what
 * later starts name.
 */
export function isOnlyInstance({ sample, paths }: Named, again: (data: unknown) => void): boolean {
  const here: Named = { sample, paths };
  if (!app.requestSingleInstanceLock({ ...here })) {
    const where = sample || paths.length > 0 ? ' What was named is opened in its window.' : '';
    process.stderr.write(`${app.name} is open already.${where}\n`);
    app.exit(0);
    return false;
  }
  app.on('second-instance', (_event, _argv, _workingFolder, data) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
    again(data);
  });
  return true;
}
