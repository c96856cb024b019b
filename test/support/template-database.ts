import type { TestProject } from 'vitest/node';
import { createDatabase } from '../../src/dev/postgres/development.database.ts';
import { startEmbeddedDatabase } from '../../src/dev/postgres/embedded.database.ts';
import { migrate } from '../../src/migrations/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    databasePort: number;
  }
}

/** The database that every test file clones. Migrated once, as in production. */
export const TEMPLATE = 'template_reachgenie';

/** Starts PostgreSQL once for all test files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const database = await startEmbeddedDatabase({ temporary: true });
  const urls = await createDatabase(database.port, TEMPLATE);
  await migrate(urls);
  project.provide('databasePort', database.port);
  return () => database.stop();
}
