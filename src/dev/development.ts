import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createDatabase } from './postgres/development.database.ts';
import { developmentKeys } from './development.keys.ts';
import { startEmbeddedDatabase } from './postgres/embedded.database.ts';
import { announcement, type Login } from './announcement.ts';

/**
 * Prepares development without configuration: the embedded PostgreSQL unless another one is configured, keys, demo
 * data and the start message.
 * @param meanwhile work to do while PostgreSQL starts
 */
export async function prepareDevelopment(config: Config, log: Logger, meanwhile: () => Promise<unknown>) {
  const { url, migrationUrl } = config.database;
  const folder = join(config.dataDir, 'postgres');
  const embedded = url ? undefined : await startEmbeddedDatabase({ folder, meanwhile });
  const urls = embedded
    ? await createDatabase(embedded.port, 'reachgenie')
    : { ownerUrl: migrationUrl ?? url ?? '', loginUrl: url ?? '' };
  const keys = developmentKeys(config.dataDir);
  let logins: readonly Login[] = [];
  return {
    databaseUrl: urls.loginUrl,
    privateKey: config.jwt.privateKey ?? keys.privateKey(),
    secretsKeys: config.secretsKeys ?? keys.secretsKeys(),
    prepareDatabase: async () => {
      const { migrate } = await import('../migrations/migrate.ts');
      await migrate(urls);
      const { fillWithDemoData } = await import('./demo/demo.data.ts');
      if (!config.demoData) return;
      const { openFileStorage } = await import('../files/storage/open.storage.ts');
      const storage = await openFileStorage(config.files);
      logins = await fillWithDemoData(urls.ownerUrl, log, config.publicUrl, storage);
    },
    announcement: () => announcement(config, logins),
    stop: async () => embedded?.stop(),
  };
}
