import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { postTo, useApi } from '../../support/api.ts';
import { emptyDatabase, type TestDatabase } from '../../support/database.ts';
import { SUBMIT, validInput } from '../../support/given/applications.ts';
import { runCommand } from '../../support/processes/commands.ts';
import { freePort } from '../../support/processes/free.port.ts';
import { installedPostgres, PostgresServer } from '../../support/clusters/postgres.server.ts';
import { createDatabase } from '../../../src/dev/postgres/development.database.ts';
import { migrate } from '../../../src/migrations/migrate.ts';
import { SilentServer } from '../../support/proxies/silent.server.ts';

const api = useApi();

/** The host of the tests' PostgreSQL. */
const running = () => `127.0.0.1:${inject('databasePort')}`;
const deadHost = async () => `127.0.0.1:${await freePort()}`;

/** A URL with other hosts. */
const withHosts = (url: string, ...hosts: string[]) => url.replace(/(?<=@)[^/]+/, hosts.join());

/** Starts a process on these hosts, and uses its request pool, its job queue and its health check. */
async function expectToServe(url: string): Promise<void> {
  const app = await api.startAnother({ DATABASE_URL: url, WORKER: 'on' });
  try {
    const answer = await postTo(app.url ?? '', { query: SUBMIT, variables: { input: validInput() } });
    expect(await answer.json()).toMatchObject({ data: { submitPartnerApplication: {} } });
    expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
  } finally {
    await app.stop();
  }
}

test('a process passes over hosts that refuse connections', async () => {
  const url = withHosts(api.database.loginUrl, await deadHost(), await deadHost(), running());

  await expectToServe(`${url}?target_session_attrs=read-write`);
});

test('a process passes over a host that never answers, and later connections begin with the one that did', async () => {
  await using silent = await SilentServer.start();
  const url = withHosts(api.database.loginUrl, silent.host, running());

  await expectToServe(url);
  const { connections } = silent;
  await expectToServe(url);

  expect(connections).toBeGreaterThan(0);
  expect(silent.connections).toBe(connections);
});

test('hosts can also be parameters of the URL', async () => {
  const dead = await freePort();
  const url = withHosts(api.database.loginUrl, 'unused.example');

  await expectToServe(`${url}?host=127.0.0.1,127.0.0.1&port=${dead},${inject('databasePort')}`);
});

test('a process without a host that accepts writes does not start, and says why for each', async () => {
  const dead = await deadHost();
  await using silent = await SilentServer.start();

  await expect(api.startAnother({ DATABASE_URL: withHosts(api.database.loginUrl, dead, silent.host) })).rejects.toThrow(
    `no host accepts writes (${dead}: connect ECONNREFUSED ${dead}; ${silent.host}: timeout expired)`,
  );
});

test('a wrong password is not tried on the next host', async () => {
  await using silent = await SilentServer.start();
  const url = withHosts(api.database.loginUrl, running(), silent.host).replace(/:\w+@/, ':wrong@');

  await expect(api.startAnother({ DATABASE_URL: url })).rejects.toThrow('password authentication failed');
  expect(silent.connections).toBe(0);
});

const withDeadHost = async (database: TestDatabase) => {
  const hosts = [await deadHost(), running()];
  return { loginUrl: withHosts(database.loginUrl, ...hosts), ownerUrl: withHosts(database.ownerUrl, ...hosts) };
};

test('the commands find the host too', async () => {
  const database = await emptyDatabase();
  const urls = await withDeadHost(database);
  try {
    const migrated = await runCommand('src/migrations/migrate.command.ts', urls);
    expect([migrated.stderr, migrated.stdout]).toEqual(['', expect.stringContaining('is ready for this version')]);
    for (const [script, action] of [
      ['src/audit/audit.verify.command.ts'],
      ['src/audit/audit.export.command.ts'],
      ['src/applications/counters/counters.command.ts', 'check'],
      ['src/migrations/mailboxes.command.ts', 'check'],
    ] as const) {
      const { code, stderr } = await runCommand(script, urls, ...(action ? [action] : []));
      expect([script, code, stderr]).toEqual([script, 0, expect.any(String)]);
    }
  } finally {
    await database.close();
  }
}, 60_000);

test('a command whose idle connection is lost fails with one line', async () => {
  const database = await emptyDatabase();
  const ONE_MIGRATOR = 7_308_324_465;
  const waiting = `select pid from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
  try {
    await database.rows('select pg_advisory_lock($1)', [ONE_MIGRATOR]);
    const run = runCommand('src/migrations/migrate.command.ts', database);
    await expect.poll(() => database.rows(waiting), { timeout: 20_000 }).toHaveLength(1);
    await database.rows(`select pg_terminate_backend(pid) from (${waiting}) as other`);

    const { code, stderr } = await run;
    expect([code, stderr.trim().split('\n')]).toEqual([1, [expect.stringMatching(/connection/i)]]);
  } finally {
    await database.close();
  }
}, 60_000);

test('TLS is used by all connections, and each host must have a certificate of its name', async () => {
  const [[, programs] = []] = await installedPostgres();
  if (!programs) throw new Error('No PostgreSQL is installed');
  const server = await PostgresServer.start(programs);
  try {
    const { loginUrl, ownerUrl } = await createDatabase(server.port, 'reachgenie');
    await migrate({ ownerUrl, loginUrl });
    const [address, name] = [`127.0.0.1:${server.port}`, `localhost:${server.port}`]; // the certificate is the address's
    const tls = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(join(server.folder, 'cert.pem'))}`;

    await expect(api.startAnother({ DATABASE_URL: `${withHosts(loginUrl, name, name)}${tls}` })).rejects.toThrow(
      "Hostname/IP does not match certificate's altnames: Host: localhost.",
    );

    for (const hosts of [[address], [name, address]]) {
      const app = await api.startAnother({ DATABASE_URL: `${withHosts(loginUrl, ...hosts)}${tls}`, WORKER: 'on' });
      try {
        expect((await fetch(`${app.url}/health/ready`)).status).toBe(200);
        const sessions = await app.orm.em.fork().execute<{ ssl: boolean; count: number }[]>(
          `select ssl, count(*)::int from pg_stat_ssl join pg_stat_activity using (pid)
           where usename = session_user group by ssl`,
        );
        expect(sessions).toEqual([{ ssl: true, count: expect.any(Number) }]);
        expect(sessions[0]?.count).toBeGreaterThan(2);
      } finally {
        await app.stop();
      }
    }
  } finally {
    await server.stop();
  }
}, 60_000);
