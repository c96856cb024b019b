import { afterAll, beforeAll, expect, test } from 'vitest';
import { v7 as uuid } from 'uuid';
import { validInput } from '../../support/given/applications.ts';
import { cloneDatabase, type TestDatabase } from '../../support/database.ts';
import { expectNothingLost, refusalOf, submitTo } from '../../support/load.ts';
import { useProduct, type ProductProcess } from '../../support/processes/product.process.ts';
import { TcpProxy, type Cut } from '../../support/proxies/tcp.proxy.ts';

const { start } = useProduct();
let database: TestDatabase;
let proxy: TcpProxy;
let product: ProductProcess;

beforeAll(async () => {
  database = await cloneDatabase();
  const direct = new URL(database.loginUrl);
  proxy = await TcpProxy.start(Number(direct.port));
  const through = Object.assign(new URL(direct), { port: proxy.port });
  product = await start({
    DATABASE_URL: through.href,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    DATABASE_POOL_SIZE: '3', // fewer than the cut ones, so that each must return to the pool
    WORKER: 'off', // it commits too, but is not the one to cut
  });
}, 120_000);
afterAll(async () => {
  await proxy.stop();
  await database.close();
});

const submission = `select application.id, count(distinct email.id)::int as emails, count(job.id)::int as jobs
  from partner_application application left join email_message email on email.application_id = application.id
  left join pgboss.job on job.data ->> 'id' = email.id::text
  where contact_email = $1 group by application.id`;

test.each<Cut>(['before it arrives', 'after it is done'])(
  'Fault 4: a submission whose connection breaks %s can be repeated with its key',
  async (cut) => {
    for (let round = 1; round <= 10; round++) {
      const cuts = proxy.cuts;
      const input = validInput();
      const key = uuid();
      proxy.cutNext(input.contactEmail, cut);

      const first = await submitTo(product, input, key);
      const again = await submitTo(product, input, key);
      const onceMore = await submitTo(product, input, key);

      expect(proxy.cuts).toBe(cuts + 1);
      expect(refusalOf(first)).toBe('503 UNAVAILABLE');
      expect(refusalOf(again)).toBe('200');
      expect(onceMore.data).toEqual(again.data);
      const id = again.data?.submitPartnerApplication.applicationId ?? '';
      expect(await database.rows(submission, [input.contactEmail])).toEqual([{ id, emails: 3, jobs: 3 }]);
      await expectNothingLost(database.rows, [id]);
    }
  },
);
