import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free.port.ts';

export const hasRedisServer = (() => {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** A Redis for one test file. Tests can kill it, freeze it, and restart it on its port. Stores nothing on disk. */
export class RedisServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'redis-'));
  #process: ChildProcess | undefined;

  private constructor(readonly port: number) {}

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  static async start(...options: string[]): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.start(...options);
    return server;
  }

  async start(...options: string[]): Promise<void> {
    const where = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.#folder, '--save', ''];
    this.#process = spawn('redis-server', [...where, ...options], { stdio: ['ignore', 'pipe', 'inherit'] });
    for await (const lines of this.#process.stdout ?? []) if (String(lines).includes('Ready to accept')) return;
    throw new Error(`redis-server did not start on port ${this.port}`);
  }

  /** Sends a command, such as `config set maxmemory 1`. Returns its answer. */
  async call(command: string): Promise<unknown> {
    const [name = '', ...words] = command.split(' ');
    const client = new Redis(this.url);
    try {
      return await client.call(name, ...words);
    } finally {
      client.disconnect();
    }
  }

  freeze(): void {
    this.#process?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#process?.kill('SIGCONT');
  }

  async kill(): Promise<void> {
    const process = this.#process;
    this.#process = undefined;
    if (process?.kill('SIGKILL')) await once(process, 'exit');
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true });
  }
}
