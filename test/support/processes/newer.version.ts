import { execFile } from 'node:child_process';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROOT } from './product.process.ts';

/** The migration that the newer version adds. */
export const NEWER = '29991231-01-newer';

interface Options {
  /** Whether versions that lack the migration cannot run on its database. */
  required?: boolean;
}

/**
 * Builds a newer version of the product in an empty folder: it has one more migration, and a newer pg-boss with one more
 * column and index.
 */
export async function writeNewerVersion(folder: string, { required = false }: Options = {}): Promise<void> {
  for (const part of ['src', 'web/src', 'ops/build.server.mjs', 'tsconfig.json', 'package.json']) {
    await cp(join(ROOT, part), join(folder, part), { recursive: true });
  }
  await addMigration(folder, required);
  await addNewerBoss(folder);
  await promisify(execFile)(process.execPath, ['ops/build.server.mjs'], { cwd: folder });
}

async function addMigration(folder: string, required: boolean): Promise<void> {
  const statements = [
    'alter table partner_application add column newer text',
    ...(required ? [`insert into required_migration values ('${NEWER}')`] : []),
  ];
  await writeFile(
    join(folder, `src/migrations/versions/${NEWER}.ts`),
    `import { Migration } from '@mikro-orm/migrations';
    export class Newer extends Migration {
      override up(): void { ${statements.map((statement) => `this.addSql(${JSON.stringify(statement)});`).join(' ')} }
    }`,
  );
  const line = `{ name: '${NEWER}', load: async () => (await import('./versions/${NEWER}.ts')).Newer },\n`;
  await edit(join(folder, 'src/migrations/migrations.list.ts'), /^\];/m, `${line}];`);
}

async function addNewerBoss(folder: string): Promise<void> {
  const packages = join(folder, 'node_modules');
  await mkdir(packages);
  for (const name of await readdir(join(ROOT, 'node_modules'))) {
    const from = join(ROOT, 'node_modules', name);
    if (name === 'pg-boss') await cp(from, join(packages, name), { recursive: true });
    else await symlink(from, join(packages, name));
  }
  const { pgboss } = JSON.parse(await readFile(join(packages, 'pg-boss/package.json'), 'utf8')) as {
    pgboss: { schema: number };
  };
  const version = pgboss.schema + 1;
  const migration = `, {
    version: ${version}, previous: ${pgboss.schema}, uninstall: [],
    install: [\`ALTER TABLE \${schema}.job ADD COLUMN newer text\`],
    async: [{ name: 'newer', command: \`CREATE INDEX CONCURRENTLY job_newer ON \${schema}.job (newer)\` }],
  }];\n}\nexport { rollback`;
  await edit(join(packages, 'pg-boss/package.json'), /"schema": \d+/, `"schema": ${version}`);
  await edit(join(packages, 'pg-boss/dist/migrationStore.js'), /\];\s*\}\s*export \{ rollback/, migration);
  await edit(join(folder, 'src/core/jobs/job.queue.ts'), /JOB_SCHEMA_VERSION = \d+/, `JOB_SCHEMA_VERSION = ${version}`);
}

/** @throws Error if the file has no such place */
async function edit(path: string, place: RegExp, text: string): Promise<void> {
  const content = await readFile(path, 'utf8');
  if (!place.test(content)) throw new Error(`${path} has nothing that fits ${String(place)}.`);
  await writeFile(
    path,
    content.replace(place, () => text),
  );
}
