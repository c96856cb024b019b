import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEnv, promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { filesUnder, textOf } from '../support/oracles/documents.ts';
import { unknownAmong } from '../support/oracles/shipped.files.ts';
import { isInstalled } from '../support/processes/installed.program.ts';
import { newFolder } from '../support/processes/new.folder.ts';
import { PRODUCTION } from '../support/processes/production.ts';

describe('the units of systemd', () => {
  const units = filesUnder('ops/systemd', '.service').filter((path) => path.includes('reachgenie-'));

  test.each(units)(
    '%s runs as an ordinary user that cannot gain rights, with variables that the product reads',
    (path) => {
      const text = textOf(path);
      const assigned = Array.from(text.matchAll(/^Environment=(.*)$/gm), ([, line = '']) => line).flatMap((line) =>
        Array.from(line.matchAll(/(\w+)=/g), ([, name = '']) => name),
      );

      for (const line of ['User=reachgenie', 'NoNewPrivileges=yes', 'ProtectSystem=strict', 'CapabilityBoundingSet=']) {
        expect(text.split('\n')).toContain(line);
      }
      expect(unknownAmong(assigned.filter((name) => name !== 'MALLOC_ARENA_MAX'))).toEqual([]);
    },
  );

  test.each(units)('%s loads each secret that its variables name', (path) => {
    const text = textOf(path);
    const named = Array.from(text.matchAll(/=%d\/(\w+)/g), ([, name]) => name);
    const loaded = Array.from(
      text.matchAll(/^LoadCredential=(\w+):\/etc\/reachgenie\/secrets\/\1$/gm),
      ([, name]) => name,
    );

    expect(named.length).toBeGreaterThan(0);
    expect(loaded.sort()).toEqual(named.sort());
  });

  test.each(units.filter((path) => !textOf(path).includes('Type=oneshot')))(
    '%s is restarted, and has time to stop',
    (path) => {
      const lines = textOf(path).split('\n');

      expect(lines).toContain('Restart=always');
      // The product stops within 15 seconds: src/main.ts.
      expect(lines).toContain('TimeoutStopSec=30');
    },
  );

  test('the proxies serve the APIs of the target', () => {
    const ports = Array.from(textOf('ops/systemd/reachgenie.target').matchAll(/api@(\d+)/g), ([, port]) => port);

    for (const proxy of ['Caddyfile', 'nginx.conf']) {
      const upstreams = textOf(`ops/proxies/${proxy}`).matchAll(/127\.0\.0\.1:(\d+)/g);
      expect([...new Set(Array.from(upstreams, ([, port]) => port))]).toEqual(ports);
    }
  });

  test.each(units)('%s has enough with the example of the settings and the secrets', (path) => {
    const example = parseEnv(textOf('ops/systemd/settings.env.example'));
    const secrets: Record<string, string | undefined> = {
      ...PRODUCTION,
      ADMIN_PASSWORD: 'a-long-password-of-ada',
      BACKUP_KEY: 'a-key-of-backups-with-40-characters-0000',
      MIGRATION_DATABASE_URL: PRODUCTION['DATABASE_URL'],
    };
    const given = Array.from(textOf(path).matchAll(/^Environment=(.*)$/gm), ([, line = '']) => line.split(' '))
      .flat()
      .map((assigned) => assigned.replace('%i', '4001').split('=') as [string, string])
      .map(([name, value]) => {
        const setting = name.replace(/_FILE$/, '');
        return [setting, setting === name ? value : secrets[setting]];
      });

    expect(unknownAmong(Object.keys(example))).toEqual([]);
    const config = readConfig({ ...example, ...(Object.fromEntries(given) as Record<string, string>) });
    expect(config.publicUrl).toBe('https://partners.example.com');
  });

  test.runIf(isInstalled('systemd-analyze', '--version'))('systemd accepts them (needs systemd-analyze)', async () => {
    const folder = await newFolder();
    for (const path of filesUnder('ops/systemd', '').filter((name) => /\.(service|target|timer)$/.test(name))) {
      // The program is not installed here.
      const text = textOf(path).replaceAll(/\/opt\/reachgenie\/current\S*/g, (found) =>
        found.endsWith('node') ? process.execPath : '/',
      );
      await writeFile(join(folder, path.split('/').at(-1) ?? ''), text);
    }
    const names = (await readdir(folder)).map((name) => join(folder, name.replace('@.', '@4001.')));

    const { stderr } = await promisify(execFile)('systemd-analyze', [
      'verify',
      '--man=no',
      '--generators=no',
      ...names,
    ]);

    expect(stderr.split('\n').filter((line) => line.includes('reachgenie'))).toEqual([]);
  });
});
