import { inFile, type Mutant } from '../../mutant.ts';

const VERSIONS = 'test/faults/upgrade/versions-side-by-side.test.ts';
const KILLED = 'test/faults/upgrade/online-migration-killed.test.ts';
const WRITERS = 'test/faults/upgrade/writers-beside-migration.test.ts';

export const upgrade: Mutant[] = [
  ...inFile(
    'src/core/database/schema.state.ts',
    [VERSIONS],
    [
      ['A version refuses a database that requires a newer one.', 'required.length > 0', 'required.length > 99'],
      ['A version refuses a database that lacks its migrations.', 'missing.length > 0', 'missing.length > 99'],
    ],
  ),
  ...inFile(
    'src/core/jobs/job.queue.ts',
    [VERSIONS],
    [['A version starts beside a newer pg-boss.', 'Math.min(version, JOB_SCHEMA_VERSION)', 'version']],
  ),
  ...inFile(
    'src/migrations/migrate.ts',
    [VERSIONS],
    [
      [
        'An older version leaves the queues of a newer one alone.',
        'state.newer.length > 0 ?',
        'state.newer.length > 99 ?',
      ],
    ],
  ),
  ...inFile(
    'src/migrations/lock.waits.ts',
    [WRITERS],
    [['Writers do not queue behind a migration.', 'LOCK_TIMEOUT = 300', 'LOCK_TIMEOUT = 0']],
  ),
  ...inFile(
    'src/migrations/online.migration.ts',
    [WRITERS, KILLED],
    [
      ['Writers go on while rows are changed in batches.', '          commit;\n', ''],
      ['A rerun replaces an invalid index.', 'this.addSql(`drop index concurrently if exists ${name}`);', ''],
    ],
  ),
];
