import { writeRefreshToken } from '../../src/identity/refresh.token.ts';
import { readSigningKeys } from '../../src/identity/signing.keys.ts';
import type { Api } from './api.ts';

/** The cookie of a session that was signed by us and is not stored. */
export const cookieOfNoSession = (api: Api): string =>
  `reachgenie_refresh=${writeRefreshToken(readSigningKeys(api.privateKey, '').linkKey, {
    sessionId: '01234567-89ab-7def-8123-456789abcdef',
    generation: 1,
  })}`;
