import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../support/api.ts';
import { LIST, moreOf, refusalOf, startLoad, type Load } from '../../support/load.ts';
import { useProduct, type ProductProcess } from '../../support/processes/product.process.ts';
import { canReplicate, useReplicatedDatabase } from '../../support/replicas/replicated.database.ts';

describe.runIf(canReplicate)("a lost replica (needs Debian's postgresql)", () => {
  const { start } = useProduct();
  const database = useReplicatedDatabase();
  let product: ProductProcess;
  let admin: Actor;

  beforeAll(async () => {
    product = await start({ ...database.environment, MIGRATION_DATABASE_URL: database.urls.ownerUrl, WORKER: 'off' });
    admin = await product.signIn();
    await isLogged('in use');
  }, 120_000);

  /** Waits for the last line about the replica. Lines of quick changes are at least 5 seconds apart. */
  const isLogged = (state: string) =>
    vi.waitFor(() => expect(lines().at(-1)).toMatchObject({ msg: `replica ${state}` }), 25_000);
  const lines = () => product.logs.filter(({ msg }) => String(msg).startsWith('replica '));

  /** Runs `fault` under load. No request fails, and the process stays ready. */
  async function expectUnnoticed(fault: (load: Load) => Promise<unknown>): Promise<void> {
    const load = startLoad(product, admin);
    try {
      await moreOf(load);
      await fault(load);
      expect(await product.health('ready')).toBe(200);
      await moreOf(load);
    } finally {
      await load.stop();
    }
    expect([load.lost, load.refusals]).toEqual([[], []]);
  }

  /** More reads at the same time than connections. */
  async function expectAnswered(): Promise<void> {
    const answers = await Promise.all(Array.from({ length: 30 }, () => product.ask(admin, LIST)));
    expect(new Set(answers.map(refusalOf))).toEqual(new Set(['200']));
  }

  test('a killed replica fails no request, and returns by itself', async () => {
    await expectUnnoticed(async (load) => {
      const answered = expectAnswered();
      await database.replica.kill();
      await answered;
      await moreOf(load);
      await isLogged('away');
      await database.replica.start();
      await isLogged('in use');
    });
  }, 120_000);

  test('a frozen replica fails no request, and returns by itself', async () => {
    await expectUnnoticed(async () => {
      await database.replica.freeze();
      await expectAnswered();
      await isLogged('away');
      database.replica.thaw();
      await isLogged('in use');
    });
  }, 120_000);

  test('a replica that becomes a primary is refused', async () => {
    await expectUnnoticed(async () => {
      await database.replica.rows('select pg_promote()');
      await isLogged('refused');
    });

    const { replica } = await database.statementsOf(() =>
      product.ask(admin, '{ partnerApplications { items { id } } }'),
    );
    expect(replica).not.toContain('from "partner_application"');
    expect(lines().length).toBeLessThanOrEqual(10);
  }, 120_000);
});
