import { validate as isUuid } from 'uuid';
import type { Secrets } from '../../core/secrets/secrets.ts';

/** One refresh token in the sequence of a session. */
export interface RefreshToken {
  sessionId: string;
  /** Starts at 1 with the sign-in and increases with each refresh. */
  generation: number;
}

const PURPOSE = 'refresh token';
const TOKEN = /^([\da-f-]{36})\.([1-9]\d{0,8})\.([\w-]{43})$/;

/** Returns the token of a generation. It can be computed again, so it is not stored. */
export function writeRefreshToken(secrets: Secrets, { sessionId, generation }: RefreshToken): string {
  const name = `${sessionId}.${generation}`;
  return `${name}.${secrets.sign(PURPOSE, name)}`;
}

/** Returns the content of a token that we issued, even if it was replaced. Returns undefined for any other token. */
export function readRefreshToken(secrets: Secrets, presented: string): RefreshToken | undefined {
  const [, sessionId = '', digits = '', signature = ''] = TOKEN.exec(presented) ?? [];
  if (!isUuid(sessionId) || !secrets.verify(PURPOSE, `${sessionId}.${digits}`, signature)) return undefined;
  return { sessionId, generation: Number(digits) };
}
