import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { filesUnder, textOf } from '../support/oracles/documents.ts';
import { unknownAmong } from '../support/oracles/shipped.files.ts';
import { isInstalled } from '../support/processes/installed.program.ts';
import { newFolder } from '../support/processes/new.folder.ts';

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
