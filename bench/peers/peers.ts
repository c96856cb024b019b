import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseUrls } from '../../src/dev/postgres/development.database.ts';
import type { Contender } from '../load/contender.ts';
import type { Sample } from '../product/sample.ts';
import type { Tokens } from '../product/tokens.ts';
import type { Bench } from '../trials/trial.ts';
import { DUTIES, type Duty } from './duties.ts';
import { SCHEMA } from './peer.data.ts';
import { asGraphql, asPaths, asPostgraphile, asSqlPaths, type Dialect } from './peer.requests.ts';
import { signTokens } from './peer.tokens.ts';
import { startProgram } from './program.ts';

export interface Peer {
  /** For `--against`. */
  name: string;
  title: string;
  dialect: Dialect;
  /** In this folder. */
  program: string;
  duties: readonly Duty[];
  jit?: true;
  /** Works on the product's own tables instead of the peers'. */
  onOurTables?: true;
}

const PLAIN: readonly Duty[] = ['GraphQL', 'role', 'audit'];

const PEERS: readonly Peer[] = [
  { name: 'P1', title: 'mercurius', dialect: asGraphql, program: 'servers/mercurius.mjs', duties: PLAIN },
  {
    name: 'P1j',
    title: 'mercurius, jit',
    dialect: asGraphql,
    program: 'servers/mercurius.mjs',
    duties: PLAIN,
    jit: true,
  },
  {
    name: 'P1s',
    title: 'mercurius, jit, our duties',
    dialect: asGraphql,
    program: 'servers/dutiful.mercurius.mjs',
    duties: DUTIES,
    jit: true,
    onOurTables: true,
  },
  { name: 'P2', title: 'yoga', dialect: asGraphql, program: 'servers/yoga.mjs', duties: PLAIN },
  {
    name: 'P3',
    title: 'PostGraphile',
    dialect: asPostgraphile,
    program: 'servers/postgraphile.mjs',
    duties: ['GraphQL'],
  },
  {
    name: 'P3s',
    title: 'PostGraphile, our tables',
    dialect: asPostgraphile,
    program: 'servers/tenant.postgraphile.mjs',
    duties: ['GraphQL', 'role', 'row-level security'],
    onOurTables: true,
  },
  { name: 'P4', title: 'floor, JSON by SQL', dialect: asSqlPaths, program: 'floors/json.floor.ts', duties: ['audit'] },
  { name: 'P4b', title: 'floor, rows', dialect: asPaths, program: 'floors/rows.floor.ts', duties: ['audit'] },
  { name: 'P5', title: 'Apollo, Express, Knex', dialect: asGraphql, program: 'servers/apollo.mjs', duties: PLAIN },
];

interface PeersOptions extends DatabaseUrls {
  sample: Sample;
  tokens: Tokens;
  atEnd: Bench['atEnd'];
}

/** Peers by their names, or all. @throws Error if a name is unknown or the packages are not installed */
export function peersCalled(names: readonly string[] = PEERS.map(({ name }) => name)): Peer[] {
  const unknown = names.filter((name) => !PEERS.some((peer) => peer.name === name));
  if (unknown.length > 0) {
    throw new Error(`Unknown peer ${unknown.join(', ')}. Use ${PEERS.map(({ name }) => name).join(', ')}.`);
  }
  if (!existsSync(join(import.meta.dirname, 'node_modules'))) {
    throw new Error('The peers are not installed. Run: npm ci --prefix bench/peers');
  }
  return PEERS.filter(({ name }) => names.includes(name));
}

/** Starts peers on the data of preparePeerData. */
export async function startPeers(
  peers: readonly Peer[],
  { loginUrl, sample, tokens, atEnd }: PeersOptions,
): Promise<Contender[]> {
  const secret = randomBytes(32).toString('base64url');
  const signed = signTokens(tokens.callers, secret);
  const theirUrl = `${loginUrl}?options=-c%20search_path%3D${SCHEMA}`;
  const contenders: Contender[] = [];
  for (const { name, title, dialect, program, duties, jit, onOurTables } of peers) {
    const { stop, ...server } = await startProgram(program, {
      DATABASE_URL: onOurTables ? loginUrl : theirUrl,
      SCHEMA,
      TOKEN_SECRET: secret,
      ...(jit && { JIT: '1' }),
    });
    atEnd(stop);
    contenders.push({
      ...server,
      name: `${name} ${title}`,
      duties,
      requestsFor: (operation) => dialect(operation, sample, signed),
    });
  }
  return contenders;
}
