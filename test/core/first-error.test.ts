import { pino } from 'pino';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../../src/core/database/database.ts';
import { asPlatform, PLATFORM_ROLE } from '../../src/core/database/tenancy.ts';
import { inTransaction } from '../../src/core/database/transaction.ts';
import { entities } from '../../src/schema.ts';
import { PartnerAccount } from '../../src/tenants/partner-account.entity.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';

/** A login role that is a member of no other. */
const STRANGER = `stranger_${uuid().replaceAll('-', '')}`;

let database: TestDatabase;

beforeAll(async () => {
  database = await cloneDatabase();
  await database.rows(`create role ${STRANGER} login noinherit password 'secret'`);
});
afterAll(async () => {
  await database.rows(`drop role ${STRANGER}`);
  await database.close();
});

test('a transaction that does not open fails with the first error, and the next one works', async () => {
  const url = Object.assign(new URL(database.loginUrl), { username: STRANGER, password: 'secret' }).href;
  const orm = await openDatabase({ url, entities, poolSize: 1, log: pino({ level: 'silent' }) });
  const countAccounts = () =>
    inTransaction(asPlatform(orm.em), async (em) => {
      await Promise.all([em.count(PartnerAccount), em.count(PartnerAccount)]);
      return 'counted';
    });
  try {
    await expect(countAccounts()).rejects.toThrow(`permission denied to set role "${PLATFORM_ROLE}"`);

    await database.rows(`grant ${PLATFORM_ROLE} to ${STRANGER}`);
    expect(await countAccounts()).toBe('counted');
    const wrong = inTransaction(asPlatform(orm.em), (em) => em.execute('select 1 / 0'));
    await expect(wrong).rejects.toThrow('division by zero');
  } finally {
    await orm.close();
  }
});
