import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { EntityManager } from '@mikro-orm/postgresql';
import { invalidInput, type FieldProblem } from '../../core/context/domain.error.ts';
import type { User } from '../users/user.entity.ts';

/** Names that everybody here would try first. */
const PRODUCT = ['ReachGenie', 'partner program'];

/** Letters of a name from which on it may not be part of a password: shorter ones are part of many words. */
const SHORTEST_NAME = 4;

/** Characters that are looked at: what follows makes nothing weaker, and takes its time. */
const LOOKED_AT = 64;

/** Of 4, by zxcvbn: 10^8 guesses and more. */
const STRONG_ENOUGH = 3;

/** Whose password it is, as far as guessers know. */
export interface PasswordOwner {
  email: string;
  /** The partner; undefined for an admin. */
  companyName?: string | undefined;
}

/** The owner of a password in a transaction of the platform. The partner is of a feature above this one. */
export async function passwordOwner(em: EntityManager, { email, resellerId }: User): Promise<PasswordOwner> {
  if (!resellerId) return { email };
  const [row] = await em.execute<{ name: string }[]>('select company_name as name from partner_account where id = ?', [
    resellerId,
  ]);
  return { email, companyName: row?.name };
}

/** @throws DomainError BAD_USER_INPUT that names the field, if the password is easily guessed; see passwordProblem */
export async function refuseWeakPassword(path: string, password: string, owner: PasswordOwner): Promise<void> {
  const problem = await passwordProblem(password, owner);
  if (problem) throw invalidInput([{ path, ...problem }]);
}

/**
 * Why a password is easily guessed; undefined if it is not. It may not contain the user's address or the name of company or product,
 * and must not be a common password, a repetition or a sequence (NIST SP 800-63B-4, 3.1.1.2). Characters of certain kinds are not asked for.
 */
export async function passwordProblem(
  password: string,
  { email, companyName = '' }: PasswordOwner,
): Promise<Omit<FieldProblem, 'path'> | undefined> {
  const letters = lettersOf(password);
  const names = [...namesIn(email.replace(/\.[^.@]*$/, '')), ...namesIn(companyName), ...PRODUCT.map(lettersOf)];
  if (names.some((name) => name.length >= SHORTEST_NAME && letters.includes(name))) {
    return {
      message: 'must not contain your e-mail address, or the name of your company or of ReachGenie',
      rule: 'PASSWORD_PERSONAL',
    };
  }
  const { score } = (await estimator()).check(password.slice(0, LOOKED_AT));
  if (score >= STRONG_ENOUGH) return undefined;
  return { message: 'is too easily guessed: use a few words that do not belong together', rule: 'PASSWORD_COMMON' };
}

/** All of a text, and its words. */
const namesIn = (text: string): string[] => [text, ...text.split(/[^\p{L}\p{N}]+/u)].map(lettersOf);

/** What people write for letters, as the letter. */
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

/** Letters and digits alone, so that neither case nor accents, punctuation nor lookalikes hide a name. */
const lettersOf = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[01l!|34@5$7]/g, (character) => LOOKALIKES[character] ?? character)
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

let loaded: Promise<ZxcvbnFactory> | undefined;

/** Loaded when the first password is set: its lists take 200 ms and 15 MB, which most processes need not spend. */
function estimator(): Promise<ZxcvbnFactory> {
  loaded ??= Promise.all([import('@zxcvbn-ts/core'), import('@zxcvbn-ts/language-common')]).then(
    ([{ ZxcvbnFactory: Factory }, { dictionary, adjacencyGraphs }]) =>
      new Factory({ dictionary, graphs: adjacencyGraphs }),
  );
  return loaded;
}
