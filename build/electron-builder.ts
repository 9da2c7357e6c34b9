import type { Configuration } from 'electron-builder';

/** What the packages hold, and for which systems: read by electron-builder. */
const configuration: Configuration = {
  appId: 'io.github.trailwitness',
  productName: 'Trailwitness',
  directories: { output: 'release', buildResources: 'build' },
  files: ['out/main/**', 'out/renderer/**', 'package.json'],
  // The sample is evidence like any other: files beside the program, offered on `--sample`.
  extraResources: [{ from: 'test/made/sample', to: 'sample' }],
  // deb and rpm ask for a home page and a maintainer, and the project has no home of its own yet.
  extraMetadata: {
    homepage: 'https://trailwitness.invalid/',
    author: { name: 'Trailwitness', email: 'trailwitness@trailwitness.invalid' },
    desktopName: 'trailwitness.desktop',
  },
  asar: true,
  // Everything is bundled: there is nothing native to rebuild.
  npmRebuild: false,
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  electronLanguages: ['en-US', 'ja'],
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: true,
  },
  fileAssociations: [
    {
      ext: 'trailwitness',
      name: 'Trailwitness case',
      description: 'Trailwitness case',
      mimeType: 'application/vnd.trailwitness.case',
      role: 'Editor',
    },
  ],
  linux: {
    target: ['AppImage', 'deb', 'rpm', 'tar.gz'],
    icon: 'build/icons',
    executableName: 'trailwitness',
    category: 'Utility',
    synopsis: 'Timeline of load balancer activity from CloudTrail logs',
    syncDesktopName: true,
    // For “Open with”: the desktop's own choice for these stays what it is.
    mimeTypes: [
      'inode/directory',
      'application/json',
      'application/x-ndjson',
      'application/gzip',
      'application/zip',
      'application/x-tar',
      'application/x-compressed-tar',
      'text/csv',
    ],
  },
  deb: {
    packageCategory: 'utils',
    // What ldd names, by the names before and since Ubuntu 24.04; and what the report's fonts need.
    depends: [
      'libgtk-3-0t64 | libgtk-3-0',
      'libnss3',
      'libasound2t64 | libasound2',
      'libgbm1',
      'xdg-utils',
    ],
    recommends: ['fonts-noto-cjk'],
  },
  win: {
    target: [
      { target: 'nsis', arch: ['x64', 'arm64'] },
      // One program that has both in it, as the installer.
      { target: 'portable', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    icon: 'build/icons/icon.ico',
  },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
  portable: { artifactName: '${productName}-${version}-portable.${ext}' },
  mac: {
    target: [
      { target: 'dmg', arch: ['x64', 'arm64'] },
      { target: 'zip', arch: ['x64', 'arm64'] },
    ],
    category: 'public.app-category.developer-tools',
    icon: 'build/icons/icon.icns',
    hardenedRuntime: true,
    gatekeeperAssess: false,
    // Only where there is an account to do it with.
    notarize: (process.env['APPLE_TEAM_ID'] ?? '') !== '',
  },
  dmg: { sign: false },
  publish: null,
};

export default configuration;
