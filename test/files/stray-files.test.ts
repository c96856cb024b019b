import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { expect, test } from 'vitest';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { removeStrayBytes, removeUnusedFiles } from '../../src/files/storage/unused.files.ts';
import { useApi } from '../support/api.ts';
import { whileChanged } from '../support/database.changes.ts';
import { contentOf, folderStorage, storedIds } from '../support/files/storages.ts';
import { asIfRequested, givenChecked, givenUpload } from '../support/given/files.ts';
import { runCommandWith } from '../support/processes/commands.ts';

const { environment, storage } = await folderStorage();
const api = useApi(environment);
const folder = join(environment['DATA_DIR'] ?? '', 'files');

const ids = () => storedIds(storage);

const tidy = () =>
  inTransaction(asPlatform(api.app.orm.em), (em) => removeStrayBytes(em, { storage, log: pino({ level: 'silent' }) }));

const ageBytes = (id: string, hours: number) => {
  const then = Date.now() / 1_000 - hours * 3_600;
  return utimes(join(folder, id), then, then);
};

async function givenStray({ hours }: { hours: number }): Promise<string> {
  const id = uuid();
  await writeFile(join(folder, id), 'stray');
  await ageBytes(id, hours);
  return id;
}

test('bytes without a row are removed after a day, and no others', async () => {
  const { id } = await givenChecked(api, storage);
  await ageBytes(id, 100);
  const [old, fresh] = [await givenStray({ hours: 25 }), await givenStray({ hours: 23 })];

  await tidy();

  expect(await ids()).toEqual(expect.arrayContaining([id, fresh]));
  expect(await ids()).not.toContain(old);
});

test('bytes that a killed upload left half-written are removed with its row', async () => {
  const { id } = await givenUpload(api);
  await writeFile(join(folder, `${id}.part`), 'half');
  await asIfRequested(api, id, '25 hours');

  await inTransaction(asPlatform(api.app.orm.em), (em) => removeUnusedFiles(em, { storage }));

  expect((await readdir(folder)).filter((name) => name.startsWith(id))).toEqual([]);
});

test('nothing is removed after a restore, or if most bytes have no row', async () => {
  await givenChecked(api, storage);
  const stray = await givenStray({ hours: 25 });

  const change = `insert into outbound_pause (reason) values ('restored')`;
  await whileChanged(api, { change, back: 'update outbound_pause set ended_at = now()' }, tidy);
  expect(await ids()).toContain(stray);

  for (let more = 0; more < 12; more++) await givenStray({ hours: 25 });
  await tidy();
  expect(await ids()).toContain(stray);
});

test('files:check names each difference between rows and bytes', async () => {
  const script = 'src/files/storage/files.check.command.ts';
  const { loginUrl, ownerUrl } = api.database;
  const settings = { ...environment, DATABASE_URL: loginUrl, MIGRATION_DATABASE_URL: ownerUrl };
  for (const id of await ids()) await storage.remove(id);
  await api.rows(`delete from stored_file where claimed_at is null`);
  const given = async () => (await givenChecked(api, storage)).id;
  const [, missing, longer, changed] = [await given(), await given(), await given(), await given()];
  expect(await runCommandWith(settings, script)).toMatchObject({ code: 0, stdout: 'All files are correct.\n' });

  await storage.remove(missing);
  const [, stray] = [await writeFile(join(folder, longer), 'longer'), await givenStray({ hours: 0 })];
  const bytes = (await contentOf(storage, changed)).length;
  await writeFile(join(folder, changed), 'x'.repeat(bytes));
  const { code, stdout } = await runCommandWith(settings, script);

  expect(code).toBe(1);
  expect(stdout.trimEnd().split('\n').toSorted()).toEqual(
    [
      `${missing}: no bytes`,
      `${longer}: 6 bytes instead of ${bytes}`,
      `${changed}: other bytes: its SHA-256 differs`,
      `${stray}: bytes without a row`,
      'Wrong files: 4.',
    ].toSorted(),
  );
});
