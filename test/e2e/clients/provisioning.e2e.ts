import type { Page, Route } from '@playwright/test';
import { clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, inGerman, signIn, signInAsAdmin, test } from '../browser.ts';

// A failure takes a day, or a product that refuses, so it is given. test/provisioning has what the API does with it.

const FAILED = {
  status: 'FAILED',
  problem: 'REFUSED',
  detail: 'PUT answered 422: no such plan',
  appliedAt: null,
  nextTryAt: null,
};

const REASON = 'ReachGenie did not accept the client’s details. Check them, then send the client again.';

const operationIn = (route: Route) => route.request().postData() ?? '';

/** Shows a client as failed until it is sent again. Returns the IDs that were sent. */
async function givenFailed(page: Page, field: 'clientAccount' | 'partnerClient', more: object = {}): Promise<string[]> {
  const sent: string[] = [];
  await page.route('**/graphql', async (route) => {
    const asked = operationIn(route);
    if (asked.includes('retryProvisioning')) {
      const { variables } = route.request().postDataJSON() as { variables: { clientId: string } };
      sent.push(variables.clientId);
      return route.fulfill({ json: { data: { retryProvisioning: { id: variables.clientId, status: 'PENDING' } } } });
    }
    if (!/query (Client|PartnerClient)Details/.test(asked)) return route.fallback();
    const response = await route.fetch();
    const answer = (await response.json()) as { data: Record<string, { provisioning: object }> };
    const client = answer.data[field];
    if (client && sent.length === 0) client.provisioning = { ...FAILED, ...more };
    return route.fulfill({ response, json: answer });
  });
  return sent;
}

const cardOf = (page: Page, title = 'ReachGenie account') =>
  page.getByRole('heading', { name: title }).locator('xpath=ancestor::*[contains(@class, "Paper")][1]');

test('the page of a new client shows that it is set up, without a reload', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Bakery Harbour');

  await signIn(page, zoe, `/partner/clients/${id}`);

  await expect(cardOf(page).getByText('Set up', { exact: true })).toBeVisible();
  await expectAccessible(page);
});

test('a reseller reads why a client failed, and sends it again', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Bakery Harbour');
  const sent = await givenFailed(page, 'clientAccount');
  await signIn(page, zoe, `/partner/clients/${id}`);
  await expect(cardOf(page)).toContainText(REASON);
  await expect(page.getByText('no such plan')).toHaveCount(0);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Send again' }).click();

  await expect(page.getByText('Sending 1 client again')).toBeVisible();
  await expect(cardOf(page).getByText('Set up', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Send again' })).toHaveCount(0);
  expect(sent).toEqual([id]);
});

test('in German, it says the same', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Bakery Harbour');
  await givenFailed(page, 'clientAccount');
  await signIn(page, zoe, `/partner/clients/${id}`);

  await inGerman(page);

  const card = cardOf(page, 'ReachGenie-Konto');
  await expect(card).toContainText('Fehlgeschlagen');
  await expect(card).toContainText('nicht angenommen');
  await expect(card.getByRole('button', { name: 'Erneut senden' })).toBeVisible();
});

test('a reseller cannot send again what waits for an admin after a restore', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Bakery Harbour');
  await givenFailed(page, 'clientAccount', { problem: 'HELD' });

  await signIn(page, zoe, `/partner/clients/${id}`);

  await expect(cardOf(page)).toContainText('We restored our data from a backup.');
  await expect(page.getByRole('button', { name: 'Send again' })).toHaveCount(0);
});

test('an admin sends it again, and sees the answer of the product', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await clientOf(zoe, request, 'Bakery Harbour');
  const sent = await givenFailed(page, 'partnerClient', { problem: 'HELD' });
  await signInAsAdmin(page, `/admin/partners/${zoe.id}/clients/${id}`);
  await expect(cardOf(page)).toContainText('no such plan');

  await page.getByRole('button', { name: 'Send again' }).click();

  await expect(page.getByText('Sending 1 client again')).toBeVisible();
  expect(sent).toEqual([id]);
});

