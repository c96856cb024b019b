import { vi } from 'vitest';
import { createDatabase, type DatabaseUrls } from '../../../src/dev/postgres/development.database.ts';
import type { TestDatabase } from '../database.ts';
import { rowsOf } from './postgres.cluster.ts';
import { PostgresNode } from './postgres.node.ts';

const DATABASE = 'reachgenie';

/** A primary and its synchronous standby, as docs/operations.md configures them, with an empty database. */
export class PostgresPair {
  primary: PostgresNode;
  standby: PostgresNode;
  readonly #nodes: readonly PostgresNode[];

  private constructor(
    primary: PostgresNode,
    standby: PostgresNode,
    /** Of the first primary. */
    readonly urls: DatabaseUrls,
  ) {
    this.primary = primary;
    this.standby = standby;
    this.#nodes = [primary, standby];
  }

  static async start(): Promise<PostgresPair> {
    const primary = await PostgresNode.primary('one');
    const urls = await createDatabase(primary.port, DATABASE);
    const standby = await PostgresNode.standbyOf(primary, 'two');
    const pair = new PostgresPair(primary, standby, urls);
    await pair.waitForStandby();
    return pair;
  }

  /** The primary commits only what the standby has from now on. */
  async waitForStandby(): Promise<void> {
    for (const node of this.#nodes) await node.set('synchronous_standby_names', 'ANY 1 (one, two)');
    const isAttached = async () => {
      const [standby] = await this.primary.rows('select sync_state from pg_stat_replication');
      return standby?.['sync_state'] === 'quorum';
    };
    await vi.waitUntil(isAttached, { timeout: 15_000 });
  }

  /** A URL with both hosts, the first primary first. */
  withBoth(url: string): string {
    const [one, two] = this.#nodes.map(({ port }) => `127.0.0.1:${port}`);
    return url.replace(`${one}`, `${one},${two}`);
  }

  get environment(): Record<string, string> {
    return {
      DATABASE_URL: this.withBoth(this.urls.loginUrl),
      MIGRATION_DATABASE_URL: this.withBoth(this.urls.ownerUrl),
    };
  }

  get port(): number {
    return this.primary.port;
  }

  readonly rows: TestDatabase['rows'] = (sql, values) => rowsOf(this.port)(sql, values);

  /** The machine of the primary is lost, and the standby takes over. */
  async failOver(): Promise<void> {
    await this.primary.kill();
    await this.#promote();
  }

  /** Primary and standby change their roles. */
  async switchOver(): Promise<void> {
    await this.primary.stop(); // sends the rest to the standby
    await this.#promote();
    await this.standby.follow(this.primary);
    await this.waitForStandby();
  }

  async #promote(): Promise<void> {
    await this.standby.promote();
    [this.primary, this.standby] = [this.standby, this.primary];
  }

  async stop(): Promise<void> {
    for (const node of this.#nodes) await node.remove();
  }
}
