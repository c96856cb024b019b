import { validate as isUuid } from 'uuid';
import type { Secrets } from './secrets.ts';

/**
 * The secret of a link: an id and a proof that we made it. The database alone is not enough to make one. The proof is for one
 * purpose: an invitation, say, never resets a password.
 */
export const linkSecret = (secrets: Secrets, purpose: string, id: string): string =>
  `${id}.${secrets.sign(`link: ${purpose}`, id)}`;

/** The id that a link of this purpose carries; undefined where it is not one of ours. */
export function linkedId(secrets: Secrets, purpose: string, presented: string): string | undefined {
  const [id = '', proof = '', ...more] = presented.split('.');
  return isUuid(id) && more.length === 0 && secrets.verify(`link: ${purpose}`, id, proof) ? id : undefined;
}

/** What emails and answers need to make links: the `Site` of email.template.ts. */
export const siteOf = (publicUrl: string, secrets: Secrets) => ({
  publicUrl,
  linkSecret: (purpose: string, id: string) => linkSecret(secrets, purpose, id),
});
