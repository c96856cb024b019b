import { expect, type APIRequestContext, type Page } from '@playwright/test';
import { demoPdf } from '../../src/dev/demo/files/demo.pdf.ts';
import { mailedLink } from './browser.ts';
import { ADMIN } from './people.ts';

interface Person {
  email: string;
  password: string;
}

/** Calls the API as a program does, to prepare data that the test is not about. */
export async function askApi<Data>(
  request: APIRequestContext,
  query: string,
  variables: object = {},
  token?: string,
): Promise<Data> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const response = await request.post('/graphql', { data: { query, variables }, headers });
  const { data, errors } = (await response.json()) as { data: Data; errors?: { message: string }[] };
  if (errors?.[0]) throw new Error(errors[0].message);
  return data;
}

/** Returns an access token. */
export async function tokenOf(request: APIRequestContext, { email, password }: Person): Promise<string> {
  const query =
    'mutation ($email: String!, $password: String!) { signIn(email: $email, password: $password) { accessToken } }';
  const { signIn } = await askApi<{ signIn: { accessToken: string } }>(request, query, { email, password });
  return signIn.accessToken;
}

/** Submits an application as its contact, and returns the private link. */
export async function applied(
  request: APIRequestContext,
  contactEmail: string,
  companyName: string,
  partnershipType = 'RESELLER',
): Promise<string> {
  const query =
    'mutation ($input: SubmitPartnerApplicationInput!) { submitPartnerApplication(input: $input) { statusUrl } }';
  const input = {
    companyName,
    contactName: 'Zoë Hart',
    contactEmail,
    partnershipType,
    companySize: 'SIZE_11_50',
    industry: 'Software',
    motivation: 'Our clients ask for exactly this.',
  };
  const data = await askApi<{ submitPartnerApplication: { statusUrl: string } }>(request, query, { input });
  return data.submitPartnerApplication.statusUrl;
}

interface Partner extends Person {
  id: string;
  companyName: string;
  /** The access token for the API. */
  token: string;
}

/** Submits and approves an application, so that the invitation is in the mailbox. */
export async function invited(request: APIRequestContext, companyName: string): Promise<{ id: string; email: string }> {
  const email = `zoe.${crypto.randomUUID()}@bright.example`;
  await applied(request, email, companyName);
  const admin = await tokenOf(request, ADMIN);
  const search =
    'query ($search: String!) { partnerApplications(filter: { search: $search }) { items { id version } } }';
  const { partnerApplications } = await askApi<{
    partnerApplications: { items: { id: string; version: number }[] };
  }>(request, search, { search: email }, admin);
  const approve = `mutation ($id: ID!, $expectedVersion: Int!) {
    updatePartnerApplicationStatus(id: $id, status: APPROVED, expectedVersion: $expectedVersion) { partnerAccount { id } }
  }`;
  const [{ id, version } = { id: '', version: 0 }] = partnerApplications.items;
  const { updatePartnerApplicationStatus } = await askApi<{
    updatePartnerApplicationStatus: { partnerAccount: { id: string } };
  }>(request, approve, { id, expectedVersion: version }, admin);
  return { id: updatePartnerApplicationStatus.partnerAccount.id, email };
}

/** Creates a reseller who has accepted the invitation. */
export async function reseller(page: Page, request: APIRequestContext, companyName: string): Promise<Partner> {
  const { id, email } = await invited(request, companyName);
  const [, invitation] = (await mailedLink(page, email, 'user.invited')).split('#');
  const password = 'a few easy words';
  const accept = `mutation ($token: String!, $password: String!) {
    acceptInvitation(token: $token, name: "Zoë Hart", password: $password) { accessToken }
  }`;
  const { acceptInvitation } = await askApi<{ acceptInvitation: { accessToken: string } }>(request, accept, {
    token: invitation,
    password,
  });
  return { id, companyName, email, password, token: acceptInvitation.accessToken };
}

/** Gives the partner a tier by hand. */
export async function assignTier({ id }: Pick<Partner, 'id'>, request: APIRequestContext, tier: string): Promise<void> {
  const assign = 'mutation ($id: ID!, $tier: PartnerTier!) { assignTier(id: $id, tier: $tier, note: "A test") { id } }';
  await askApi(request, assign, { id, tier }, await tokenOf(request, ADMIN));
}

/** Creates a client of the reseller and returns its ID. */
export async function clientOf({ token }: Partner, request: APIRequestContext, companyName: string): Promise<string> {
  const create = 'mutation ($input: CreateClientAccountInput!) { createClientAccount(input: $input) { id } }';
  const input = {
    companyName,
    contactName: 'Ole Berg',
    contactEmail: `ole.berg@${companyName
      .split(' ')[0]
      ?.toLowerCase()
      .replaceAll(/[^a-z]/g, '')}.example`,
    subscriptionTier: 'Starter',
  };
  const { createClientAccount } = await askApi<{ createClientAccount: { id: string } }>(
    request,
    create,
    { input },
    token,
  );
  return createClientAccount.id;
}

/** The URL of a receiver of webhooks on a development page. Those named `broken` and `gone` do not work. */
export const receiverUrl = (name: string): string => `${process.env['E2E_URL']}/dev/webhooks/${name}`;

