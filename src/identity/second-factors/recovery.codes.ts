import { hash, randomBytes } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { RecoveryCode } from './recovery-code.entity.ts';

const CODES = 10;
const CODE_BYTES = 15;

/** Crockford's Base32, without the letters I, L, O and U, which are easy to misread. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Creates ten codes of 24 characters in groups of 4 and invalidates the earlier ones. Stores only their hashes. */
export async function renewCodes(em: EntityManager, userId: string): Promise<string[]> {
  const codes = Array.from({ length: CODES }, newCode);
  await em.nativeDelete(RecoveryCode, { userId });
  await em.insertMany(
    RecoveryCode,
    codes.map((code) => ({ userId, codeHash: hashOf(code) })),
  );
  return codes;
}

/** Uses up a code. Ignores case, hyphens and spaces. Of two concurrent uses, one returns true. */
export async function consumeCode(em: EntityManager, userId: string, code: string): Promise<boolean> {
  return (await em.nativeDelete(RecoveryCode, { userId, codeHash: hashOf(code) })) === 1;
}

export const countCodes = (em: EntityManager, userId: string): Promise<number> => em.count(RecoveryCode, { userId });

function newCode(): string {
  const bits = Array.from(randomBytes(CODE_BYTES), (byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = Array.from(bits.matchAll(/.{5}/g), ([group]) => ALPHABET[Number.parseInt(group, 2)]).join('');
  return letters.replaceAll(/.{4}(?=.)/g, '$&-');
}

function hashOf(code: string): string {
  const letters = code.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return hash('sha256', letters, 'base64url');
}
