import { readFileSync } from 'node:fs';
import { validate } from '@readme/openapi-parser';
import createClient, { type Client } from 'openapi-fetch';
import { beforeAll, expect, test } from 'vitest';
import { useApi } from '../../support/api.ts';
import { acceptInvitation } from '../../support/given/partners.ts';
import type { components, paths } from '../../support/generated/rest.ts';
import { expectDocumented } from '../../support/rest.document.ts';

/* The client is generated from docs/openapi.json, so its types show that the document suits generators. */

const api = useApi();
type Program = Client<paths>;
type Application = components['schemas']['SubmitPartnerApplicationBody'];

const APPLICATION: Application = {
  companyName: 'Bright Solutions',
  contactName: 'Zoë Hart',
  contactEmail: 'zoe.hart@bright-solutions.example',
  partnershipType: 'RESELLER',
  companySize: '11-50',
  industry: 'Software',
  motivation: 'We have sold to small companies for ten years.',
};

function programOf(token?: string): Program {
  const program = createClient<paths>({ baseUrl: api.url, headers: token ? { authorization: `Bearer ${token}` } : {} });
  program.use({
    onResponse: ({ request, response }) => expectDocumented(request.method, request.url, response.clone()),
  });
  return program;
}

let anyone: Program;
let admin: Program;
beforeAll(() => {
  anyone = programOf();
  admin = programOf(api.admin.accessToken);
});

test('the document is valid OpenAPI 3.1', async () => {
  const result = await validate(JSON.parse(readFileSync('docs/openapi.json', 'utf8')));

  expect(result).toMatchObject({ valid: true });
});

test('a generated client goes from an application to a client that it manages', async () => {
  const applied = await anyone.POST('/api/partner-applications', { body: APPLICATION });
  const id = applied.data?.applicationId ?? '';
  const path = { id };
  await admin.PATCH('/api/admin/partner-applications/{id}/status', {
    params: { path },
    body: { status: 'REVIEWING' },
  });
  const note = await admin.POST('/api/admin/partner-applications/{id}/notes', {
    params: { path },
    body: { note: 'Called Zoë.' },
  });
  const approved = await admin.PATCH('/api/admin/partner-applications/{id}/status', {
    params: { path },
    body: { status: 'APPROVED' },
  });
  const details = await admin.GET('/api/admin/partner-applications/{id}', { params: { path } });
  expect([applied.response.status, note.response.status, approved.data?.status]).toEqual([201, 201, 'APPROVED']);
  expect(details.data?.companySize).toBe('11-50');
  expect(details.data?.notes.map((each) => each.note)).toEqual(['Called Zoë.']);

  const { actor } = await acceptInvitation(api, APPLICATION.contactEmail);
  const reseller = programOf(actor.accessToken);
  const created = await reseller.POST('/api/partner/clients', {
    body: {
      companyName: 'Northern Trips',
      contactName: 'Jonas Petersen',
      contactEmail: 'jonas@northern-trips.example',
      subscriptionTier: 'Growth',
    },
  });
  const client = { path: { id: created.data?.id ?? '' } };
  const read = await reseller.GET('/api/partner/clients/{id}', { params: client });
  const etag = read.response.headers.get('etag') ?? '';
  const updated = await reseller.PUT('/api/partner/clients/{id}', {
    params: { ...client, header: { 'If-Match': etag } },
    body: {
      companyName: 'Northern Trips',
      contactName: 'Jonas Petersen',
      contactEmail: 'jonas@northern-trips.example',
      billingOwnedByReseller: false,
    },
  });
  const changed = await reseller.PATCH('/api/partner/clients/{id}/subscription', {
    params: client,
    body: { subscriptionTier: 'Scale' },
  });
  const access = await reseller.POST('/api/partner/clients/{id}/access', {
    params: client,
    body: { reason: 'Set up the first campaign.' },
  });
  const list = await reseller.GET('/api/partner/clients', { params: { query: { limit: 5 } } });

  expect(updated.data).toMatchObject({ billingOwnedByReseller: false, contactPhone: null, version: 2 });
  expect(changed.data).toMatchObject({ subscriptionTier: 'Scale', version: 3 });
  expect(access.data?.accessToken).toMatch(/./);
  expect(list.data?.items.map((each) => each.companyName)).toEqual(['Northern Trips']);
});

test('errors have the type of a problem, with the names of the document', async () => {
  const refused = await anyone.POST('/api/partner-applications', { body: { ...APPLICATION, companyName: '' } });
  const stale = await programOf().GET('/api/partner/clients');

  expect(refused.error?.fields?.map(({ field }) => field)).toEqual(['companyName']);
  expect([stale.response.status, stale.error?.code]).toEqual([401, 'UNAUTHENTICATED']);
});
