import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LOGIN_ROLE } from '../../../src/dev/postgres/development.database.ts';
import { PASSWORD } from '../../../src/dev/postgres/embedded.database.ts';
import { freePort } from '../processes/free.port.ts';

/** Debian installs it there, which is not on everybody's path. */
const PATH = `${process.env['PATH']}:/usr/sbin`;

/** Minor version of the installed pgbouncer 1, or 0 without one. */
export const pgbouncerVersion = ((): number => {
  try {
    const told = execFileSync('pgbouncer', ['--version'], { encoding: 'utf8', env: { PATH } });
    return Number(/PgBouncer 1\.(\d+)/.exec(told)?.[1]);
  } catch {
    return 0;
  }
})();

/** The first version that keeps the prepared statements of its clients apart. */
export const SUPPORTED = 21;

/** A pgbouncer with two connections to each database, and transaction pooling. */
export class PgbouncerServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'pgbouncer-'));
  #process: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  /** `settings` are lines of its configuration. */
  static async start(postgresPort: number, settings: readonly string[] = []): Promise<PgbouncerServer> {
    const server = new PgbouncerServer(await freePort());
    await server.#start(postgresPort, settings);
    return server;
  }

  /** The URL that leads to the same database by this way. */
  to(url: string): string {
    return Object.assign(new URL(url), { port: this.port }).href;
  }

  async stop(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process?.kill('SIGKILL')) await once(process, 'exit');
    rmSync(this.#folder, { recursive: true });
  }

  async #start(postgresPort: number, settings: readonly string[]): Promise<void> {
    const [users, configuration] = [join(this.#folder, 'users.txt'), join(this.#folder, 'pgbouncer.ini')];
    chmodSync(this.#folder, 0o755); // pgbouncer does not run as root
    const roles = [LOGIN_ROLE, 'reachgenie_owner'];
    writeFileSync(users, roles.map((role) => `"${role}" "${PASSWORD}"\n`).join(''));
    const lines = [
      '[databases]',
      `* = host=127.0.0.1 port=${postgresPort} pool_size=2`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${this.port}`,
      'unix_socket_dir =',
      'auth_type = scram-sha-256',
      `auth_file = ${users}`,
      'pool_mode = transaction',
      'max_client_conn = 200',
      ...settings,
    ];
    writeFileSync(configuration, `${lines.join('\n')}\n`);
    const account = process.getuid?.() === 0 ? ['--user', 'nobody'] : [];
    this.#process = spawn('pgbouncer', [...account, configuration], {
      env: { PATH },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const told: string[] = [];
    for await (const line of createInterface(this.#process.stderr ?? ([] as never))) {
      told.push(line);
      if (line.includes('process up')) return;
    }
    throw new Error(`pgbouncer did not start:\n${told.join('\n')}`);
  }
}
