import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { chmod, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, request as ask } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream';
import { expect, vi } from 'vitest';
import { freePort } from '../processes/free.port.ts';
import { ROOT } from '../processes/product.process.ts';

/** `plain` runs in this process, for machines without the others. */
export type ProxyKind = 'nginx' | 'caddy' | 'plain';

export interface ProxyProcess {
  url: string;
  /** The text of its access log and its error log. */
  logs(): Promise<string>;
  /** Stands for /run/reachgenie. */
  runFolder: string;
  stop(): Promise<void>;
}

/** Whether the machine has the program. */
export function hasProxy(kind: 'nginx' | 'caddy'): boolean {
  try {
    execFileSync(kind, [kind === 'nginx' ? '-v' : 'version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Starts a proxy in front of two processes, with our configuration file of ops/. */
export function startProxy(kind: ProxyKind, ports: readonly number[]): Promise<ProxyProcess> {
  return kind === 'plain' ? startPlain(ports) : startProgram(kind, ports);
}

const FILES = { nginx: 'nginx.conf', caddy: 'Caddyfile' };

async function startProgram(kind: 'nginx' | 'caddy', ports: readonly number[]): Promise<ProxyProcess> {
  const folder = await mkdtemp(join(tmpdir(), `${kind}-`));
  await chmod(folder, 0o755);
  const port = await freePort();
  const [first, second] = ports;
  const text = (await readFile(join(ROOT, 'ops/proxies', FILES[kind]), 'utf8'))
    .replaceAll(/8080|4001|4002/g, (found) => String(found === '8080' ? port : found === '4001' ? first : second))
    .replaceAll('/run/reachgenie', folder)
    .replaceAll('/var/log/nginx', folder)
    .replaceAll('/run/nginx.pid', join(folder, 'pid'));
  const file = join(folder, FILES[kind]);
  await writeFile(file, text);
  const args =
    kind === 'nginx'
      ? ['-c', file, '-g', 'daemon off;', '-e', join(folder, 'start.log')]
      : ['run', '--config', file, '--adapter', 'caddyfile'];
  const output = openSync(join(folder, 'output.log'), 'a');
  const child = spawn(kind, args, { stdio: ['ignore', output, output], env: { ...process.env, HOME: folder } });
  const url = `http://127.0.0.1:${port}`;
  await vi.waitFor(async () => expect((await fetch(`${url}/health/ready`)).status).toBe(200), { timeout: 15_000 });
  return {
    url,
    logs: async () => {
      const names = (await readdir(folder)).filter((name) => name.endsWith('.log'));
      return (await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))).join('');
    },
    runFolder: folder,
    stop: async () => {
      if (child.kill('SIGTERM') && child.exitCode === null) await once(child, 'exit');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Takes turns, and tries the other process if one accepts no connection. A connection each. */
async function startPlain(ports: readonly number[]): Promise<ProxyProcess> {
  let turn = 0;
  const server = createServer((incoming, outgoing) => {
    const tryPort = (tries: number) => {
      const port = ports[turn++ % ports.length];
      const onwards = ask({
        port,
        path: incoming.url,
        method: incoming.method,
        headers: incoming.headers,
        agent: false,
      });
      onwards.on('response', (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        pipeline(answer, outgoing, () => undefined);
      });
      onwards.on('error', (error) => {
        if ('code' in error && error.code === 'ECONNREFUSED' && tries > 1) tryPort(tries - 1);
        else if (outgoing.headersSent) outgoing.destroy();
        else outgoing.writeHead(502).end();
      });
      onwards.on('socket', (socket) => socket.on('connect', () => incoming.pipe(onwards)));
    };
    tryPort(ports.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    logs: async () => '',
    runFolder: tmpdir(),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
