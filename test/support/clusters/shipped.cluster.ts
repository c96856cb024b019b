import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { vi } from 'vitest';
import { chooseAccount, giveTo, type PostgresAccount } from '../../../src/dev/postgres/postgres.account.ts';
import {
  lastLines,
  PLAIN_ENVIRONMENT,
  runProgram,
  type RunningProgram,
} from '../../../src/dev/postgres/postgres.program.ts';
import { pathOf, textOf } from '../oracles/documents.ts';
import { freePort } from '../processes/free.port.ts';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';

/** The folder of Debian's PostgreSQL, which has the programs for replication. Undefined if it is not installed. */
export async function debianPostgres(): Promise<string | undefined> {
  const versions = await readdir(DEBIAN).catch(() => []);
  return versions.length > 0 ? join(DEBIAN, versions.sort().at(-1) ?? '', 'bin') : undefined;
}

/** PostgreSQL's primary and standby with the files of ops/postgres, in the order of PostgreSQL's image. */
export class ShippedCluster {
  #programs: RunningProgram[] = [];

  private constructor(
    private readonly folder: string,
    private readonly bin: string,
    private readonly account: PostgresAccount,
    /** Passwords by their names. */
    readonly secrets: Readonly<Record<string, string>>,
    readonly ports: { primary: number; standby: number },
  ) {}

  static async start(bin: string): Promise<ShippedCluster> {
    const folder = await mkdtemp(join(tmpdir(), 'shipped-'));
    await chmod(folder, 0o777); // PostgreSQL does not run as root
    const account = await chooseAccount(join(bin, 'initdb'), folder, join(folder, 'primary'));
    await promisify(execFile)(pathOf('ops/secrets.sh'), [join(folder, 'secrets')]);
    await chmod(join(folder, 'secrets'), 0o755); // Docker mounts the files, so no container enters the folder
    const names = ['owner_password', 'login_password'];
    const values = await Promise.all(names.map((name) => readFile(join(folder, 'secrets', name), 'utf8')));
    const secrets = Object.fromEntries(names.map((name, index) => [name, values[index] ?? '']));
    const ports = { primary: await freePort(), standby: await freePort() };
    const cluster = new ShippedCluster(folder, bin, account, secrets, ports);
    await cluster.#writeSettings();
    await cluster.#initialize();
    await cluster.#run('primary', ['postgres', ...cluster.#settings('primary')]);
    await cluster.#run('standby', [pathOf('ops/postgres/standby.sh'), ...cluster.#settings('standby')]);
    return cluster;
  }

  /** The URL of the product's database. */
  url(server: 'primary' | 'standby', role: 'owner' | 'login'): string {
    const password = this.secrets[`${role}_password`];
    return `postgres://reachgenie_${role}:${password}@127.0.0.1:${this.ports[server]}/reachgenie`;
  }

  /** Runs SQL as the superuser. */
  async rows(server: 'primary' | 'standby', sql: string): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({
      host: this.folder,
      port: this.ports[server],
      user: 'postgres',
      database: 'postgres',
    });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  async stop(): Promise<void> {
    for (const program of this.#programs.reverse()) await program.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** The same files, at this folder, and with our account in place of the container's. */
  async #writeSettings(): Promise<void> {
    for (const name of ['postgresql.conf', 'pg_hba.conf', 'roles.sql', 'replication.sql']) {
      const text = textOf(`ops/postgres/${name}`)
        .replaceAll('/etc/postgresql', this.folder)
        .replace(/ peer$/m, ' trust')
        .replace('shared_buffers = 1GB', 'shared_buffers = 16MB');
      await writeFile(join(this.folder, name), text);
    }
  }

  /** Like PostgreSQL's image: a server without a port runs the scripts before the first start. */
  async #initialize(): Promise<void> {
    const data = join(this.folder, 'primary');
    await mkdir(data);
    await giveTo(this.account, data);
    await this.#call('primary', ['initdb', '--username=postgres', '--encoding=UTF8', '--locale=C', '--data-checksums']);
    const log = join(data, 'initialize.log');
    await this.#call('primary', ['pg_ctl', '-w', '-l', log, '-o', this.#settings('primary', '').join(' '), 'start']);
    await this.#call('primary', [pathOf('ops/postgres/initialize.sh')]);
    await this.#call('primary', ['pg_ctl', '-w', '-m', 'fast', 'stop']);
  }

  #settings(server: 'primary' | 'standby', addresses = '127.0.0.1'): string[] {
    return [
      `--config_file=${join(this.folder, 'postgresql.conf')}`,
      `--port=${this.ports[server]}`,
      `--listen_addresses=${addresses}`,
      `--unix_socket_directories=${this.folder}`,
    ];
  }

  #command(server: 'primary' | 'standby', [program = '', ...words]: string[]): string[] {
    const environment = {
      ...PLAIN_ENVIRONMENT,
      PATH: `${this.bin}:${PLAIN_ENVIRONMENT.PATH}`,
      PGDATA: join(this.folder, server),
      PGHOST: this.folder,
      PGPORT: String(this.ports.primary),
      SECRETS_FOLDER: join(this.folder, 'secrets'),
      SCRIPTS_FOLDER: this.folder,
      PASSFILE_FOLDER: this.folder,
      PRIMARY_HOST: '127.0.0.1',
      PRIMARY_PORT: String(this.ports.primary),
    };
    const variables = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
    return ['env', ...variables, ...this.account.prefix, program, ...words];
  }

  async #call(server: 'primary' | 'standby', command: string[]): Promise<void> {
    const [program = '', ...words] = this.#command(server, command);
    await run(program, words, { cwd: '/' });
  }

  async #run(server: 'primary' | 'standby', command: string[]): Promise<void> {
    const logFile = join(this.folder, `${server}.log`);
    const program = await runProgram(this.#command(server, command), { logFile });
    this.#programs.push(program);
    await vi.waitFor(
      async () => {
        if (program.hasEnded()) throw new Error(await lastLines(logFile));
        await this.rows(server, 'select 1');
      },
      { timeout: 60_000 },
    );
  }
}
