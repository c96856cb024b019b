import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { invalidInput, type FieldProblem } from '../../core/context/domain.error.ts';
import { companyNameOf } from '../../tenants/partner-account.queries.ts';
import type { User } from '../users/user.entity.ts';

/** Names that attackers of this product try first. */
const PRODUCT = ['ReachGenie', 'partner program'];

/** Shortest name that is refused inside a password. Shorter names are part of many words. */
const SHORTEST_NAME = 4;

/** Characters that zxcvbn checks. Further characters cost time and never weaken a password. */
const LOOKED_AT = 64;

/** The score out of 4 by zxcvbn: at least 10^8 guesses. */
const STRONG_ENOUGH = 3;

/** Facts about the owner that an attacker may know. */
export interface PasswordOwner {
  email: string;
  /** The partner's name. Undefined for an admin. */
  companyName?: string | undefined;
}

/** Returns the owner of a password, in a platform transaction. */
export async function passwordOwner(em: EntityManager, { email, resellerId }: User): Promise<PasswordOwner> {
  return resellerId ? { email, companyName: await companyNameOf(em, resellerId) } : { email };
}

/** @throws DomainError BAD_USER_INPUT on the field if the password is easy to guess; see passwordProblem */
export async function refuseWeakPassword(path: string, password: string, owner: PasswordOwner): Promise<void> {
  const problem = await passwordProblem(password, owner);
  if (problem) throw invalidInput([{ path, ...problem }]);
}

/**
 * Returns why a password is easy to guess, or undefined if it is not. Refuses the user's email address and the names
 * of company and product. Also refuses common passwords, repetitions and sequences (NIST SP 800-63B-4, 3.1.1.2).
 * There are no rules about kinds of characters.
 */
export async function passwordProblem(
  password: string,
  { email, companyName = '' }: PasswordOwner,
): Promise<Omit<FieldProblem, 'path'> | undefined> {
  const letters = lettersOf(password);
  const names = [...namesIn(email.replace(/\.[^.@]*$/, '')), ...namesIn(companyName), ...PRODUCT.map(lettersOf)];
  if (names.some((name) => name.length >= SHORTEST_NAME && letters.includes(name))) {
    return {
      message: 'must not contain your email address, your company name or ReachGenie',
      rule: 'PASSWORD_PERSONAL',
    };
  }
  const { score } = (await estimator()).check(password.slice(0, LOOKED_AT));
  if (score >= STRONG_ENOUGH) return undefined;
  return { message: 'is too easy to guess: use a few unrelated words', rule: 'PASSWORD_COMMON' };
}

/** The whole text, and each of its words. */
const namesIn = (text: string): string[] => [text, ...text.split(/[^\p{L}\p{N}]+/u)].map(lettersOf);

/** Characters that people write instead of a letter. */
const LOOKALIKES: Record<string, string> = {
  0: 'o',
  1: 'i',
  l: 'i',
  '!': 'i',
  '|': 'i',
  3: 'e',
  4: 'a',
  '@': 'a',
  5: 's',
  $: 's',
  7: 't',
};

/** Keeps letters and digits only, so that case, accents, punctuation and lookalikes cannot hide a name. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[01l!|34@5$7]/g, (character) => LOOKALIKES[character] ?? character)
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

let loaded: Promise<ZxcvbnFactory> | undefined;

/** Loads zxcvbn at the first new password: its lists take 200 ms and 15 MB, and most processes never need them. */
function estimator(): Promise<ZxcvbnFactory> {
  loaded ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }]) =>
      new Factory({ dictionary, graphs: adjacencyGraphs }),
  );
  return loaded;
}
