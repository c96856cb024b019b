import { validate as isUuid } from 'uuid';
import type { Secrets } from '../../core/secrets/secrets.ts';

/** One of the refresh tokens that follow one another in a session. */
export interface RefreshToken {
  sessionId: string;
  /** 1 for the sign-in, one more for each refresh. */
  generation: number;
}

const PURPOSE = 'refresh token';
const TOKEN = /^([\da-f-]{36})\.([1-9]\d{0,8})\.([\w-]{43})$/;

/** The token of a generation. It can be made again, so it need not be stored. */
export function writeRefreshToken(secrets: Secrets, { sessionId, generation }: RefreshToken): string {
  const name = `${sessionId}.${generation}`;
  return `${name}.${secrets.sign(PURPOSE, name)}`;
}

/** What a token of ours names, valid or replaced; undefined for a token that we never issued. */
export function readRefreshToken(secrets: Secrets, presented: string): RefreshToken | undefined {
  const [, sessionId = '', digits = '', signature = ''] = TOKEN.exec(presented) ?? [];
  if (!isUuid(sessionId) || !secrets.verify(PURPOSE, `${sessionId}.${digits}`, signature)) return undefined;
  return { sessionId, generation: Number(digits) };
}
