import pg from 'pg';
import type { Caller } from '../../src/core/context/request.context.ts';
import { AccessTokens } from '../../src/identity/tokens/access.token.ts';
import { readSigningKeys } from '../../src/identity/tokens/signing.keys.ts';

/** Callers with live sessions. */
export interface Callers {
  admin: Caller;
  resellers: readonly Caller[];
}

/** Access tokens expire after 15 minutes, so ask again for each round. */
export interface Tokens {
  admin: () => string;
  /** A reseller's token. Resellers take turns by the index. */
  reseller: (index: number) => string;
  callers: Callers;
}

interface SignInOptions {
  /** The server's own. */
  privateKey: string;
  issuer: string;
  /** The admin's email address. */
  admin: string;
}

/** Enough that two concurrent requests rarely belong to the same reseller. */
const RESELLERS = 400;
/** Milliseconds before a token is renewed. */
const USED = 5 * 60 * 1_000;

/** Creates sessions and tokens like a sign-in, but hashes no passwords. */
export async function signIn(ownerUrl: string, { privateKey, issuer, admin: address }: SignInOptions): Promise<Tokens> {
  const accessTokens = new AccessTokens(readSigningKeys(privateKey, ''), issuer);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows: resellers } = await client.query<Caller>(
      startSessions(`role = 'PARTNER' order by created_at, id limit ${RESELLERS}`),
    );
    const { rows: admins } = await client.query<Caller>(startSessions('email = $1'), [address]);
    const [admin] = admins;
    if (!admin || resellers.length === 0) throw new Error('The data has no admin or no resellers.');
    const signReseller = resellers.map((caller) => signer(accessTokens, caller));
    return {
      admin: signer(accessTokens, admin),
      reseller: (index) => signReseller[index % resellers.length]?.() ?? '',
      callers: { admin, resellers },
    };
  } finally {
    await client.end();
  }
}

/** Returns the same token for some minutes, because servers remember verified tokens. */
function signer(accessTokens: AccessTokens, caller: Caller): () => string {
  let signedAt = 0;
  let token = '';
  return () => {
    if (Date.now() - signedAt > USED)
      [signedAt, token] = [Date.now(), accessTokens.sign(withoutNulls(caller)).accessToken];
    return token;
  };
}

const withoutNulls = (caller: Caller): Caller =>
  Object.fromEntries(Object.entries(caller).filter(([, value]) => value !== null)) as unknown as Caller;

const startSessions = (users: string): string => `
  with caller as (
    select id, email, name, role, reseller_id, coalesce(admin_roles, array[partner_role]) as roles from user_account where ${users}
  ), session as (
    insert into user_session (id, user_id, created_at, expires_at, address)
    select gen_random_uuid(), id, now(), now() + interval '1 day', '127.0.0.1' from caller returning id, user_id
  )
  select user_id as "userId", 'session:' || session.id || ':1' as credential, role, email, name,
    reseller_id as "resellerId", reseller_id is not null as "managesClients", roles
  from caller join session on user_id = caller.id order by user_id`;
