import { Kind, parse, TokenKind, type OperationDefinitionNode, type Token } from 'graphql';
import { beforeAll, expect } from 'vitest';
import { ADMIN, signIn, useApi, type Actor, type Api } from '../api.ts';
import { givenAdminKey, givenKey, givenUses, used } from '../given/api-keys.ts';
import { changeStatus, givenApplication, givenSubmission } from '../given/applications.ts';
import { textOf } from './documents.ts';
import { givenFailedJob } from '../given/rows/jobs.ts';
import { FakeIssuer } from '../processes/fake-issuer.ts';
import { givenPartner, givenResetToken, givenSignInLink, mailedToken, type Partner } from '../given/partners.ts';
import { givenAdmin, givenInvitedMember, givenMember, inviteAdmin, type Person } from '../given/people.ts';
import { samples } from '../given/samples.ts';
import { create, validClient } from '../given/client-accounts.ts';
import { givenFactor, startFactor } from '../given/callers/second-factors.ts';
import { codeNow } from '../totp.ts';

export const source = textOf('docs/operations.graphql');

export interface Example {
  name: string;
  /** The text of the operation. */
  text: string;
  purpose: string;
  caller: string;
  variables: Record<string, unknown>;
  rootFields: string[];
}

/** All operations of docs/operations.graphql, in order. */
export const examples = parse(source)
  .definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
  .map((operation) => exampleOf(operation));

/** Reads the comment above an operation: its purpose, `Callers: …`, and `Variables: {…}` if it has any. */
function exampleOf({ loc, name, selectionSet }: OperationDefinitionNode): Example {
  const comment: string[] = [];
  let token: Token | null | undefined = loc?.startToken.prev;
  for (; token?.kind === TokenKind.COMMENT && !token.value.startsWith(' ---'); token = token.prev) {
    comment.unshift(token.value);
  }
  const [, purpose = '', caller = '', variables = '{}'] =
    /^(.*?)\n Callers: ([^\n]*)(?:\n Variables: (\{.*\}))?$/s.exec(comment.join('\n')) ?? [];
  return {
    name: name?.value ?? '',
    text: source.slice(loc?.start, loc?.end),
    purpose: purpose.trim(),
    caller,
    variables: JSON.parse(variables) as Record<string, unknown>,
    rootFields: selectionSet.selections.map((field) => ('name' in field ? field.name.value : '')),
  };
}

export interface Examples {
  api: Api;
  /** The reseller whose clients, members and keys the examples use. */
  reseller(): Partner;
  /** Returns an example's variables, with existing IDs, cursors and passwords. */
  variablesOf(example: Example): Promise<Record<string, unknown>>;
  /** Returns the headers of the caller that an example names. */
  headersOf(example: Example): Promise<Record<string, string>>;
}

/** All test files of the process share this module, and the issuer ends with them. */
const issuer = await FakeIssuer.start();

/**
 * Starts the product on a database for the examples of docs/operations.graphql, each once. Each list, and each list
 * below an item, has `rows` items.
 */