/** Creates a webhook endpoint of the reseller for some types of events, or for all, and returns its ID. */
export async function endpointOf(
  { token }: Partner,
  request: APIRequestContext,
  url: string,
  types: string[] = [],
): Promise<string> {
  const create = `mutation ($input: CreateWebhookEndpointInput!) {
    createWebhookEndpoint(input: $input) { endpoint { id } }
  }`;
  const { createWebhookEndpoint } = await askApi<{ createWebhookEndpoint: { endpoint: { id: string } } }>(
    request,
    create,
    { input: { url, types } },
    token,
  );
  return createWebhookEndpoint.endpoint.id;
}

/** Requests a change of the reseller's company data, and returns its ID. */
export async function companyChangeOf({ token }: Partner, request: APIRequestContext, input: object): Promise<string> {
  const change = 'mutation ($input: UpdateCompanyInput!) { updateCompany(input: $input) { pendingChange { id } } }';
  type Changed = { updateCompany: { pendingChange: { id: string } } };
  return (await askApi<Changed>(request, change, { input }, token)).updateCompany.pendingChange.id;
}

/** Adds a member of a reseller who has joined. */
export async function member(
  page: Page,
  request: APIRequestContext,
  { token }: Partner,
  role: string,
): Promise<Person> {
  const email = `max.${crypto.randomUUID()}@bright.example`;
  const invite = `mutation ($email: String!, $role: PartnerRole!) {
    inviteMember(email: $email, name: "Max Moor", role: $role) { id }
  }`;
  await askApi(request, invite, { email, role }, token);
  const [, invitation] = (await mailedLink(page, email, 'user.invited')).split('#');
  const password = 'a few easy words';
  const accept = `mutation ($token: String!, $password: String!) {
    acceptInvitation(token: $token, name: "Max Moor", password: $password) { accessToken }
  }`;
  await askApi(request, accept, { token: invitation, password });
  return { email, password };
}

/** Adds another admin who has joined. */
export async function colleague(
  page: Page,
  request: APIRequestContext,
  roles = ['ALL'],
): Promise<Person & { id: string; token: string }> {
  const email = `kim.${crypto.randomUUID()}@reachgenie.example`;
  const invite = `mutation ($email: String!, $roles: [AdminRole!]!) {
    inviteAdmin(email: $email, name: "Kim Kaplan", roles: $roles) { id }
  }`;
  const { inviteAdmin } = await askApi<{ inviteAdmin: { id: string } }>(
    request,
    invite,
    { email, roles },
    await tokenOf(request, ADMIN),
  );
  const [, invitation] = (await mailedLink(page, email, 'user.invited')).split('#');
  const password = 'a few easy words';
  const accept = `mutation ($token: String!, $password: String!) {
    acceptInvitation(token: $token, name: "Kim Kaplan", password: $password) { accessToken }
  }`;
  const { acceptInvitation } = await askApi<{ acceptInvitation: { accessToken: string } }>(request, accept, {
    token: invitation,
    password,
  });
  return { id: inviteAdmin.id, email, password, token: acceptInvitation.accessToken };
}

/** Returns the ID of the latest application with this address. */
export async function applicationOf(request: APIRequestContext, email: string): Promise<string> {
  const query = 'query ($search: String!) { partnerApplications(filter: { search: $search }) { items { id } } }';
  const { partnerApplications } = await askApi<{ partnerApplications: { items: { id: string }[] } }>(
    request,
    query,
    { search: email },
    await tokenOf(request, ADMIN),
  );
  return partnerApplications.items[0]?.id ?? '';
}

/** Uploads a PDF for agreements, and returns the file's ID once it is checked. */
async function uploadedPdf(request: APIRequestContext, admin: string, title: string): Promise<string> {
  const data = demoPdf(title, [
    'Between ReachGenie and its partner.',
    'Both sides can end it with three months of notice.',
  ]);
  const upload = `mutation ($input: RequestUploadInput!) { requestUpload(input: $input) { url file { id } } }`;
  const input = { purpose: 'AGREEMENT', name: 'agreement.pdf', contentType: 'application/pdf', bytes: data.length };
  const { requestUpload } = await askApi<{ requestUpload: { url: string; file: { id: string } } }>(
    request,
    upload,
    { input },
    admin,
  );
  const { pathname, search } = new URL(requestUpload.url);
  await request.put(pathname + search, { data, headers: { 'content-type': 'application/pdf' } });
  const { id } = requestUpload.file;
  const state = async () =>
    (await askApi<{ file: { state: string } }>(request, 'query ($id: ID!) { file(id: $id) { state } }', { id }, admin))
      .file.state;
  await expect.poll(state).toBe('READY');
  return id;
}

/** Publishes an agreement that was negotiated with a partner and binds at once. Returns its ID. */
export async function agreementWith(
  request: APIRequestContext,
  partnerId: string,
  title: string,
  { isRequired = true } = {},
): Promise<string> {
  const admin = await tokenOf(request, ADMIN);
  const create = 'mutation ($input: CreateAgreementInput!) { createAgreement(input: $input) { id } }';
  const { createAgreement } = await askApi<{ createAgreement: { id: string } }>(
    request,
    create,
    { input: { title, partnerId, isRequired } },
    admin,
  );
  const publish = 'mutation ($input: PublishAgreementVersionInput!) { publishAgreementVersion(input: $input) { id } }';
  const input = { agreementId: createAgreement.id, fileId: await uploadedPdf(request, admin, title) };
  await askApi(request, publish, { input }, admin);
  return createAgreement.id;
}
