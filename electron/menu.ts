import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** Sets the native menu: what the system does by itself. The app's own commands are in the window. */
export function setMenu(): void {
  const isMac = process.platform === 'darwin';
  const development: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ role: 'reload' }, { role: 'toggleDevTools' }, { type: 'separator' }];
  const program: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : [];
  const help: MenuItemConstructorOptions[] = isMac
    ? []
    : [{ label: '&Help', submenu: [{ role: 'about' }] }];
  const menu: MenuItemConstructorOptions[] = [
    ...program,
    { role: 'fileMenu' },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        ...development,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    ...help,
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}
