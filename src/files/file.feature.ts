import { sql } from 'kysely';
import { readById } from '../core/database/row.query.ts';
import { boundedCount } from '../core/telemetry/figure.ts';
import type { Feature } from '../feature.ts';
import { fileQueues } from './checks/check.queue.ts';
import { brandEndpoint, downloadEndpoint } from './downloads/download.endpoints.ts';
import { FileLink } from './downloads/file-link.entity.ts';
import { FileResolver } from './file.resolver.ts';
import { fileRules } from './file.rules.ts';
import { ADMIN_GATE } from './file.service.ts';
import { removeStrayBytes, removeUnusedFiles } from './storage/unused.files.ts';
import { StoredFile } from './stored-file.entity.ts';
import { uploadEndpoint } from './uploads/upload.endpoint.ts';

const auditActions = {
  'file.upload_requested': 'An upload of a file was requested.',
  'file.downloaded': 'A link to download a file was created.',
} as const;

type FileActions = typeof auditActions;
declare module '../audit/audit.actions.ts' {
  interface RegisteredActions extends FileActions {}
}

/** Uploaded files, for features that claim them: decisions 89 and 90. */
export const files: Feature = {
  entities: [StoredFile, FileLink],
  resolvers: [FileResolver],
  rules: [fileRules],
  auditActions,
  fileGates: {
    [ADMIN_GATE]: async (reader, id) => (await readById(reader, StoredFile, id)) !== null,
  },
  figures: [
    {
      name: 'reachgenie_files_checking',
      help: 'Uploaded files that wait for the check of a worker. At most 10,000.',
      query: `select null as label, ${boundedCount(`from stored_file where state = 'CHECKING'`)} as value`,
    },
  ],
  queues: fileQueues,
  tidy: [
    (em) => sql`delete from file_link where expires_at < now()`.execute(em.getKysely()),
    removeUnusedFiles,
    removeStrayBytes,
  ],
  work: async (worker) => {
    if (!worker.storage) return;
    const { startChecking } = await import('./checks/file.checker.ts');
    await startChecking(worker, worker.storage);
  },
  serve: (parts) => ({
    endpoints: async (app) => {
      await app.register(uploadEndpoint(parts));
      await app.register(downloadEndpoint(parts));
      await app.register(brandEndpoint(parts));
    },
  }),
};
