import { afterAll, beforeAll, expect, test } from 'vitest';
import { generateSecretsKeys } from '../../src/core/secrets/secrets.ts';
import { generatePrivateKey } from '../../src/identity/tokens/signing.keys.ts';
import type { Actor, Answer } from '../support/api.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { submitTo } from '../support/load.ts';
import { whileHeld } from '../support/locks.ts';
import { useProduct, type ProductProcess } from '../support/processes/product.process.ts';

const { start } = useProduct();
let database: TestDatabase;
let instances: ProductProcess[];
let admin: Actor;

beforeAll(async () => {
  database = await cloneDatabase();
  const shared = {
    DATABASE_URL: database.loginUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    JWT_PRIVATE_KEY: generatePrivateKey(),
    SECRETS_KEYS: generateSecretsKeys(),
    PUBLIC_URL: 'http://localhost:4000',
    WORKER: 'off',
  };
  instances = await Promise.all([start(shared), start(shared)]);
  admin = await (instances[0] as ProductProcess).signIn();
}, 120_000);
afterAll(() => database.close());

const DECIDE = `mutation ($id: ID!, $status: ApplicationStatus!) {
  updatePartnerApplicationStatus(id: $id, status: $status) { id }
}`;
const AT_ONCE = 5;
const ROUNDS = 100 / AT_ONCE;

test('Fault 6: if two instances decide differently on 100 applications at the same time, one decision wins for each', async () => {
  const winners: unknown[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const ids = await Promise.all(Array.from({ length: AT_ONCE }, givenApplication));
    const held = { sql: 'select 1 from partner_application where id = any($1)', values: [ids] };
    const races = await whileHeld(database, held, 2 * AT_ONCE, () => Promise.all(ids.map(race)));
    for (const outcome of races) winners.push(await expectOneToWin(outcome));
  }

  expect(winners).toHaveLength(100);
  expect(new Set(winners)).toEqual(new Set(['APPROVED', 'REJECTED']));
  const [all] = await database.rows(`select (select count(*) from partner_account)::int as accounts,
    (select count(*) from user_token)::int as invitations`);
  const approved = winners.filter((status) => status === 'APPROVED').length;
  expect(all).toEqual({ accounts: approved, invitations: approved });
}, 120_000);

async function givenApplication(_: unknown, index: number): Promise<string> {
  const { data } = await submitTo(instances[index % 2] as ProductProcess);
  return data?.submitPartnerApplication.applicationId ?? '';
}

interface Outcome {
  id: string;
  answers: (Answer<unknown> & { status: string | undefined })[];
}

/** One instance approves while the other rejects, in alternating roles and order. */
async function race(id: string, index: number): Promise<Outcome> {
  const statuses = index % 2 === 0 ? ['APPROVED', 'REJECTED'] : ['REJECTED', 'APPROVED'];
  const decide = async (instance: ProductProcess, at: number) => {
    const status = statuses[at];
    return { ...(await instance.ask(admin, DECIDE, { id, status })), status };
  };
  return { id, answers: await Promise.all(instances.map(decide)) };
}

/** Returns the status that won. If that is the approval, there is an account with its first user and an invitation. */
async function expectOneToWin({ id, answers }: Outcome): Promise<unknown> {
  const won = answers.flatMap(({ status, errors }) => (errors ? [] : [status]));
  expect(won).toHaveLength(1);
  const refused = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions));
  expect(refused).toMatchObject([{ code: 'CONFLICT', reason: 'APPLICATION_STATUS' }]);
  const outcome = `select array[status] as status, version,
      (select array_agg("to") from partner_application_status_change where application_id = $1) as history,
      (select array_agg(data ->> 'status') from email_message
        where application_id = $1 and template = 'application.status_changed') as mails,
      (select count(*) from partner_account where partner_id = $1)::int as accounts,
      (select count(*) from user_account where email = contact_email)::int as users,
      (select count(*) from user_token join user_account on user_account.id = user_id
        where email = contact_email and purpose = 'INVITATION')::int as invitations,
      (select count(*) from email_message where recipient = contact_email and template = 'user.invited')::int as invited,
      (select array_agg(action order by action) from audit_event where target_id = $1) as audit
    from partner_application where id = $1`;
  const one = won[0] === 'APPROVED' ? 1 : 0;
  expect(await database.rows(outcome, [id])).toEqual([
    {
      status: won,
      version: 2,
      history: won,
      mails: won,
      accounts: one,
      users: one,
      invitations: one,
      invited: one,
      audit: ['application.status_changed'],
    },
  ]);
  return won[0];
}