export function useExamples(rows = 1): Examples {
  const api = useApi(issuer.environment);
  const sessions = Math.min(rows, 3); // each costs a password hash
  let reseller: Partner;
  let reviewedId: string;
  /** The member of the next example, if it needs a specific one. */
  let member: Person | undefined;

  beforeAll(async () => {
    reseller = await givenPartner(api);
    reviewedId = await givenReviewed(api, rows);
    await times(rows, () => givenRow(api, reseller));
  }, 120_000);

  const givenKeyId = async () => ({ id: (await givenKey(api, reseller.actor)).apiKey.id });

  /** Values that replace the IDs, cursors and passwords of the examples. */
  const given: Record<string, () => Promise<Record<string, unknown>>> = {
    SignIn: async () => ({ password: ADMIN.password }),
    SignInWithIdentity: async () => ({ token: await issuer.token({ email: ADMIN.email }) }),
    SignInWithLink: async () => ({ token: await givenSignInLink(api, ADMIN.email) }),
    AcceptInvitation: async () => {
      const { email } = await givenInvitedMember(api, reseller);
      return { token: await mailedToken(api, email, 'user.invited') };
    },
    ApplicationStatus: async () => ({ token: (await givenSubmission(api)).token }),
    WithdrawApplication: async () => ({ token: (await givenSubmission(api)).token }),
    ResetPassword: async () => ({ token: await givenTokenOfPartner(api, sessions) }),
    NextPartnerApplications: async () => ({ after: await endCursorOfFirst(api) }),
    PartnerApplicationDetails: async () => ({ id: reviewedId }),
    PartnerApplicationNeighbors: async () => ({ id: reviewedId }),
    PartnerApplicationStatusEmail: async () => ({ id: await givenApplication(api) }),
    AssignPartnerApplication: async () => ({ id: await givenApplication(api), assigneeId: (await givenAdmin(api)).id }),
    UpdatePartnerApplicationStatuses: async () => ({
      input: { applications: [{ id: await givenApplication(api), expectedVersion: 1 }], status: 'REVIEWING' },
    }),
    UpdatePartnerApplication: async () => ({ id: await givenApplication(api) }),
    UpdatePartnerApplicationStatus: async () => ({ id: await givenApplication(api) }),
    AddPartnerApplicationNote: async () => ({ id: reviewedId, mentionIds: [(await givenAdmin(api)).id] }),
    ResendEmail: async () => ({ id: await givenFailedEmail(api) }),
    RetryFailedJob: async () => ({ id: await givenFailedJob(api) }),
    PartnerAccountDetails: async () => ({ id: reseller.resellerId }),
    PartnerAccountNeighbors: async () => ({ id: reseller.resellerId }),
    ListPartnerClients: async () => ({ partnerId: reseller.resellerId }),
    GetPartnerClient: async () => {
      const { data } = await create(api, reseller.actor, validClient());
      return { partnerId: reseller.resellerId, id: data?.createClientAccount.id };
    },
    ListPartnerMembers: async () => ({ partnerId: reseller.resellerId }),
    ListPartnerNotes: async () => ({ partnerId: reseller.resellerId }),
    AddPartnerNote: async () => ({ partnerId: reseller.resellerId }),
    UpdatePartnerAccount: async () => ({ id: await givenApprovedPartner(api) }),
    ResendInvitation: async () => ({ partnerAccountId: await givenApprovedPartner(api) }),
    ResendAdminInvitation: async () => ({ id: await givenInvitedAdmin(api) }),
    DeactivateAdmin: async () => {
      const { id, email } = await givenAdmin(api);
      await times(sessions, () => signIn(api, { email, password: reseller.password }));
      return { id };
    },
    ChangeAdminRoles: async () => ({ id: (await givenAdmin(api)).id }),
    ResendMemberInvitation: async () => ({ id: (await givenInvitedMember(api, reseller)).id }),
    ChangeMemberRole: async () => ({ id: (await givenMember(api, reseller)).id }),
    RemoveMember: async () => {
      const { id, actor } = await givenMember(api, reseller);
      await times(rows, () => givenKey(api, actor));
      return { id };
    },
    EndSession: async () => {
      member = await givenMember(api, reseller);
      const { data } = await api.ask<{ sessions: { id: string }[] }>(member.actor, '{ sessions { id } }');
      return { id: data?.sessions[0]?.id };
    },
    ChangePassword: async () => ({ currentPassword: reseller.password }),
    ConfirmIdentity: async () => ({ password: reseller.password }),
    ConfirmSecondFactor: async () => {
      member = await givenMember(api, reseller);
      const { data } = await startFactor(api, member.actor);
      return { code: codeNow(data?.startSecondFactor.secret ?? '') };
    },
    RenewRecoveryCodes: givenMemberWithFactor,
    RemoveSecondFactor: givenMemberWithFactor,
    ResetSecondFactor: async () => {
      const { id, actor } = await givenMember(api, reseller);
      await givenFactor(api, actor);
      return { userId: id };
    },
    RevokeApiKey: givenKeyId,
    RotateApiKey: givenKeyId,
    ListApiKeyUses: async () => {
      const { id } = await givenKeyId();
      await givenUses(api, id, rows);
      return { apiKeyId: id };
    },
  };

  async function givenMemberWithFactor(): Promise<Record<string, unknown>> {
    member = await givenMember(api, reseller);
    await givenFactor(api, member.actor);
    return {};
  }

  /** The headers of each kind of caller. */
  const callers: Record<string, () => Promise<Record<string, string>>> = {
    anyone: async () => ({}),
    'anyone with the cookie of a session': async () => ({ cookie: await cookieOfSession(api) }),
    'signed-in callers': async () => authorization(await signIn(api, ADMIN)),
    users: async () => {
      const user = member ?? (await givenMember(api, reseller));
      member = undefined;
      return authorization(user.actor);
    },
    admins: async () => authorization(api.admin),
    'admins and partners': async () => authorization(reseller.actor),
    'owners of a partner': async () => authorization(reseller.actor),
    'owners of resellers': async () => authorization(reseller.actor),
    'resellers, also by API key': async () => authorization(await used(api, await givenKey(api, reseller.actor))),
    'partners, also by API key': async () => authorization(await used(api, await givenKey(api, reseller.actor))),
    'users of resellers': async () => authorization((await givenMember(api, reseller)).actor),
    'owners of partners, and admins who manage partners': async () => authorization(reseller.actor),
    'users of partners': async () => authorization((await givenMember(api, reseller)).actor),
    'owners and members of partners': async () => authorization((await givenMember(api, reseller)).actor),
    'owners and members of partners, and admins': async () => authorization((await givenMember(api, reseller)).actor),
  };

  return {
    api,
    reseller: () => reseller,
    variablesOf: async ({ name, variables }) => {
      const sample = samples.find((feature) => name in feature.variables)?.variables[name];
      const replaced = (await given[name]?.()) ?? (await sample?.(api, reseller, rows));
      expect(Object.keys(variables)).toEqual(expect.arrayContaining(Object.keys(replaced ?? {})));
      return { ...variables, ...replaced };
    },
    headersOf: async ({ caller }) => {
      expect(Object.keys(callers)).toContain(caller);
      return (await callers[caller]?.()) ?? {};
    },
  };
}

