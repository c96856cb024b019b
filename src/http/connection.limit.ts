import { readFileSync } from 'node:fs';
import type { Server } from 'node:net';
import type { FastifyBaseLogger } from 'fastify';

/** Files that remain for other work, if so many can be open: connections to the databases, and files to serve. */
const KEPT = 200;

/** Milliseconds between log lines. */
const REPORTED_EVERY = 10_000;

/**
 * Accepts no more connections than the process may open files. Without a limit, Node would close them without an event,
 * and no file would remain for the databases.
 */
export function limitConnections(server: Server, log: FastifyBaseLogger): void {
  const openFiles = mostOpenFiles();
  if (openFiles === undefined) return;
  server.maxConnections = openFiles - Math.min(KEPT, Math.floor(openFiles / 2));
  let closed = 0;
  server.on('drop', () => {
    if (closed++ > 0) return;
    log.warn({ most: server.maxConnections, openFiles }, 'connections closed: over the limit of open files');
    const report = () => {
      if (closed > 1) log.warn({ closed }, 'connections closed: over the limit of open files');
      closed = 0;
    };
    setTimeout(report, REPORTED_EVERY).unref();
  });
}

/** The limit of this process (`ulimit -n`). Undefined outside Linux, and without a limit. */
function mostOpenFiles(): number | undefined {
  try {
    const [, soft] = /^Max open files +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8')) ?? [];
    return soft === undefined ? undefined : Number(soft);
  } catch {
    return undefined;
  }
}
