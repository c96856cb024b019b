import pg from 'pg';
import type { Caller } from '../../src/core/request.context.ts';
import { AccessTokens } from '../../src/identity/access.token.ts';
import { readSigningKeys } from '../../src/identity/signing.keys.ts';

/** Access tokens are good for 15 minutes: who measures for longer asks again. */
export interface Tokens {
  admin: () => string;
  /** Of one of many resellers, in turn by any whole number. */
  reseller: (index: number) => string;
  resellers: number;
}

interface SignInOptions {
  /** What the server signs with, and as whom. */
  privateKey: string;
  issuer: string;
  /** The admin's address. */
  admin: string;
}

/** So many resellers ask in turn: hardly ever do two requests that are in hand belong to the same one. */
const RESELLERS = 400;
/** Milliseconds that a token is used for. */
const USED = 5 * 60 * 1_000;

/** Sessions and tokens as a sign-in makes them, without hundreds of passwords to hash. */
export async function signIn(ownerUrl: string, { privateKey, issuer, admin }: SignInOptions): Promise<Tokens> {
  const accessTokens = new AccessTokens(readSigningKeys(privateKey, ''), issuer);
  const client = new pg.Client(ownerUrl);
  await client.connect();
  try {
    const { rows: resellers } = await client.query<Caller>(
      startSessions(`role = 'PARTNER' order by created_at, id limit ${RESELLERS}`),
    );
    const { rows: admins } = await client.query<Caller>(startSessions('email = $1'), [admin]);
    const sign = (callers: Caller[]) => callers.map((caller) => signer(accessTokens, caller));
    const [signAdmin] = sign(admins);
    const signReseller = sign(resellers);
    if (!signAdmin || signReseller.length === 0) throw new Error('There is nobody to sign in.');
    const { length } = signReseller;
    return { admin: signAdmin, reseller: (index) => signReseller[index % length]?.() ?? '', resellers: length };
  } finally {
    await client.end();
  }
}

/** The same token for some minutes: a server knows a token that it has seen. */
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
    select id, email, name, role, reseller_id, partner_role from user_account where ${users}
  ), session as (
    insert into user_session (id, user_id, created_at, expires_at, address)
    select gen_random_uuid(), id, now(), now() + interval '1 day', '127.0.0.1' from caller returning id, user_id
  )
  select user_id as "userId", 'session:' || session.id || ':1' as credential, role, email, name,
    reseller_id as "resellerId", reseller_id is not null as "managesClients", partner_role = 'OWNER' as "isOwner"
  from caller join session on user_id = caller.id order by user_id`;