const authorization = ({ accessToken }: Actor) => ({ authorization: `Bearer ${accessToken}` });

async function times(count: number, work: () => Promise<unknown>): Promise<void> {
  for (let done = 0; done < count; done++) await work();
}

/** Adds one item to every list: an approved application with its data, and the data of a reseller. */
async function givenRow(api: Api, reseller: Partner): Promise<void> {
  // Within the time range of the examples, at any time of the run.
  const open = await givenApplication(api, { companyName: 'Bright Solutions' });
  await api.rows(`update partner_application set created_at = '2026-06-01' where id = $1`, [open]);
  const approved = await givenApplication(api, { companyName: 'Bright Partners' });
  await note(api, approved);
  await changeStatus(api, api.admin, { id: approved, status: 'APPROVED' });
  await noteOn(api, reseller);
  await givenInvitedAdmin(api);
  await api.rows(
    `insert into user_session (id, user_id, created_at, expires_at, address)
     select gen_random_uuid(), id, now(), now() + interval '1 day', '192.0.2.1' from user_account where email = $1`,
    [ADMIN.email],
  );
  await givenFailedJob(api);
  await givenInvitedMember(api, reseller);
  await givenKey(api, reseller.actor);
  await givenAdminKey(api);
  for (const { row } of samples) await row(api, reseller);
}

/** Creates an application with this many notes, review steps and emails. */
async function givenReviewed(api: Api, rows: number): Promise<string> {
  const id = await givenApplication(api);
  await times(rows, async () => {
    await note(api, id);
    for (const status of ['REVIEWING', 'PENDING']) await changeStatus(api, api.admin, { id, status });
  });
  return id;
}

const note = (api: Api, id: string) =>
  api.ask(api.admin, 'mutation ($id: ID!) { addPartnerApplicationNote(id: $id, note: "Called them.") { id } }', { id });

const noteOn = (api: Api, { resellerId }: Partner) =>
  api.ask(api.admin, 'mutation ($id: ID!) { addPartnerNote(partnerId: $id, note: "Called them.") { id } }', {
    id: resellerId,
  });

/** The owner has not joined yet. */
async function givenApprovedPartner(api: Api): Promise<unknown> {
  const id = await givenApplication(api);
  await changeStatus(api, api.admin, { id, status: 'APPROVED' });
  const query = 'query ($id: ID!) { partnerApplication(id: $id) { partnerAccount { id } } }';
  const { data } = await api.ask<{ partnerApplication: { partnerAccount: { id: string } } }>(api.admin, query, { id });
  return data?.partnerApplication.partnerAccount.id;
}

async function givenInvitedAdmin(api: Api): Promise<string | undefined> {
  const { data } = await inviteAdmin(api, api.admin);
  return data?.inviteAdmin.id;
}

/** Creates another partner who signs in several times: the example ends those sessions. */
async function givenTokenOfPartner(api: Api, sessions: number): Promise<string> {
  const { email, password } = await givenPartner(api);
  await times(sessions, () => signIn(api, { email, password }));
  const worker = await api.startAnother({ WORKER: 'only' });
  try {
    return await givenResetToken(api, email);
  } finally {
    await worker.stop();
  }
}

async function endCursorOfFirst(api: Api): Promise<string | undefined> {
  const query = '{ partnerApplications(limit: 1, filter: { status: [PENDING] }) { pageInfo { endCursor } } }';
  const { data } = await api.ask<{ partnerApplications: { pageInfo: { endCursor: string } } }>(api.admin, query);
  return data?.partnerApplications.pageInfo.endCursor;
}

async function givenFailedEmail(api: Api): Promise<unknown> {
  const [email] = await api.rows(
    `update email_message set status = 'FAILED' where id = (select id from email_message limit 1) returning id`,
  );
  return email?.['id'];
}

async function cookieOfSession(api: Api): Promise<string> {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { expiresAt } }';
  const response = await api.post({ query, variables: ADMIN });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}
