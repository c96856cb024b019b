/*
 * `npm run new:feature -- deal`: writes a working feature of one entity from ops/feature.template/, and adds it to
 * every place that needs it. It has a list, a create, an approve, an email, and a page each for partners and admins.
 * CONTRIBUTING.md lists the next steps.
 *
 *   --plural           its plural, if it is irregular: `--plural people`
 *   --german           its German name on the pages. Default: the English name.
 *   --german-plural    the German plural
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { namesOf, renamed, type FeatureNames } from './feature.names.ts';
import { PLACES } from './feature.places.ts';

const TEMPLATE = 'ops/feature.template';
const VERSIONS = 'src/migrations/versions';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { plural: { type: 'string' }, german: { type: 'string' }, 'german-plural': { type: 'string' } },
});

const [noun, ...others] = positionals;
if (noun === undefined || others.length > 0) fail('Name one feature: npm run new:feature -- deal');
try {
  const written = writeFeature(namesOf(noun, values));
  process.stdout.write(`${written.join('\n')}\n\nEverything builds. CONTRIBUTING.md lists the next steps.\n`);
} catch (error) {
  fail(error instanceof Error ? error.message : String(error));
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Writes all files, then runs the generators. Returns the written paths, in order. */
function writeFeature(names: FeatureNames): string[] {
  if (existsSync(`src/${names.plural}`)) throw new Error(`src/${names.plural} already exists.`);
  const places = PLACES.map(({ file, before, text }) => ({ file, before, text: renamed(text, names) }));
  // Writes nothing if a place is missing.
  for (const { file, before } of places) if (!before.test(readFileSync(file, 'utf8'))) throw lost(file, before);

  const migration = nextMigration(names.plural);
  const files = filesUnder(TEMPLATE).map((path) => ({
    path: renamed(path, names).replace('DATE-', `${migration.date}-`),
    text: renamed(readFileSync(join(TEMPLATE, path), 'utf8'), names),
  }));
  for (const { path, text } of files) {
    mkdirSync(dirname(path), { recursive: true });
    // The examples go to the end of an existing file.
    writeFileSync(path, text, { flag: 'a' });
  }
  for (const { file, before, text } of places) insert(file, before, text);
  nameMigration(migration);

  const written = [
    ...new Set([...files.map(({ path }) => path), ...places.map(({ file }) => file), ...migration.places]),
  ];
  generate(written);
  return written.toSorted();
}

interface NewMigration {
  /** With its number: `20261201-01`. */
  date: string;
  name: string;
  className: string;
  places: readonly string[];
}

/** The name of a migration that runs after all others. Its date is that of the last one, if that is later than today. */
function nextMigration(plural: string): NewMigration {
  const last =
    readdirSync(VERSIONS)
      .filter((name) => /^\d{8}-/.test(name))
      .toSorted()
      .at(-1) ?? '';
  const today = new Date().toISOString().slice(0, 10).replaceAll('-', '');
  const [, lastDate = '', number = '0'] = /^(\d{8})-(?:(\d\d)-)?/.exec(last) ?? [];
  const next = today > lastDate ? `${today}-01` : `${lastDate}-${String(Number(number) + 1).padStart(2, '0')}`;
  const name = `${next}-${plural}`;
  if (`${name}.ts` <= last) throw new Error(`${name} would run before ${last}. Give that one a number, or wait a day.`);
  const className = renamed('SampleThings', namesOf('x', { plural }));
  return {
    date: next,
    name,
    className,
    places: ['src/migrations/migrations.list.ts', 'test/migrations/landed-migrations.test.ts'],
  };
}

/** Adds the migration to the list of migrations. */
function nameMigration({ name, className, places: [list = ''] }: NewMigration): void {
  insert(
    list,
    /^\];/m,
    `  { name: '${name}', load: async () => (await import('./versions/${name}.ts')).${className} },\n`,
  );
}

/** Runs all generators. A failure ends the command, and written files stay. */
function generate(written: readonly string[]): void {
  run('prettier', ['--write', '--ignore-unknown', '--log-level', 'warn', ...written]);
  npmRun('schema');
  npmRun('permissions');
  npmRun('codegen');
  npmRun('migration:pin');
}

function npmRun(script: string): void {
  spawn(process.execPath, ['--run', script], script);
}

function run(program: string, args: string[]): void {
  spawn(join('node_modules/.bin', program), args, program);
}

function spawn(program: string, args: string[], title: string): void {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${title} failed.\n${stdout}${stderr}`);
}

function insert(file: string, before: RegExp, text: string): void {
  const content = readFileSync(file, 'utf8');
  const index = before.exec(content)?.index;
  if (index === undefined) throw lost(file, before);
  writeFileSync(file, content.slice(0, index) + text + content.slice(index));
}

function lost(file: string, before: RegExp): Error {
  return new Error(`${file} has nothing that fits ${String(before)}. Mend that place in ops/feature.places.ts.`);
}

/** The files in a folder, as paths relative to it. */
function filesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();
}
