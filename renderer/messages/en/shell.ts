/** The bar at the top, its menus, and what is shown above everything. */
export const shell = {
  settings: 'Settings',
  theme: 'Theme',
  themeSystem: 'As the system',
  themeLight: 'Light',
  themeDark: 'Dark',
  language: 'Language',
  languageSystem: 'As the system',
} as const;
