import { inFile, type Mutant } from '../../mutant.ts';

const LOG = 'test/faults/log-disk-full.test.ts';
const READINESS = 'test/faults/database/readiness.test.ts';

export const running: Mutant[] = [
  ...inFile(
    'src/core/context/log.output.ts',
    [LOG],
    [
      ['Waiting lines are bounded.', 'return void this.#dropped++;', 'this.#dropped++;'],
      ['A failed write is repeated.', 'if (error) return this.#writeLater();', 'if (error) return;'],
      ['An exit waits shortly for a slow reader.', 'performance.now() > until', 'false'],
      ['An exit does not wait for a full disk.', '!isStalled(error) || performance.now() > until', 'false'],
      ['Dropped lines are reported.', 'if (dropped > 0) this.reportDropped(dropped);', ''],
      [
        'The rest of a write follows.',
        'if (this.#unwritten.length > 0) return this.#write();',
        'this.#unwritten = Buffer.alloc(0);',
      ],
    ],
  ),
  ...inFile(
    'src/core/database/own.connection.ts',
    [READINESS],
    [
      [
        'A refused role is the cause.',
        "throw new Error('the database cannot be used', { cause: error });",
        'throw error;',
      ],
      ['The tenant role is taken on.', '= [TENANT_ROLE, PLATFORM_ROLE]', '= [PLATFORM_ROLE]'],
    ],
  ),
  ...inFile(
    'src/http/metrics/database.gauges.ts',
    ['test/telemetry/metrics.test.ts'],
    [['Figures that were not read are no old ones.', 'gauge.reset();', '']],
  ),
  ...inFile(
    'src/core/database/readiness.ts',
    [READINESS],
    [
      ['A missing migration counts.', 'if (missing !== undefined) return new Error(missing);', ''],
      ['Changes are logged once.', 'if (problem && this.#isReady)', 'if (problem)'],
      ['Checks share a query.', 'this.#checked ??= this.#check()', 'this.#checked = this.#check()'],
    ],
  ),
  ...inFile(
    'src/core/database/database.clock.ts',
    ['test/faults/database/clocks-differ.test.ts'],
    [['Stored times are those of PostgreSQL.', 'ahead = -differenceMs;', '']],
  ),
  ...inFile(
    'src/jobs/failed-job.service.ts',
    ['test/jobs/retry-failed-job.test.ts'],
    [
      [
        'A failed job runs again once.',
        'and ${hasFailed} and state <> ${RETRIED} returning',
        'and ${hasFailed} returning',
      ],
      ['Only a failed job runs again.', 'where id = ${id} and ${hasFailed} and state', 'where id = ${id} and state'],
      [
        'Running a job again is audited.',
        "recordAction(em, 'job.retried', Object.assign(new FailedJob(), { id }));",
        '',
      ],
      ['A job that ran again is not listed.', 'where: [hasFailed, sql`state <> ${RETRIED}`]', 'where: [hasFailed]'],
    ],
  ),
  ...inFile(
    'src/core/database/pipelined.client.ts',
    ['test/core/first-error.test.ts'],
    [
      ['The first error is the cause.', 'throw this.#notOpened ?? error;', 'throw error;'],
      ['The cause is forgotten after a rollback.', 'this.#notOpened = undefined;', ''],
    ],
  ),
  ...inFile(
    'src/config.files.ts',
    ['test/config/secret-files.test.ts'],
    [
      ['Only the last line end is cut.', "replace(/\\r?\\n$/, '')", 'trim()'],
      ['A setting is not given both ways.', 'if (variables[name] !== undefined)', 'if (variables[name] === path)'],
    ],
  ),
  ...inFile(
    'src/http/security.headers.ts',
    ['test/security/requests/staging.test.ts'],
    [['Staging keeps search engines out.', 'staging ? {', '!staging ? {']],
  ),
  ...inFile(
    'src/email/email.delivery.ts',
    ['test/email/allowlist.test.ts'],
    [['Staging holds emails back.', 'if (!mayReceive(recipient)) return this.#holdBack(email);', '']],
  ),
  ...inFile(
    'src/email/transports/recipient.rule.ts',
    ['test/email/allowlist.test.ts'],
    [
      [
        'A domain is the whole one.',
        'domains.has(recipient.slice(',
        'recipient.endsWith([...domains].join()) || domains.has(recipient.slice(',
      ],
    ],
  ),
];
