import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Actor } from '../../support/api.ts';
import { validInput } from '../../support/given/applications.ts';
import { expectNothingLost, expectSent, LIST, refusalOf, submitTo } from '../../support/load.ts';
import { PostgresCluster } from '../../support/clusters/postgres.cluster.ts';
import { useProduct, type ProductProcess } from '../../support/processes/product.process.ts';
import { SmallDisk } from '../../support/processes/small.disk.ts';

const { start } = useProduct();

/** PostgreSQL's code: see Appendix A of its manual. */
const DISK_FULL = '53100';

/** 5,000 characters that PostgreSQL cannot compress, so that it soon needs more space. */
const bulky = () => validInput({ motivation: randomBytes(2500).toString('hex') });

// Needs root and permission to mount, to have a disk that a test can fill.
describe.runIf(SmallDisk.isPossible)('a full disk', () => {
  let disk: SmallDisk;
  let postgres: PostgresCluster;
  let product: ProductProcess;
  let admin: Actor;

  beforeAll(async () => {
    disk = new SmallDisk(256);
    postgres = await PostgresCluster.start(join(disk.folder, 'cluster'));
    product = await start(postgres.environment);
    admin = await product.signIn();
  }, 120_000);
  afterAll(async () => {
    await postgres.stop();
    disk.remove();
  });

  test('Fault 14: fails writes but not reads, and recovers once there is space again', async () => {
    const acknowledged: string[] = [];
    const submit = async () => {
      const answer = await submitTo(product, bulky());
      if (answer.data) acknowledged.push(answer.data.submitPartnerApplication.applicationId);
      return refusalOf(answer);
    };
    expect(await submit()).toBe('200');
    await reserveLog();
    await disk.fill();

    // Existing pages have some space left.
    await vi.waitFor(async () => expect(await submit()).toBe('503 UNAVAILABLE'), { timeout: 20_000, interval: 0 });

    const logged = expect.objectContaining({ err: expect.objectContaining({ code: DISK_FULL }) });
    await vi.waitFor(() => expect(product.troubles).toContainEqual(logged), 5_000);
    expect(refusalOf(await product.ask(admin, LIST))).toBe('200');
    expect(await product.health('ready')).toBe(200);
    await disk.free();
    expect(await submit()).toBe('200');
    await expectNothingLost(postgres.rows, acknowledged);
    await expectSent(postgres.rows, acknowledged.slice(-1), 30_000);
    expect(product.end).toBeUndefined();
  }, 60_000);

  /**
   * PostgreSQL stops if its write-ahead log has no space. This creates the needed files beforehand, because a
   * checkpoint keeps old ones.
   */
  async function reserveLog(): Promise<void> {
    for (let file = 1; file <= 4; file++) {
      await postgres.rows(
        `select pg_logical_emit_message(false, 'test', 'a file with something in it'), pg_switch_wal()`,
      );
    }
    await postgres.rows('checkpoint');
  }
});
