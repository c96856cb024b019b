import { writeRefreshToken } from '../../src/identity/sessions/refresh.token.ts';
import type { Api } from './api.ts';

/** A cookie with a valid signature, for a session that is not stored. */
export function cookieOfNoSession({ secrets }: Pick<Api, 'secrets'>): string {
  const token = { sessionId: '01234567-89ab-7def-8123-456789abcdef', generation: 1 };
  return `reachgenie_refresh=${writeRefreshToken(secrets, token)}`;
}
