import { parseArgs } from 'node:util';
import { ConfigError, readConfig } from '../../config.ts';
import { DatabaseClient } from '../../core/database/hosts/database.client.ts';
import { syncProvisionings } from './provisioning.sync.ts';

/**
 * `provisioning.sync.command.js [--failed]` lets workers send all clients to the product again, or only those that failed,
 * also those that are held after a restore. Can run beside the product. Exits with 1 on a failure. Clients of finished
 * batches are sent all the same.
 */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { failed: { type: 'boolean', default: false } } });
  const { database, product } = readConfig();
  if (!product) throw new ConfigError('PRODUCT_API_URL: must be set, because clients are sent there');
  if (!database.migrationUrl)
    throw new ConfigError('MIGRATION_DATABASE_URL: must be set, because the command reaches all tenants');
  const owner = new DatabaseClient(database.migrationUrl);
  await owner.connect();
  try {
    const sent = await syncProvisionings(owner, { onlyFailed: values.failed });
    process.stdout.write(`Clients to send: ${sent}. Workers send them now.\n`);
  } finally {
    await owner.end();
  }
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
