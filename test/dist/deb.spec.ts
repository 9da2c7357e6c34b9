import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { chromium, expect, test, type Page } from '@playwright/test';
import { readPlainCsv } from '../unit/core/export/data/plain-csv.ts';
import { installedProgram as program, builtPackages } from './packages.ts';

const { deb } = builtPackages();
const user = 'trailwitness-trial';
const home = `/home/${user}`;
const sample = '/opt/Trailwitness/resources/sample';

test.describe.configure({ mode: 'serial' });

function asUser(command: readonly string[]): readonly string[] {
  const env = [
    'env',
    '-i',
    `HOME=${home}`,
    'PATH=/usr/bin:/bin',
    `DISPLAY=${process.env['DISPLAY'] ?? ''}`,
  ];
  const authority = process.env['XAUTHORITY'];
  const xauthority = authority === undefined ? [] : [`XAUTHORITY=${home}/.Xauthority`];
  return ['-u', user, '--', ...env, ...xauthority, ...command];
}

function run(command: string, ...args: readonly string[]): string {
  return execFileSync(command, [...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test.beforeAll(() => {
  run('useradd', '--create-home', user);
  const authority = process.env['XAUTHORITY'];
  if (authority !== undefined) {
    run('install', '-o', user, '-m', '600', authority, `${home}/.Xauthority`);
  }
});
test.afterAll(() => {
  if (existsSync(program)) run('dpkg', '--purge', 'trailwitness');
  run('userdel', '--remove', '--force', user);
});

test('the deb is small enough, names what it needs, and installs', () => {
  expect(statSync(deb).size).toBeLessThan(100_000_000);
  const control = run('dpkg-deb', '--field', deb);
  expect(control).toMatch(/^Package: trailwitness$/m);
  expect(control).toMatch(/^Depends: .*libgtk-3-0/m);
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', deb);
  expect(existsSync('/usr/bin/trailwitness')).toBe(true);
  expect(existsSync('/usr/share/icons/hicolor/256x256/apps/trailwitness.png')).toBe(true);
  const entry = readFileSync('/usr/share/applications/trailwitness.desktop', 'utf8');
  expect(entry).toMatch(/^Exec=.*%U$/m);
  expect(entry).toMatch(/^MimeType=.*application\/gzip;/m);
  const linked = run('sh', '-c', `ldd ${program} | grep -c "not found" || true`);
  expect(linked.trim()).toBe('0');
});

test('an ordinary user imports and exports with it', () => {
  const csv = `${home}/events.csv`;
  const printed = run('runuser', ...asUser(['trailwitness', sample, '--all', '--csv', csv]));
  expect(printed).toContain('0 rejected');
  const [header = [], ...rows] = readPlainCsv(readFileSync(csv, 'utf8'));
  expect(header.join()).toContain('SHA-256');
  expect(rows.length).toBeGreaterThan(1000);
});

test('its window opens for an ordinary user, in Chromium’s sandbox', async () => {
  const started = Date.now();
  const app = spawn('runuser', asUser([program, '--remote-debugging-port=0', `file://${sample}`]), {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const page = await pageOf(app);
    await expect(page.locator('html')).toHaveAttribute('data-idle', /./);
    test
      .info()
      .annotations.push({ type: 'ms to the page', description: String(Date.now() - started) });
    await expect(page.getByText(/read = .* kept/).first()).toBeVisible({ timeout: 60_000 });
    for (const status of rendererStates()) {
      // Seccomp filter, and a process namespace of its own (proc(5)).
      expect(status).toMatch(/^Seccomp:\s+2$/m);
      expect(status).toMatch(/^NSpid:\s+\d+\s+\d+/m);
    }
    expect(rendererStates().length).toBeGreaterThan(0);
  } finally {
    // The whole group: runuser, and the program that it started.
    if (app.pid !== undefined) process.kill(-app.pid);
  }
});

test('the program can be made to run nothing else', () => {
  const asNode = run(
    'sh',
    '-c',
    `ELECTRON_RUN_AS_NODE=1 runuser -u ${user} -- ${program} --version`,
  );
  expect(asNode.trim()).toMatch(/^\d+\.\d+\.\d+$/);
  expect(asNode).not.toMatch(/^v\d/);
});

test('it is removed without a trace', () => {
  run('dpkg', '--purge', 'trailwitness');
  for (const left of [
    '/opt/Trailwitness',
    '/usr/bin/trailwitness',
    '/etc/apparmor.d/trailwitness',
    '/usr/share/applications/trailwitness.desktop',
    '/usr/share/icons/hicolor/256x256/apps/trailwitness.png',
  ]) {
    expect(existsSync(left), left).toBe(false);
  }
});

/** The window's page, over the protocol of the developer tools: fuses keep Playwright's own way shut. */
async function pageOf(app: ChildProcess): Promise<Page> {
  const address = await new Promise<string>((resolve, reject) => {
    let said = '';
    app.stderr?.on('data', (part) => {
      said += String(part);
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    app.on('exit', () => {
      reject(new Error(`the program ended: ${said}`));
    });
  });
  const [context] = (await chromium.connectOverCDP(address)).contexts();
  if (context === undefined) throw new Error('the program has no pages');
  return context.pages()[0] ?? (await context.waitForEvent('page'));
}

/** `/proc/PID/status` of the renderer processes. */
function rendererStates(): readonly string[] {
  const ids = run('sh', '-c', `pgrep -u ${user} -f -- --type=renderer || true`);
  return ids
    .split('\n')
    .filter((id) => id !== '')
    .map((id) => readFileSync(`/proc/${id}/status`, 'utf8'));
}
