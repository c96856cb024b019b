import { createHash, randomBytes, randomInt } from 'node:crypto';

const ALPHABET = 'abcdefghijkmnopqrstuvwxyz0123456789';
const KEY = /^(rgk_[a-z0-9]{12})_([\w-]{43})$/;

/** Creates a key with a secret of 256 random bits. `key` is the complete key, which only its creator sees. */
export function newKey(): { key: string; prefix: string; secretHash: string } {
  const prefix = `rgk_${Array.from({ length: 12 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('')}`;
  const secret = randomBytes(32).toString('base64url');
  return { key: `${prefix}_${secret}`, prefix, secretHash: hashOf(secret) };
}

/** Splits a key in our format. Returns undefined for anything else. */
export function readKey(presented: string): { prefix: string; secretHash: string } | undefined {
  const [, prefix, secret] = KEY.exec(presented) ?? [];
  return prefix && secret ? { prefix, secretHash: hashOf(secret) } : undefined;
}

/** A fast hash is enough, because 256 random bits cannot be guessed. */
const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');