const failedOf = (number: number) => ({
  id: `01a1e9dd-b612-74f3-b99e-3b0456b7421${number}`,
  status: number === 3 ? 'READY' : 'FAILED',
  problem: number === 3 ? null : 'REFUSED',
  detail: number === 3 ? null : 'PUT answered 422: no such plan',
  tries: 4,
  externalId: null,
  overtakenAt: number === 3 ? '2026-11-30T09:00:00.000Z' : null,
  updatedAt: '2026-11-30T09:00:00.000Z',
  client: { companyName: `Bakery ${number}` },
  partner: { id: '01a1e9dd-b612-74f3-b99e-3b0456b74219', companyName: 'Bright Solutions' },
});

const GONE = { message: 'ClientProvisioning not found.', extensions: { code: 'NOT_FOUND' } };

/** Serves two failed clients, of which the second is gone when it is sent, and one that the product overtook. */
async function givenList(page: Page): Promise<string[]> {
  let clients = [1, 2, 3].map(failedOf);
  const sent: string[] = [];
  await page.route('**/graphql', (route) => {
    const asked = operationIn(route);
    const { variables } = route.request().postDataJSON() as { variables: { clientId: string } };
    if (asked.includes('query FailedProvisioningList')) {
      const data = { failedProvisionings: { items: clients, pageInfo: { totalItems: clients.length } } };
      return route.fulfill({ json: { data } });
    }
    if (!asked.includes('mutation SendClientAgain')) return route.fallback();
    sent.push(variables.clientId);
    if (variables.clientId === failedOf(2).id) return route.fulfill({ json: { data: null, errors: [GONE] } });
    clients = clients.filter(({ id }) => id !== variables.clientId);
    return route.fulfill({ json: { data: { retryProvisioning: { id: variables.clientId, status: 'PENDING' } } } });
  });
  return sent;
}

const rowOf = (page: Page, number: number) => page.getByRole('row').filter({ hasText: `Bakery ${number}` });

test('admins look at a failed client with the answer of the product, and send it again by its key', async ({
  page,
}) => {
  const sent = await givenList(page);
  await signInAsAdmin(page, '/admin/provisioning');
  await expect(page.getByRole('row')).toHaveCount(4);
  await expect(rowOf(page, 3)).toContainText('The product had a newer version.');

  await page.keyboard.press('j');
  await page.keyboard.press('Space');
  const peek = page.getByRole('complementary').filter({ hasText: 'Bakery 1' });
  await expect(peek).toContainText('no such plan');
  await expectAccessible(page);
  await page.keyboard.press('r');

  await expect(page.getByText('Sending 1 client again')).toBeVisible();
  await expect(rowOf(page, 1)).toHaveCount(0);
  expect(sent).toEqual([failedOf(1).id]);
});

test('of several clients, one that is gone is named, and the others are sent', async ({ page }) => {
  await givenList(page);
  await signInAsAdmin(page, '/admin/provisioning?status=FAILED');
  for (const number of [1, 2]) await rowOf(page, number).getByRole('checkbox').check();

  await page.getByRole('button', { name: 'Send again' }).click();

  const dialog = page.getByRole('dialog', { name: 'Send again' });
  await expect(dialog).toContainText('Bakery 2');
  await expect(rowOf(page, 1)).toHaveCount(0);
});

test('the home page of admins leads to the clients that failed', async ({ page }) => {
  await page.route('**/graphql', async (route) => {
    if (!operationIn(route).includes('query HomeWork')) return route.fallback();
    const response = await route.fetch();
    const answer = (await response.json()) as { data: object };
    const provisionings = { items: [{ id: 'x', updatedAt: '2026-11-30T09:00:00.000Z' }], pageInfo: { totalItems: 3 } };
    return route.fulfill({ response, json: { data: { ...answer.data, provisionings } } });
  });
  await signInAsAdmin(page);
  const link = page.getByRole('link', { name: '3 clients are not set up in the product', exact: true });
  await expect(link).toBeVisible();
  await expectAccessible(page);

  await link.click();

  await expect(page).toHaveURL(/\/admin\/provisioning\?status=FAILED/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Provisioning');
});
