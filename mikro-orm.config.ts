import { Migrator } from '@mikro-orm/migrations';
import { defineConfig } from '@mikro-orm/postgresql';
import { entities } from './src/schema.ts';

/** For MikroORM's own command line: `npx mikro-orm migration:create` compares the entities with the snapshot. */
export default defineConfig({
  dbName: 'reachgenie',
  entities,
  extensions: [Migrator],
  migrations: {
    path: 'dist/migrations/versions',
    pathTs: 'src/migrations/versions',
    emit: 'ts',
    fileName: (timestamp, name) => `${timestamp.slice(0, 8)}-${name ?? 'name-me'}`,
  },
});
