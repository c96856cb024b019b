import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { asPlatform } from '../../src/core/database/tenancy.ts';
import { readRows } from '../../src/core/database/transaction.ts';
import { useApi } from '../support/api.ts';

const api = useApi();

test('a read cannot write, in any statement', async () => {
  const em = asPlatform(api.app.orm.em);
  const stored = () => api.rows('select * from email_message order by id');
  await api.rows(`insert into email_message (id, recipient, template, data, status, tries, created_at)
    values (gen_random_uuid(), 'a@b.example', 'application.received', '{}', 'QUEUED', 0, now())`);
  const before = await stored();

  const read = readRows(em, sql`update email_message set tries = 1 returning id`);

  await expect(read).rejects.toThrow('read-only transaction');
  expect(await stored()).toEqual(before);
});
