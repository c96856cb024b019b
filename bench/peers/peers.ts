import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { FOLDER } from '../data/cluster.ts';
import type { Contender } from '../load/contender.ts';
import type { LoadRequest } from '../load/load.ts';
import { preparePeerData } from './peer.data.ts';
import { becomesReady, endsWithUs, freePort } from '../product/product.ts';

/** How a peer is asked: by GraphQL, by paths, or by the GraphQL that PostGraphile makes of the tables. */
type Kind = 'gql' | 'rest' | 'pgl';

interface Peer {
  name: string;
  kind: Kind;
  /** In the folder `peers`. */
  program: string;
  settings?: Record<string, string>;
}

const PEERS: readonly Peer[] = [
  { name: 'P1 mercurius', kind: 'gql', program: 'p1-mercurius.mjs' },
  { name: 'P1j mercurius, jit', kind: 'gql', program: 'p1-mercurius.mjs', settings: { JIT: '1' } },
  { name: 'P2 yoga', kind: 'gql', program: 'p2-yoga.mjs' },
  { name: 'P3 PostGraphile', kind: 'pgl', program: 'p3-postgraphile.mjs' },
  { name: 'P4 floor, JSON by SQL', kind: 'rest', program: 'p4-floor.mjs' },
  { name: 'P4b floor, rows', kind: 'rest', program: 'p4b-rows.mjs' },
  { name: 'P6 FastAPI', kind: 'rest', program: 'p6-fastapi.py' },
];

const shortName = (name: string): string => name.split(' ')[0] ?? name;

interface PeersOptions {
  /** Where the peers are: only read. */
  folder: string;
  /** Which ones, by the short name; all of them where left out. */
  only: string[] | undefined;
  /** Of PostgreSQL, and the database whose data they get too. */
  port: number;
  database: string;
}

export interface RunningPeers {
  contenders: Contender[];
  stop: () => Promise<void>;
}

/** Installs the peers in a copy of their folder, gives them the product's data, and starts those that can run here. */
export async function startPeers({ folder, only, port, database }: PeersOptions): Promise<RunningPeers> {
  const copy = install(folder);
  await preparePeerData(port, database, join(copy, 'schema.sql'));
  makeRequests(copy, port);
  const contenders: Contender[] = [];
  const stops: (() => Promise<void>)[] = [];
  for (const peer of PEERS) {
    if (only && !only.includes(shortName(peer.name))) continue;
    try {
      const { contender, stop } = await start(peer, copy, port);
      contenders.push(contender);
      stops.push(stop);
    } catch (error) {
      console.log(`${peer.name} is left out: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return { contenders, stop: async () => void (await Promise.all(stops.map((stop) => stop()))) };
}

/** Once for each state of the folder. */
function install(folder: string): string {
  const copy = join(FOLDER, 'peers');
  const stamp = join(copy, 'installed');
  const state = fingerprint(folder);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return copy;
  console.log(`Installing the peers of ${folder}, once …`);
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const path = `${dirname(process.execPath)}${delimiter}${process.env.PATH}`;
  const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...quietly], { cwd: copy, env: { ...process.env, PATH: path }, stdio: 'inherit' });
  writeFileSync(stamp, state);
  return copy;
}

function fingerprint(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (/\.(mjs|py|sql|json)$/.test(name) && !name.includes('node_modules'))
      hash.update(readFileSync(join(folder, name)));
  }
  return hash.digest('base64url');
}

/** By the peers' own program, which knows PostgreSQL at one port only. */
function makeRequests(copy: string, port: number): void {
  const program = readFileSync(join(copy, 'mkreq.mjs'), 'utf8').replaceAll('54100', String(port));
  writeFileSync(join(copy, 'mkreq.here.mjs'), program);
  execFileSync(process.execPath, ['mkreq.here.mjs'], { cwd: copy, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function start({ name, kind, program, settings }: Peer, copy: string, databasePort: number) {
  const port = await freePort();
  const cwd = join(copy, 'peers');
  mkdirSync(join(copy, 'logs'), { recursive: true });
  const logFile = join(copy, 'logs', `${shortName(name)}.log`);
  const log = openSync(logFile, 'w');
  const [command, parameters] = program.endsWith('.py') ? uvicorn(program, port) : [process.execPath, [program]];
  const child = spawn(command, parameters, {
    cwd,
    env: { ...process.env, ...settings, NODE_ENV: 'production', PORT: String(port), PGPORT: String(databasePort) },
    stdio: ['ignore', log, log],
  });
  const stop = endsWithUs(child);
  await becomesReady(child, `http://127.0.0.1:${port}/`);
  const requestsFor: Contender['requestsFor'] = ({ peers }) => {
    if (!peers) return undefined;
    const query = kind === 'pgl' ? (peers.postgraphile ?? peers.query) : peers.query;
    return readRequests(join(copy, 'reqs', `${kind}-${query}.txt`));
  };
  return { contender: { name, pid: child.pid ?? 0, port, requestsFor }, stop };
}

/** @throws Error where no Python here has what it needs */
function uvicorn(program: string, port: number): [string, string[]] {
  const python = ['python3', '/usr/bin/python3'].find((command) => {
    try {
      execFileSync(command, ['-c', 'import fastapi, uvicorn, sqlalchemy, asyncpg, uvloop, httptools'], {
        stdio: 'ignore',
      });
      return true;
    } catch {
      return false;
    }
  });
  if (!python) throw new Error('no python3 with fastapi, uvicorn, sqlalchemy, asyncpg, uvloop and httptools.');
  const fast = ['--loop', 'uvloop', '--http', 'httptools', '--no-access-log', '--log-level', 'warning'];
  return [python, ['-m', 'uvicorn', `${program.replace('.py', '')}:app`, '--port', String(port), ...fast]];
}

/** Lines of method, path, token and body, by tab; `-` where there is none. */
function readRequests(file: string): LoadRequest[] | undefined {
  if (!existsSync(file)) return undefined;
  return readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [method, path = '/', token, body] = line.split('\t').map((part) => (part === '-' ? undefined : part));
      return { method: method === 'GET' ? 'GET' : 'POST', path, token, body };
    });
}
