import { createHmac, type KeyObject } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { isSameSecret } from '../core/secret.comparison.ts';

/** What a mailed link carries: an id and a proof that we made it, which nobody can make from the database alone. */
export const linkSecret = (key: KeyObject, id: string): string =>
  `${id}.${createHmac('sha256', key).update(id).digest('base64url')}`;

/** The id that a link carries; undefined where it is not one of ours. */
export function linkedId(key: KeyObject, presented: string): string | undefined {
  const [id = ''] = presented.split('.');
  return isUuid(id) && isSameSecret(linkSecret(key, id), presented) ? id : undefined;
}
