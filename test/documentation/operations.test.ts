import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSchema, Kind, parse, TokenKind, type OperationDefinitionNode, type Token } from 'graphql';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ADMIN, signIn, useApi } from '../support/api.ts';
import { givenKey } from '../support/api-keys.ts';
import { changeStatus, givenApplication, givenSubmission, validInput } from '../support/applications.ts';
import { givenAccess } from '../support/client-access.ts';
import { givenClient } from '../support/client-accounts.ts';
import { textOf } from '../support/documents.ts';
import { givenPartner, mailedToken, type Partner } from '../support/partners.ts';
import { givenInvitedMember, givenMember, inviteAdmin } from '../support/people.ts';

const keyPair = await generateKeyPair('ES256');
const provider = createServer((_request, response) => {
  void exportJWK(keyPair.publicKey).then((key) => response.end(JSON.stringify({ keys: [key] })));
});
await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
afterAll(() => new Promise((resolve) => provider.close(resolve)));

const ISSUER = 'https://login.example';
const api = useApi({
  OIDC_ISSUER: ISSUER,
  OIDC_AUDIENCE: 'reachgenie',
  OIDC_JWKS_URL: `http://127.0.0.1:${(provider.address() as AddressInfo).port}/keys`,
});
const source = textOf('docs/operations.graphql');

interface Example {
  name: string;
  /** The operation alone. */
  text: string;
  purpose: string;
  who: string;
  variables: Record<string, unknown>;
  rootFields: string[];
}

const examples = parse(source)
  .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  .map((operation) => exampleOf(operation));

/** The comment above an operation: what it is for, `Who: …`, and `Variables: {…}` where it has some. */
function exampleOf({ loc, name, selectionSet }: OperationDefinitionNode): Example {
  const comment: string[] = [];
  let token: Token | null | undefined = loc?.startToken.prev;
  for (; token?.kind === TokenKind.COMMENT && !token.value.startsWith(' ---'); token = token.prev) {
    comment.unshift(token.value);
  }
  const [, purpose = '', who = '', variables = '{}'] =
    /^(.*?)\n Who: ([^\n]*)(?:\n Variables: (\{.*\}))?$/s.exec(comment.join('\n')) ?? [];
  return {
    name: name?.value ?? '',
    text: source.slice(loc?.start, loc?.end),
    purpose: purpose.trim(),
    who,
    variables: JSON.parse(variables) as Record<string, unknown>,
    rootFields: selectionSet.selections.map((field) => ('name' in field ? field.name.value : '')),
  };
}

let applicationId: string;
let reseller: Partner;

beforeAll(async () => {
  applicationId = await givenApplication(api, { companyName: 'Bright Solutions' });
  // Within the range of the example, whenever this test runs.
  await api.rows(`update partner_application set created_at = '2026-06-01' where id = $1`, [applicationId]);
  for (let count = 0; count < 2; count++) await givenApplication(api);
  reseller = await givenPartner(api);
});

/** What stands in for the ids, cursors and passwords of the examples. */
const GIVEN: Record<string, () => Promise<Record<string, unknown>>> = {
  SignIn: async () => ({ password: ADMIN.password }),
  SignInWithIdentity: async () => ({ token: await givenIdentityToken() }),
  AcceptInvitation: async () => {
    const { email } = await givenInvitedMember(api, reseller);
    return { token: await mailedToken(api, email, 'user.invited') };
  },
  ApplicationStatus: async () => ({ token: await givenPrivateToken() }),
  WithdrawApplication: async () => ({ token: await givenPrivateToken() }),
  ResetPassword: async () => ({ token: await givenResetToken() }),
  NextPartnerApplications: async () => ({ after: await endCursorOfFirst() }),
  PartnerApplicationDetails: async () => ({ id: applicationId }),
  UpdatePartnerApplicationStatus: async () => ({ id: applicationId }),
  AddPartnerApplicationNote: async () => ({ id: applicationId }),
  ResendEmail: async () => ({ id: await givenFailedEmail() }),
  PartnerAccountDetails: async () => ({ id: reseller.resellerId }),
  UpdatePartnerAccount: async () => ({ id: await givenApprovedPartner() }),
  ResendInvitation: async () => ({ partnerAccountId: await givenApprovedPartner() }),
  ResendAdminInvitation: async () => ({ id: await givenInvitedAdmin() }),
  DeactivateAdmin: async () => ({ id: await givenInvitedAdmin() }),
  ResendMemberInvitation: async () => ({ id: (await givenInvitedMember(api, reseller)).id }),
  ChangeMemberRole: async () => ({ id: (await givenMember(api, reseller)).id }),
  RemoveMember: async () => ({ id: (await givenMember(api, reseller)).id }),
  ClientAccountDetails: givenClientId,
  UpdateClientAccount: givenClientId,
  UpdateClientSubscription: givenClientId,
  AccessClientAccount: givenClientId,
  ListClientAccessSessions: async () => ({ clientId: (await givenClientId()).id }),
  RevokeClientAccess: async () => {
    const { sessionId } = await givenAccess(api, reseller.actor, (await givenClientId()).id);
    return { sessionId };
  },
  RevokeApiKey: async () => ({ id: (await givenKey(api, reseller.actor)).apiKey.id }),
};

