import { vi } from 'vitest';
import type { Caller } from '../../../src/core/context/request.context.ts';
import { AccessTokens } from '../../../src/identity/tokens/access.token.ts';
import { linkSecret } from '../../../src/core/secrets/mailed.link.ts';
import { readSigningKeys } from '../../../src/identity/tokens/signing.keys.ts';
import { UserTokenPurpose } from '../../../src/identity/invitations/user-token.entity.ts';
import type { Actor, Api, ApiAccess } from '../api.ts';
import { changeStatus, givenApplication } from './applications.ts';

export interface Partner {
  /** The owner, signed in. */
  actor: Actor;
  /** ID of the partner account: the tenant. */
  resellerId: string;
  applicationId: string;
  /** ID of the owner. */
  ownerId: string;
  email: string;
  password: string;
}

export const PASSWORD = 'a partner’s password';

const ACCEPT = `mutation Accept($token: String!, $name: String!, $password: String!) {
  acceptInvitation(token: $token, name: $name, password: $password) { accessToken viewer { id email partnerAccount { id } } }
}`;

interface Accepted {
  acceptInvitation: Actor & { viewer: { id: string; email: string; partnerAccount: { id: string } | null } };
}

/**
 * Creates a partner as users do: an application, its approval, and the owner's accepted invitation. A reseller by
 * default.
 */
export async function givenPartner(
  api: ApiAccess,
  {
    partnershipType = 'RESELLER',
    tier,
    ...more
  }: { partnershipType?: string; companyName?: string; tier?: string } = {},
): Promise<Partner> {
  const applicationId = await givenApplication(api, { partnershipType, ...more });
  const { data: approved, errors } = await changeStatus(api, api.admin, { id: applicationId, status: 'APPROVED' });
  if (!approved) throw new Error(`The application could not be approved: ${JSON.stringify(errors)}`);
  const email = approved.updatePartnerApplicationStatus.contactEmail;
  const joined = await acceptInvitation(api, email);
  if (tier) await setTier(api, joined.resellerId, tier);
  return { applicationId, email, password: PASSWORD, ...joined };
}

/** As an admin does. A new partner is SILVER. */
export async function setTier(api: Pick<ApiAccess, 'ask' | 'admin'>, id: string, tier: string): Promise<void> {
  const query =
    'mutation ($id: ID!, $tier: PartnerTier) { updatePartnerAccount(id: $id, input: { tier: $tier }) { id } }';
  const { errors } = await api.ask(api.admin, query, { id, tier });
  if (errors) throw new Error(`The tier could not be changed: ${JSON.stringify(errors)}`);
}

/** Accepts the latest invitation to this address: takes the link from the email, sets a password, and signs in. */
export async function acceptInvitation(
  api: ApiAccess,
  email: string,
): Promise<Pick<Partner, 'actor' | 'resellerId' | 'ownerId'>> {
  const variables = { token: await mailedToken(api, email, 'user.invited'), name: 'Olive Owner', password: PASSWORD };
  const { data, errors } = await api.ask<Accepted>(undefined, ACCEPT, variables);
  if (!data) throw new Error(`The invitation could not be accepted: ${JSON.stringify(errors)}`);
  const { accessToken, viewer } = data.acceptInvitation;
  return { actor: { accessToken }, resellerId: viewer.partnerAccount?.id ?? '', ownerId: viewer.id };
}

/** Returns the caller in a partner's access token. */
export function callerOf(api: Api, { actor }: Pick<Partner, 'actor'>): Caller {
  const keys = readSigningKeys(api.privateKey, '');
  const caller = new AccessTokens(keys, 'http://localhost:4000').verify(actor.accessToken);
  if (!caller) throw new Error('The access token is not valid.');
  return caller;
}

const LINK_PURPOSES = {
  'user.invited': UserTokenPurpose.INVITATION,
  'user.password_reset_requested': UserTokenPurpose.PASSWORD_RESET,
  'user.sign_in_linked': UserTokenPurpose.SIGN_IN,
};

/**
 * Returns the token in the newest email of a template to this address. Waits for emails that a worker still has to
 * write.
 */
export function mailedToken(api: ApiAccess, recipient: string, template: keyof typeof LINK_PURPOSES): Promise<string> {
  return vi.waitFor(async () => {
    const [mail] = await api.rows(
      `select data ->> 'tokenId' as token_id from email_message where recipient = $1 and template = $2
       order by created_at desc, id desc limit 1`,
      [recipient, template],
    );
    if (!mail) throw new Error(`No mail of ${template} was written to ${recipient}.`);
    return linkSecret(api.secrets, LINK_PURPOSES[template], String(mail['token_id']));
  }, MAIL_PATIENCE);
}

/** Milliseconds. An idle worker looks for work once a second. */
const MAIL_PATIENCE = { timeout: 10_000, interval: 50 };

/** Requests a password reset and returns the token from the email. The API of the test file must have a worker. */
export async function givenResetToken(api: Api, email: string): Promise<string> {
  const before = await resetMailsTo(api, email);
  await api.ask(undefined, 'mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });
  await vi.waitUntil(async () => (await resetMailsTo(api, email)) > before, MAIL_PATIENCE);
  return mailedToken(api, email, 'user.password_reset_requested');
}

async function resetMailsTo(api: Api, email: string): Promise<number> {
  const mails = await api.rows(
    `select 1 from email_message where recipient = $1 and template = 'user.password_reset_requested'`,
    [email],
  );
  return mails.length;
}

/** Creates a link to sign in, as a worker would email it. */
export async function givenSignInLink(api: Api, email: string): Promise<string> {
  const [token] = await api.rows(
    `insert into user_token (id, user_id, purpose, expires_at, created_at)
     select gen_random_uuid(), id, 'SIGN_IN', now() + interval '1 hour', now() from user_account where email = $1
     returning id`,
    [email],
  );
  return linkSecret(api.secrets, UserTokenPurpose.SIGN_IN, String(token?.['id']));
}
