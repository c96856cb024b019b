import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { vi } from 'vitest';
import { databaseUrl, PASSWORD, SUPERUSER } from '../../../src/dev/postgres/embedded.database.ts';
import { chooseAccount, giveTo } from '../../../src/dev/postgres/postgres.account.ts';
import {
  findPostgresPrograms,
  lastLines,
  runProgram,
  type PostgresPrograms,
  type RunningProgram,
} from '../../../src/dev/postgres/postgres.program.ts';
import { freePort } from '../processes/free.port.ts';

const run = promisify(execFile);
const programsIn = (folder: string): PostgresPrograms => ({
  initdb: join(folder, 'initdb'),
  postgres: join(folder, 'postgres'),
});

/** Debian's folder of versions. */
const DEBIAN = '/usr/lib/postgresql';

/** The embedded PostgreSQL, those of Debian, and those in the folders of POSTGRES_BIN, joined by colons. */
export async function installedPostgres(): Promise<[version: string, PostgresPrograms][]> {
  const debian = (await readdir(DEBIAN).catch(() => [])).map((version) => join(DEBIAN, version, 'bin'));
  const given = process.env['POSTGRES_BIN']?.split(':') ?? [];
  const all = [findPostgresPrograms(), ...[...debian, ...given].map(programsIn)];
  return Promise.all(
    all.map(async (programs): Promise<[string, PostgresPrograms]> => {
      const { stdout } = await run(programs.postgres, ['--version']);
      return [/[\d.]+/.exec(stdout)?.[0] ?? stdout, programs];
    }),
  );
}

/** An empty PostgreSQL of any version, over TCP, TLS and a Unix socket. */
export class PostgresServer {
  private constructor(
    readonly port: number,
    /** Its Unix socket is here. */
    readonly folder: string,
    /** The certificate of 127.0.0.1. */
    readonly certificate: string,
    private readonly server: RunningProgram,
  ) {}

  /** @param more such as `--shared_preload_libraries=…` */
  static async start(programs: PostgresPrograms, more: readonly string[] = []): Promise<PostgresServer> {
    const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
    await chmod(folder, 0o777); // for another user's socket
    const [data, password, key, certificate, logFile] = ['data', 'password', 'key.pem', 'cert.pem', 'log'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string, string];
    const account = await chooseAccount(programs.initdb, folder, data);
    await writeFile(password, PASSWORD);
    const forAddress = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-noenc'];
    await run('openssl', ['req', '-x509', ...curve, '-keyout', key, '-out', certificate, ...forAddress]);
    for (const path of [password, key]) await giveTo(account, path);
    const locale = ['--locale=C', '--lc-ctype=C.UTF-8', '--encoding=UTF8'];
    const options = [`--username=${SUPERUSER}`, `--pwfile=${password}`, '--auth=scram-sha-256', '--no-sync', ...locale];
    const initdb = await runProgram([...account.prefix, programs.initdb, '-D', data, ...options], { logFile });
    if ((await initdb.ended) !== 0) throw new Error(await lastLines(logFile));
    const port = await freePort();
    const settings = [
      `--port=${port}`,
      '--listen_addresses=127.0.0.1',
      `--unix_socket_directories=${folder}`,
      '--ssl=on',
      `--ssl_cert_file=${certificate}`,
      `--ssl_key_file=${key}`,
      '--fsync=off',
      ...more,
    ];
    const command = [...account.prefix, programs.postgres, '-D', data, ...settings];
    const server = await runProgram(command, { logFile, removeWhenStopped: folder });
    const started = new PostgresServer(port, folder, await readFile(certificate, 'utf8'), server);
    await started.#isReady(logFile);
    return started;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #isReady(logFile: string): Promise<void> {
    await vi.waitFor(
      async () => {
        if (this.server.hasEnded()) throw new Error(await lastLines(logFile));
        const client = new pg.Client(databaseUrl(this.port, SUPERUSER, 'postgres'));
        await client.connect();
        await client.end();
      },
      { timeout: 30_000 },
    );
  }
}
