import { createHash } from 'node:crypto';
import type pg from 'pg';
import { connectAsPlatform, readInBatches } from './audit.reader.ts';

/** A row of audit_event, as the driver returns it. */
export interface AuditRow {
  chain_id: string;
  /** A bigint as text. */
  sequence: string;
  id: string;
  reseller_id: string | null;
  occurred_at: Date;
  action: string;
  actor_email: string;
  actor_id: string;
  actor_role: string;
  credential: string;
  target_type: string;
  target_id: string;
  changes: string | null;
  ip_address: string | null;
  request_id: string | null;
  hash: Buffer;
}

/** The last row of a chain. Its hash covers all previous rows. */
export interface ChainHead {
  chainId: string;
  sequence: number;
  /** Hexadecimal. */
  hash: string;
}

/** Deliberately a second implementation of audit_event_hash in the migration 20261130-03-audit. */
function hashOfRow(row: AuditRow, previous: Buffer): Buffer {
  const parts = [
    previous.toString('hex'),
    row.chain_id,
    row.sequence,
    row.id,
    row.reseller_id,
    row.occurred_at.toISOString(),
    row.action,
    row.actor_email,
    row.actor_id,
    row.actor_role,
    row.credential,
    row.target_type,
    row.target_id,
    row.changes,
    row.ip_address,
    row.request_id,
  ];
  // PostgreSQL adds a space after the comma.
  const text = `[${parts.map((part) => JSON.stringify(part)).join(', ')}]`;
  return createHash('sha256').update(text).digest();
}

export async function readHeads(client: pg.Client): Promise<ChainHead[]> {
  const { rows } = await client.query<{ chain_id: string; sequence: string; hash: Buffer }>(
    'select chain_id, sequence, hash from audit_chain order by chain_id',
  );
  return rows.map(({ chain_id: chainId, sequence, hash }) => ({
    chainId,
    sequence: Number(sequence),
    hash: hash.toString('hex'),
  }));
}

/** By `chain_id sequence`: the hash of a row without its personal data, which a later event of the chain keeps. */
export type Redactions = ReadonlyMap<string, string>;

/** A row that was redacted twice has the hash of the last time. */
export async function readRedactions(client: pg.Client): Promise<Redactions> {
  const { rows } = await client.query<{ chain_id: string; sequence: string; hash: string }>(
    `select chain_id, redacted.key as sequence, redacted.value as hash
     from audit_event, jsonb_each_text(changes::jsonb -> 'rows' -> 'to') as redacted
     where action = 'audit.redacted' order by audit_event.sequence`,
  );
  return new Map(rows.map(({ chain_id: chainId, sequence, hash }) => [`${chainId} ${sequence}`, hash]));
}

/**
 * Verifies every chain and describes each problem. A database administrator can still rebuild a whole chain and its
 * head: only heads `kept` elsewhere reveal that.
 */
export async function* findTampering(
  client: pg.Client,
  { heads, kept, redactions }: { heads: ChainHead[]; kept: ChainHead[]; redactions: Redactions },
): AsyncGenerator<string> {
  const unseen = new Map(heads.map((head) => [head.chainId, head]));
  let walk: ChainWalk | undefined;
  const rows = readInBatches<AuditRow>(client, 'select * from audit_event order by chain_id, sequence');
  for await (const row of rows) {
    if (walk?.chainId !== row.chain_id) {
      if (walk) yield* walk.end();
      walk = new ChainWalk(row.chain_id, unseen.get(row.chain_id), kept, redactions);
      unseen.delete(row.chain_id);
    }
    yield* walk.next(row);
  }
  if (walk) yield* walk.end();
  for (const head of unseen.values()) yield* new ChainWalk(head.chainId, head, kept, redactions).end();
  const known = new Set(heads.map(({ chainId }) => chainId));
  for (const { chainId } of kept) if (!known.has(chainId)) yield `${chainId}: the head of the chain is missing`;
}

/** The problems of all chains of a database. */
export async function* verifyChains({ loginUrl }: { loginUrl: string }): AsyncGenerator<string> {
  const client = await connectAsPlatform(loginUrl);
  try {
    const [heads, redactions] = [await readHeads(client), await readRedactions(client)];
    yield* findTampering(client, { heads, kept: [], redactions });
  } finally {
    await client.end();
  }
}

/** Walks one chain from its first row to its head. */
class ChainWalk {
  readonly #kept: Map<number, string>;
  #sequence = 0;
  /** Hash of the previous row, undefined if that row is missing. */
  #previous: Buffer | undefined = Buffer.alloc(0);

  constructor(
    readonly chainId: string,
    readonly head: ChainHead | undefined,
    kept: ChainHead[],
    readonly redactions: Redactions,
  ) {
    const own = kept.filter((earlier) => earlier.chainId === chainId);
    this.#kept = new Map(own.map(({ sequence, hash }) => [sequence, hash]));
  }

  *next(row: AuditRow): Generator<string> {
    const sequence = Number(row.sequence);
    if (sequence !== this.#sequence + 1) {
      yield this.#missing(sequence - 1);
      this.#previous = undefined;
    }
    const expected = this.redactions.get(`${this.chainId} ${sequence}`) ?? row.hash.toString('hex');
    if (this.#previous && hashOfRow(row, this.#previous).toString('hex') !== expected) {
      yield `${this.chainId} row ${sequence} (${row.id}): this row or the previous one was changed or inserted`;
    }
    const kept = this.#kept.get(sequence);
    if (kept !== undefined && kept !== row.hash.toString('hex')) {
      yield `${this.chainId} row ${sequence} (${row.id}): this row or an earlier one was changed since the head was kept`;
    }
    this.#sequence = sequence;
    this.#previous = row.hash;
  }

  *end(): Generator<string> {
    const last = Math.max(this.head?.sequence ?? 0, ...this.#kept.keys());
    if (last > this.#sequence) yield this.#missing(last);
    else if (!this.head) yield `${this.chainId}: the head of the chain is missing`;
    else if (this.head.sequence < this.#sequence) {
      yield `${this.chainId} rows ${this.head.sequence + 1} to ${this.#sequence}: inserted after the head`;
    } else if (this.#previous?.toString('hex') !== this.head.hash) {
      yield `${this.chainId} row ${this.#sequence}: this row or the head of the chain was changed`;
    }
  }

  #missing(to: number): string {
    const from = this.#sequence + 1;
    return `${this.chainId} ${from === to ? `row ${from}: missing` : `rows ${from} to ${to}: missing`}`;
  }
}
