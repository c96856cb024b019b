import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { promisify } from 'node:util';
import { WorkQueue } from '../../core/limits/work.queue.ts';

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: Argon2id with 19 MiB, two passes, one lane. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 };
const TAG_BYTES = 32;

/** Milliseconds. People wait longer to sign in than programs wait for an answer. */
const LONGEST_WAIT = 5_000;

/** One core is left for other requests, and the queue is short. So sign-ins cannot starve the process. */
const queue = new WorkQueue({
  atOnce: Math.min(2, Math.max(1, availableParallelism() - 1)),
  longestWait: LONGEST_WAIT,
});

/** Hashes a password as a PHC string: `$argon2id$v=19$m=…,t=…,p=…$salt$hash`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await queue.run(() => derive('argon2id', parameters(password, salt, COST)));
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${unpadded(salt)}$${unpadded(hash)}`;
}

/** Returns whether the password matches the hash. Without a hash it takes the same time and returns false. */
export async function verifyPassword(password: string, phc: string | null | undefined): Promise<boolean> {
  const [, , , cost = '', salt = '', expected = ''] = (phc ?? NOBODY).split('$');
  const [memory = 0, passes = 0, parallelism = 0] = cost.split(',').map((part) => Number(part.slice(2)));
  const derived = await queue.run(() =>
    derive('argon2id', parameters(password, Buffer.from(salt, 'base64'), { memory, passes, parallelism })),
  );
  return timingSafeEqual(derived, Buffer.from(expected, 'base64')) && phc != null;
}

const parameters = (password: string, nonce: Buffer, cost: typeof COST) => ({
  message: Buffer.from(password.normalize('NFC')),
  nonce,
  tagLength: TAG_BYTES,
  ...cost,
});

const unpadded = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');

/** A hash of the same cost that matches no password, for unknown users. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(randomBytes(16))}$${unpadded(randomBytes(TAG_BYTES))}`;
