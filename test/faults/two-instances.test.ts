import { afterAll, beforeAll, expect, test } from 'vitest';
import { generatePrivateKey } from '../../src/identity/signing.keys.ts';
import type { Actor } from '../support/api.ts';
import { cloneDatabase, type TestDatabase } from '../support/database.ts';
import { submitTo } from '../support/load.ts';
import { useProduct, type HttpAnswer, type ProductProcess } from '../support/product.process.ts';

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
const ROUNDS = 40 / AT_ONCE;

test('two instances decide on 40 applications at once, one for them and one against: one of the two wins', async () => {
  for (let round = 1; round <= ROUNDS; round++) {
    const decisions = await Promise.all(Array.from({ length: AT_ONCE }, decideTwice));
    for (const decision of decisions) await expectOneToWin(decision);
  }
}, 60_000);

interface Decision {
  id: string;
  /** For it and against it. */
  answers: HttpAnswer<unknown>[];
}

async function decideTwice(): Promise<Decision> {
  const [first, second] = instances as [ProductProcess, ProductProcess];
  const { data } = await submitTo(first);
  const id = data?.submitPartnerApplication.applicationId ?? '';
  const answers = await Promise.all([
    first.ask(admin, DECIDE, { id, status: 'APPROVED' }),
    second.ask(admin, DECIDE, { id, status: 'REJECTED' }),
  ]);
  return { id, answers };
}

async function expectOneToWin({ id, answers }: Decision): Promise<void> {
  const won = ['APPROVED', 'REJECTED'].filter((_, index) => !answers[index]?.errors);
  expect(won).toHaveLength(1);
  const refused = answers.flatMap(({ errors = [] }) => errors.map(({ extensions }) => extensions));
  expect(refused).toMatchObject([{ code: 'CONFLICT', reason: 'APPLICATION_STATUS' }]);
  const outcome = `select array[status] as status, version,
      (select array_agg("to") from partner_application_status_change where application_id = $1) as history,
      (select array_agg(data ->> 'status') from email_message
        where application_id = $1 and template = 'application.status_changed') as mails
    from partner_application where id = $1`;
  expect(await database.rows(outcome, [id])).toEqual([{ status: won, version: 2, history: won, mails: won }]);
}
