import type { APIRequestContext } from '@playwright/test';
import { askApi, tokenOf } from '../../test/e2e/api.ts';

/* Who works in the demo data, and what a job needs beside it. */

export interface Login {
  email: string;
  password: string;
}

const PARTNER_PASSWORD = 'demo-partner-2026';
export const ADMIN: Login = { email: 'admin@reachgenie.example', password: 'demo-admin-2026' };
export const COLLEAGUE = { name: "Malik O'Hara" };
export const RESELLER: Login = { email: 'priya.dsouza@zephyr-technologies.example', password: PARTNER_PASSWORD };
export const MEMBER: Login = { email: 'tom.ashworth@zephyr-technologies.example', password: PARTNER_PASSWORD };

/** Returns the name of a company that is on none of the first pages of applications. */
export async function oldCompany(request: APIRequestContext): Promise<string> {
  const { partnerApplications } = await askApi<{ partnerApplications: { items: { companyName: string }[] } }>(
    request,
    '{ partnerApplications(limit: 1, page: 90) { items { companyName } } }',
    {},
    await tokenOf(request, ADMIN),
  );
  const [found] = partnerApplications.items;
  if (!found) throw new Error('The demo data has too few applications.');
  return found.companyName;
}

/** A member suspends a client, then others are suspended and added. Returns the name of the first. */
export async function suspendedClient(request: APIRequestContext): Promise<string> {
  const token = await tokenOf(request, MEMBER);
  for (const company of ['Quay Foods', 'Pine Motors', 'Lake Dental']) {
    const id = await addClient(request, company, token);
    const suspend = `mutation ($id: ID!) {
      updateClientSubscription(id: $id, input: { subscriptionStatus: SUSPENDED }, expectedVersion: 1) { id }
    }`;
    await askApi(request, suspend, { id }, token);
  }
  for (let later = 1; later <= 20; later++) await addClient(request, `Later Client ${later}`, token);
  return 'Quay Foods';
}

async function addClient(request: APIRequestContext, companyName: string, token: string): Promise<string> {
  const create = 'mutation ($input: CreateClientAccountInput!) { createClientAccount(input: $input) { id } }';
  const contactEmail = `${companyName.toLowerCase().replaceAll(' ', '.')}@client.example`;
  const input = { companyName, contactName: 'Ole Berg', contactEmail, subscriptionTier: 'Starter' };
  const { createClientAccount } = await askApi<{ createClientAccount: { id: string } }>(
    request,
    create,
    { input },
    token,
  );
  return createClientAccount.id;
}
