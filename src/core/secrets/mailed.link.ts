import { validate as isUuid } from 'uuid';
import type { Secrets } from './secrets.ts';

/** Signs an ID for one purpose: an invitation cannot reset a password, and the database alone cannot create a link. */
export const linkSecret = (secrets: Secrets, purpose: string, id: string): string =>
  `${id}.${secrets.sign(`link: ${purpose}`, id)}`;

/** Returns the ID in a link secret, or undefined if it is not valid for this purpose. */
export function linkedId(secrets: Secrets, purpose: string, presented: string): string | undefined {
  const [id = '', proof = '', ...more] = presented.split('.');
  return isUuid(id) && more.length === 0 && secrets.verify(`link: ${purpose}`, id, proof) ? id : undefined;
}

/** Creates links for emails and responses: the `Site` of email.template.ts. */
export const siteOf = (publicUrl: string, secrets: Secrets) => ({
  publicUrl,
  linkSecret: (purpose: string, id: string) => linkSecret(secrets, purpose, id),
});
