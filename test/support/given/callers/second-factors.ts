import { AccessTokens } from '../../../../src/identity/tokens/access.token.ts';
import { readSigningKeys } from '../../../../src/identity/tokens/signing.keys.ts';
import type { Actor, Answer, Api } from '../../api.ts';
import { callerOf } from '../partners.ts';
import { codeNow } from '../../totp.ts';

export interface Factor {
  secret: string;
  recoveryCodes: string[];
  userId: string;
}

const START = 'mutation StartSecondFactor { startSecondFactor { secret uri } }';
const CONFIRM = 'mutation ConfirmSecondFactor($code: String!) { confirmSecondFactor(code: $code) }';
const SIGN_IN = `mutation SignInWithCode($email: String!, $password: String!, $code: String) {
  signIn(email: $email, password: $password, code: $code) { accessToken mustAddSecondFactor viewer { id } }
}`;

export const startFactor = (
  api: Api,
  actor: Actor | undefined,
): Promise<Answer<{ startSecondFactor: { secret: string; uri: string } }>> => api.ask(actor, START);

export const confirmFactor = (
  api: Api,
  actor: Actor | undefined,
  code: string,
): Promise<Answer<{ confirmSecondFactor: string[] }>> => api.ask(actor, CONFIRM, { code });

/** Tries to sign in, without a check that it works. */
export const trySignIn = (
  api: Api,
  variables: { email: string; password: string; code?: string },
): Promise<Answer<{ signIn: Actor & { mustAddSecondFactor: boolean; viewer: { id: string } } }>> =>
  api.ask(undefined, SIGN_IN, variables);

/** Returns an unused code, even if the code of this half minute was used. Needs no waiting. */
export async function newCode(api: Api, { secret, userId }: Factor): Promise<string> {
  await api.rows('update second_factor set last_step = 0 where user_id = $1', [userId]);
  return codeNow(secret);
}

/** Turns on a user's second factor. */
export async function givenFactor(api: Api, actor: Actor): Promise<Factor> {
  const { userId } = callerOf(api, { actor });
  const { data: started, errors } = await startFactor(api, actor);
  if (!started) throw new Error(`The factor could not be started: ${JSON.stringify(errors)}`);
  const { secret } = started.startSecondFactor;
  const { data, errors: problems } = await confirmFactor(api, actor, codeNow(secret));
  if (!data) throw new Error(`The factor could not be confirmed: ${JSON.stringify(problems)}`);
  return { secret, recoveryCodes: data.confirmSecondFactor, userId };
}

/** The same session with an access token 11 minutes after its sign-in. */
export function laterOf(api: Api, actor: Actor): Actor {
  const authenticatedAt = Math.floor(Date.now() / 1000) - 11 * 60;
  return reissued(api, actor, { authenticatedAt });
}

/** The same session with other claims in its access token. */
export function reissued(api: Api, actor: Actor, claims: object): Actor {
  const tokens = new AccessTokens(readSigningKeys(api.privateKey, ''), 'http://localhost:4000');
  return { accessToken: tokens.sign({ ...callerOf(api, { actor }), ...claims }).accessToken };
}
