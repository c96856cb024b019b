/*
 * `npm run migration:pin`: for the last migration, until it lands. Writes the entities' snapshot, and the migration's hash to
 * test/migrations/landed-migrations.test.ts. Prints the SQL by which the entities differ from the snapshot before: add it to
 * the migration by hand.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const MIGRATIONS = 'src/migrations/versions';
const PINS = 'test/migrations/landed-migrations.test.ts';

type MigrationClass = new () => { up(): void; getQueries(): unknown[] };

process.stdout.write(newDifference());
const last = migrations().findLast((name) => /^\d{8}-/.test(name)) ?? '';
pin(last.replace(/\.ts$/, ''), await hashOf(last));

function migrations(): string[] {
  return readdirSync(MIGRATIONS).toSorted();
}

/** MikroORM writes the snapshot, and the difference as a migration, which lacks policies and grants. */
function newDifference(): string {
  const before = new Set(migrations());
  const args = ['migration:create', '--name', 'difference'];
  const { status, stdout, stderr } = spawnSync('node_modules/.bin/mikro-orm', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mikro-orm migration:create failed.\n${stdout}${stderr}`);
  const written = migrations().filter((name) => !before.has(name));
  return written.map((name) => upOf(`${MIGRATIONS}/${name}`)).join('');
}

function upOf(path: string): string {
  const [up = ''] = readFileSync(path, 'utf8').split('override down');
  rmSync(path);
  return Array.from(up.matchAll(/addSql\(`(.*?)`\)/gs), ([, query]) => `${query}\n`).join('');
}

/** A migration gives its SQL without a database. */
async function hashOf(file: string): Promise<string> {
  const module = (await import(pathToFileURL(resolve(MIGRATIONS, file)).href)) as Record<string, MigrationClass>;
  const [Last] = Object.values(module);
  if (!Last) throw new Error(`${file} exports no migration.`);
  const migration = new Last();
  migration.up();
  return createHash('sha256').update(JSON.stringify(migration.getQueries())).digest('hex');
}

function pin(name: string, hash: string): void {
  const pins = readFileSync(PINS, 'utf8');
  const others = pins.replace(new RegExp(`^ {2}'${name}': .*\n`, 'm'), '');
  writeFileSync(
    PINS,
    others.replace(/^};/m, () => `  '${name}': '${hash}',\n};`),
  );
}