async function givenClientId(): Promise<{ id: string }> {
  const { id } = await givenClient(api, reseller.actor);
  return { id };
}

async function givenPrivateToken(): Promise<string> {
  const { token } = await givenSubmission(api);
  return token;
}

/** The first user has not joined yet. */
async function givenApprovedPartner(): Promise<unknown> {
  const id = await givenApplication(api);
  await changeStatus(api, api.admin, { id, status: 'APPROVED' });
  const query = 'query ($id: ID!) { partnerApplication(id: $id) { partnerAccount { id } } }';
  const { data } = await api.ask<{ partnerApplication: { partnerAccount: { id: string } } }>(api.admin, query, { id });
  return data?.partnerApplication.partnerAccount.id;
}

async function givenInvitedAdmin(): Promise<string | undefined> {
  const { data } = await inviteAdmin(api, api.admin);
  return data?.inviteAdmin.id;
}

/** Another partner's: its sessions end. */
async function givenResetToken(): Promise<string> {
  const { email } = await givenPartner(api);
  await api.ask(undefined, 'mutation ($email: String!) { requestPasswordReset(email: $email) }', { email });
  return mailedToken(api, email, 'user.password_reset_requested');
}

/** As the identity provider issues it. */
const givenIdentityToken = (): Promise<string> =>
  new SignJWT({ email: ADMIN.email, email_verified: true })
    .setProtectedHeader({ alg: 'ES256' })
    .setIssuer(ISSUER)
    .setAudience('reachgenie')
    .setSubject('ada')
    .setIssuedAt()
    .setExpirationTime('5m')
    .sign(keyPair.privateKey);

async function endCursorOfFirst(): Promise<string | undefined> {
  const query = '{ partnerApplications(limit: 1, filter: { status: [PENDING] }) { pageInfo { endCursor } } }';
  const { data } = await api.ask<{ partnerApplications: { pageInfo: { endCursor: string } } }>(api.admin, query);
  return data?.partnerApplications.pageInfo.endCursor;
}

async function givenFailedEmail(): Promise<unknown> {
  const [email] = await api.rows(
    `update email_message set status = 'FAILED' where id = (select id from email_message limit 1) returning id`,
  );
  return email?.['id'];
}

/** The headers that each kind of caller sends. */
const CALLERS: Record<string, () => Promise<Record<string, string>>> = {
  anyone: async () => ({}),
  'anyone with the cookie of a session': async () => ({ cookie: await cookieOfSession() }),
  'everybody who is signed in': async () => authorization((await signIn(api, ADMIN)).accessToken),
  admins: async () => authorization(api.admin.accessToken),
  'admins and partners': async () => authorization(reseller.actor.accessToken),
  'owners of a partner': async () => authorization(reseller.actor.accessToken),
  'resellers, also by API key': async () => authorization((await givenKey(api, reseller.actor)).accessToken),
  'users of resellers': async () => authorization((await givenMember(api, reseller)).actor.accessToken),
};

const authorization = (accessToken: string) => ({ authorization: `Bearer ${accessToken}` });

async function cookieOfSession(): Promise<string> {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { expiresAt } }';
  const response = await api.post({ query, variables: ADMIN });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('every operation of the schema has an example', () => {
  const schema = buildSchema(textOf('schema.graphql'));
  const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
    Object.keys(type?.getFields() ?? {}),
  );

  expect(new Set(examples.flatMap(({ rootFields }) => rootFields))).toEqual(new Set(operations));
});

describe.each(examples)('$name', ({ name, text, purpose, who, variables, rootFields }) => {
  test('says what it is for, and for whom', () => {
    expect(purpose).toMatch(/^[A-Z].*\.$/s);
    expect(Object.keys(CALLERS)).toContain(who);
  });

  test('is answered without an error', async () => {
    const replaced = await GIVEN[name]?.();
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(replaced ?? {})));

    const headers = await CALLERS[who]?.();
    const response = await api.post({ query: text, variables: { ...variables, ...replaced } }, headers);

    expect(await response.json()).toEqual({
      data: Object.fromEntries(rootFields.map((field) => [field, expect.anything()])),
    });
  });
});

test('the whole file can be pasted into the explorer', async () => {
  const input = validInput();

  const response = await api.post({ query: source, operationName: 'SubmitPartnerApplication', variables: { input } });

  expect(await response.json()).toEqual({ data: { submitPartnerApplication: expect.anything() } });
});

test('the list and the next page show what they are meant to', async () => {
  const answers = await Promise.all(
    ['ListPartnerApplications', 'NextPartnerApplications'].map(async (name) => {
      const example = examples.find((each) => each.name === name);
      const variables = { ...example?.variables, ...(await GIVEN[name]?.()) };
      return api.ask<{ partnerApplications: { items: { companyName: string }[] } }>(
        api.admin,
        example?.text ?? '',
        variables,
      );
    }),
  );

  const [listed, next] = answers.map(({ data }) => data?.partnerApplications.items ?? []);
  expect(listed?.length).toBeGreaterThan(0);
  expect(new Set(listed?.map(({ companyName }) => companyName))).toEqual(new Set(['Bright Solutions']));
  expect(next?.length).toBeGreaterThan(0);
});
