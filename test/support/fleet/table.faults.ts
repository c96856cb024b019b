import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { databaseUrl, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import type { PostgresCluster } from '../clusters/postgres.cluster.ts';
import type { SmallDisk } from '../processes/small.disk.ts';

/** Runs `work` while another transaction has locked a table. */
export async function whileLocked(
  { port }: PostgresCluster,
  table: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const superuser = new pg.Client(databaseUrl(port, SUPERUSER, 'reachgenie'));
  await superuser.connect();
  try {
    await superuser.query(`begin; lock table ${table} in access exclusive mode`);
    await work();
  } finally {
    await superuser.end();
  }
}

/** Runs `work` while a table lies on a disk of its own, so that the disk can fill and PostgreSQL still writes its log. */
export async function whileOnDisk(
  { folder, rows }: PostgresCluster,
  { table, disk }: { table: string; disk: SmallDisk },
  work: () => Promise<unknown>,
): Promise<void> {
  execFileSync('chown', [`--reference=${folder}/data`, disk.folder]);
  await rows(`create tablespace small_disk location '${disk.folder}'`);
  try {
    await rows(`alter table ${table} set tablespace small_disk`);
    await work();
  } finally {
    await rows(`alter table ${table} set tablespace pg_default`);
    await rows('drop tablespace small_disk');
  }
}
