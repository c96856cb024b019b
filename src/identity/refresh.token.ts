import { createHmac, type KeyObject } from 'node:crypto';
import { validate as isUuid } from 'uuid';
import { isSameSecret } from '../core/secret.comparison.ts';

/** One of the refresh tokens that follow one another in a session. */
export interface RefreshToken {
  sessionId: string;
  /** 1 for the sign-in, one more for each refresh. */
  generation: number;
}

const TOKEN = /^([\da-f-]{36})\.([1-9]\d{0,8})\.[\w-]{43}$/;

/** The token of a generation. The same key always makes the same token, so that it can be sent again and need not be stored. */
export function writeRefreshToken(key: KeyObject, { sessionId, generation }: RefreshToken): string {
  const name = `${sessionId}.${generation}`;
  return `${name}.${createHmac('sha256', key).update(`refresh:${name}`).digest('base64url')}`;
}

/** What a token of ours names, valid or replaced; undefined for a token that we never issued. */
export function readRefreshToken(key: KeyObject, presented: string): RefreshToken | undefined {
  const [, sessionId = '', digits] = TOKEN.exec(presented) ?? [];
  const token = { sessionId, generation: Number(digits) };
  return isUuid(sessionId) && isSameSecret(writeRefreshToken(key, token), presented) ? token : undefined;
}
