import { join } from 'node:path';
import type { EntityClass } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { developmentKey } from '../identity/signing.keys.ts';
import { migrate } from '../migrations/migrate.ts';
import { fillWithDemoData } from './demo.data.ts';
import { createDatabase } from './development.database.ts';
import { startEmbeddedDatabase } from './embedded.database.ts';
import { announcement } from './announcement.ts';

/** Development without a setting: the embedded PostgreSQL where no other is named, a key, demo data, and where all is. */
export async function prepareDevelopment(config: Config, entities: EntityClass[], log: Logger) {
  const { url, migrationUrl } = config.database;
  const embedded = url ? undefined : await startEmbeddedDatabase({ folder: join(config.dataDir, 'postgres') });
  try {
    const urls = embedded
      ? await createDatabase(embedded.port, 'reachgenie')
      : { ownerUrl: migrationUrl ?? url ?? '', loginUrl: url ?? '' };
    await migrate({ ...urls, entities });
    const logins = config.demoData ? await fillWithDemoData(urls.ownerUrl, log) : [];
    return {
      databaseUrl: urls.loginUrl,
      privateKey: config.jwt.privateKey ?? developmentKey(config.dataDir),
      announce: (address: string) => void process.stdout.write(announcement(config, address, logins)),
      stop: async () => embedded?.stop(),
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}
