import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { FakePostmark } from '../../support/processes/fake-postmark.ts';
import { expectSent, moreOf, startLoad } from '../../support/load.ts';
import { useProduct } from '../../support/processes/product.process.ts';

const { start } = useProduct();
let database: TestDatabase;
let postmark: FakePostmark;

beforeAll(async () => {
  database = await cloneDatabase();
  postmark = await FakePostmark.start();
});
afterAll(async () => {
  await postmark.stop();
  await database.close();
});

test('after kill -9 between the commit and the email, another worker sends it within a minute', async () => {
  const environment = {
    DATABASE_URL: database.loginUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    POSTMARK_SERVER_TOKEN: 'token',
    POSTMARK_API_URL: postmark.url,
  };
  const server = await start({ ...environment, WORKER: 'off' });
  const load = startLoad(server, await server.signIn());
  await moreOf(load);
  await server.kill();
  await load.stop();
  expect(postmark.received).toEqual([]);

  await start({ ...environment, WORKER: 'only' });

  await expectSent(database.rows, load.acknowledged, 60_000);
  // Emails of commits without a response arrive too, a moment later.
  const [stored] = await database.rows('select array_agg(id::text order by id) as ids from email_message');
  const sent = () => postmark.received.map(({ Metadata }) => Metadata.email).toSorted();
  await expect.poll(sent, { timeout: 60_000 }).toEqual(stored?.['ids']);
}, 120_000);
