import { askApi, clientOf, reseller } from '../api.ts';
import { expect, expectAccessible, signIn, signInAsAdmin, test } from '../browser.ts';

const SUSPEND = `mutation ($id: ID!) { updateClientSubscription(id: $id, input: { subscriptionStatus: SUSPENDED }) { id } }`;

test('an admin goes from a partner to its client, and sees who suspended it', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await askApi(request, SUSPEND, { id: await clientOf(zoe, request, 'Harbour Bakery') }, zoe.token);
  await signInAsAdmin(page, `/admin/partners/${zoe.id}`);

  // The first step: the partner's activity tells it already.
  await expect(page.getByText('suspended the client Harbour Bakery')).toBeVisible();

  await page.getByRole('tab', { name: 'Clients 1' }).click();
  await expect(page).toHaveURL(/tab=clients/);
  await page.getByRole('link', { name: 'Harbour Bakery' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Harbour Bakery');
  await page.getByRole('tab', { name: 'Activity' }).click();

  const row = page.getByRole('listitem').filter({ hasText: 'suspended the client Harbour Bakery' });
  await expect(row).toContainText('Active → Suspended');
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Overview' })).toHaveAttribute('aria-selected', 'true');
});

test('an admin filters the clients of a partner, and Back undoes each step', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await clientOf(zoe, request, 'Lime Garage');
  await askApi(request, SUSPEND, { id: await clientOf(zoe, request, 'Harbour Bakery') }, zoe.token);
  await signInAsAdmin(page, `/admin/partners/${zoe.id}?tab=clients`);
  const names = page.getByRole('table', { name: 'Clients' }).getByRole('link');
  await expect(names).toHaveText(['Harbour Bakery', 'Lime Garage']);

  await page.getByRole('button', { name: 'Client', exact: true }).click();
  await page.waitForURL(/sortBy=COMPANY_NAME/);
  await page.getByRole('button', { name: 'Client', exact: true }).click();
  await expect(names).toHaveText(['Lime Garage', 'Harbour Bakery']);
  await page.getByRole('navigation', { name: 'Status' }).getByRole('button', { name: 'Suspended 1' }).press('Enter');
  await expect(names).toHaveText(['Harbour Bakery']);
  await page.keyboard.press('/');
  await page.keyboard.type('lime');
  await expect(page.getByText('Nothing matches “lime”')).toBeVisible();
  await expectAccessible(page);

  await page.goBack();
  await expect(names).toHaveText(['Harbour Bakery']);
  await page.goBack();
  await expect(names).toHaveCount(2);
  await page.getByRole('heading', { level: 1 }).click(); // leaves the search field
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lime Garage');
});

test('an admin writes a note on a partner, which the partner never sees', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signInAsAdmin(page, `/admin/partners/${zoe.id}`);

  await page.getByRole('button', { name: 'Add a note' }).click();
  await page.getByLabel('Internal note').fill('Wants Gold in January.');
  await page.getByRole('button', { name: 'Add note' }).click();

  await expect(page.getByText('Wants Gold in January.', { exact: true })).toHaveCount(1);
  await expect(page.getByRole('tab', { name: 'Notes 1' })).toBeVisible();
  await expectAccessible(page);

  await page.context().clearCookies();
  await signIn(page, zoe, '/partner/activity');
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText(/wrote a note|Wants Gold/)).toHaveCount(0);
});

test('a reseller opens the activity of a client by its address', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const client = await clientOf(zoe, request, 'Harbour Bakery');
  await signIn(page, zoe, `/partner/clients/${client}?tab=activity`);

  await expect(page.getByText('added the client Harbour Bakery')).toBeVisible();
  await page.getByRole('tab', { name: 'Overview' }).click();
  await expect(page.getByRole('heading', { name: 'Subscription' })).toBeVisible();
});

test('an admin finds the emails to a person of a partner', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  await signInAsAdmin(page, `/admin/partners/${zoe.id}?tab=people`);

  await page.getByRole('link', { name: `Emails to ${zoe.email}` }).click();

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Emails');
  await expect(page.getByRole('row').filter({ hasText: zoe.email }).filter({ hasText: 'Invitation' })).toBeVisible();
});
