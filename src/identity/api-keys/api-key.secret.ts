import { createHash, randomBytes, randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijkmnopqrstuvwxyz0123456789';
const KEY = /^(rgk_[a-z0-9]{12})_([\w-]{43})$/;

/** A new key as its parts; `key` is all of it, which only its maker ever sees. The secret has 256 random bits. */
export function newKey(): { key: string; prefix: string; secretHash: string } {
  const prefix = `rgk_${Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
  const secret = randomBytes(32).toString('base64url');
  return { key: `${prefix}_${secret}`, prefix, secretHash: hashOf(secret) };
}

/** The parts of what looks like a key of ours; undefined for anything else. */
export function readKey(presented: string): { prefix: string; secretHash: string } | undefined {
  const [, prefix, secret] = KEY.exec(presented) ?? [];
  return prefix && secret ? { prefix, secretHash: hashOf(secret) } : undefined;
}

/** A fast hash will do: nobody guesses 256 bits. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
