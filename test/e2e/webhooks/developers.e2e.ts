import type { Page } from '@playwright/test';
import { clientOf, endpointOf, receiverUrl, reseller } from '../api.ts';
import { expect, expectAccessible, inGerman, signIn, signInAsAdmin, test } from '../browser.ts';

/** Chooses an action of a row's menu. */
const choose = async (page: Page, row: string, deed: string): Promise<void> => {
  await page.getByRole('button', { name: `Actions for ${row}` }).click();
  await page.getByRole('menuitem', { name: deed }).click();
};

/** Presses the button of a dialog, which has the dialog's deed as its name. */
const confirm = (page: Page, deed: string): Promise<void> =>
  page.getByRole('dialog').getByRole('button', { name: deed }).click();

async function secretOn(page: Page): Promise<string> {
  const secret = await page.getByTestId('secret').innerText();
  await page.getByRole('button', { name: 'I’ve saved the secret' }).click();
  await expect(page.getByTestId('secret')).toBeHidden();
  return secret;
}

const rowOf = (page: Page, name: string | RegExp) => page.getByRole('row', { name });

test('a partner creates an endpoint, sees its deliveries, and resends one', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const receiver = `crm-${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, zoe, '/partner');
  await page.getByRole('link', { name: 'Developers' }).click();
  await page.getByRole('button', { name: 'Create endpoint' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create endpoint' });
  await dialog.getByLabel('URL').fill('https://10.0.0.7/hook');
  await dialog.getByRole('button', { name: 'Create endpoint' }).click();
  await expect(dialog).toContainText('Enter a public https address');
  await dialog.getByLabel('URL').fill(receiverUrl(receiver));
  await dialog.getByLabel('Description').fill('CRM sync');
  await dialog.getByRole('checkbox', { name: 'client.created' }).check();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Create endpoint' }).click();
  await expect(page.getByTestId('secret')).toHaveText(/^whsec_/);
  await expectAccessible(page);
  await secretOn(page);

  await expect(rowOf(page, /CRM sync/)).toContainText('1 event');
  await page.getByRole('link', { name: new RegExp(receiver) }).click();
  await page.getByRole('button', { name: 'Send test event' }).click();
  await confirm(page, 'Send test event');
  await expect(rowOf(page, /Test event/)).toContainText('Delivered');

  await clientOf(zoe, request, 'Bakery Harbour');
  const created = rowOf(page, /Created a client/);
  await expect(created).toContainText('Status 204');
  await created.click();
  const panel = page.getByRole('complementary', { name: 'Created a client' });
  await expect(panel).toContainText('"companyName": "Bakery Harbour"');
  await expectAccessible(page);
  await panel.getByRole('button', { name: 'Resend' }).click();

  await expect(page.getByText('Resending 1 event.')).toBeVisible();
  await expect(created).toHaveCount(2);
  await expect(created.first()).toContainText('Resent');
  await expect(created.first()).toContainText('Delivered');
  await page.goto(receiverUrl(receiver));
  await expect(page.getByText('verified', { exact: true })).toHaveCount(3);
});

test('a partner replaces the signing secret, changes the endpoint, and archives it', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const receiver = `erp-${crypto.randomUUID().slice(0, 8)}`;
  await endpointOf(zoe, request, receiverUrl(receiver));
  await signIn(page, zoe, '/partner/developers');
  const place = new URL(receiverUrl(receiver)).host + `/dev/webhooks/${receiver}`;

  await choose(page, place, 'Rotate signing secret');
  await page.getByLabel('Current secret expires').selectOption('In 3 days');
  await confirm(page, 'Rotate signing secret');
  const secret = await secretOn(page);
  expect(secret).toMatch(/^whsec_/);
  await choose(page, place, 'Edit endpoint');
  await page.getByRole('dialog').getByLabel('Description').fill('Order system');
  await confirm(page, 'Save');
  await expect(rowOf(page, /Order system/)).toContainText('All events');
  await choose(page, place, 'Disable endpoint');
  await confirm(page, 'Disable endpoint');
  await expect(rowOf(page, /Order system/)).toContainText('Disabled');

  await page.getByRole('link', { name: place }).click();
  await expect(page.getByText(/previous signing secret is valid until/)).toBeVisible();
  await page.getByRole('tab', { name: 'Activity' }).click();
  await expect(page.getByText('Zoë Hart rotated the signing secret', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'More' }).last().click();
  await page.getByRole('menuitem', { name: 'Archive endpoint' }).click();
  await confirm(page, 'Archive endpoint');

  await expect(page.getByText('No webhook endpoints yet')).toBeVisible();
});

test('the home page tells of an endpoint that was disabled, and missed events are resent', async ({
  page,
  request,
}) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await endpointOf(zoe, request, receiverUrl('gone'), ['client.created']);
  await clientOf(zoe, request, 'Bakery Harbour');
  await signIn(page, zoe, `/partner/developers/${id}`);
  await expect(page.getByText('We disabled this endpoint')).toBeVisible();
  await clientOf(zoe, request, 'Harbour Mills');
  await page.goto('/partner');
  await expect(page.getByRole('alert')).toContainText('We disabled webhook endpoints');
  await expectAccessible(page);
  await page.getByRole('alert').getByRole('link').click();
  await expect(rowOf(page, /Created a client/)).toHaveCount(2);

  await page.getByRole('button', { name: 'Edit endpoint' }).click();
  await page.getByRole('dialog').getByLabel('URL').fill(receiverUrl('mended'));
  await confirm(page, 'Save');
  await page.getByRole('button', { name: 'Enable endpoint' }).click();
  await confirm(page, 'Enable endpoint');
  await page.getByRole('button', { name: 'Resend events' }).click();
  await expectAccessible(page);
  await confirm(page, 'Resend');

  await expect(page.getByText('Resending 2 events.')).toBeVisible();
  await page.getByRole('button', { name: 'Delivered' }).click();
  await expect(rowOf(page, /Created a client/)).toHaveCount(2);
});

test('admins have endpoints of the platform, all events with examples, and the way to the API', async ({ page }) => {
  await signInAsAdmin(page, '/admin');
  await page.getByRole('link', { name: 'Developers' }).click();
  await page.getByRole('tab', { name: 'Events' }).click();
  await page.getByRole('button', { name: /application\.updated/ }).click();
  await expect(page.getByText('"type": "application.updated"')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('tab', { name: 'API' }).click();

  await expect(page.getByRole('link', { name: 'Documentation of the REST API' })).toHaveAttribute('href', '/api/docs');
  await expectAccessible(page);
});

test('in German, the pages say the same', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const id = await endpointOf(zoe, request, receiverUrl('deutsch'));
  await clientOf(zoe, request, 'Bakery Harbour');
  await signIn(page, zoe, `/partner/developers/${id}`);

  await inGerman(page);

  await expect(page.getByRole('button', { name: 'Testereignis senden' })).toBeVisible();
  await expect(rowOf(page, /Kunde angelegt/)).toContainText('Zugestellt');
});
