import { askApi, clientOf, reseller } from '../api.ts';
import { expect, signIn, test } from '../browser.ts';

test('access to a client needs a reason, is shown on every page, and can be ended', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const client = await clientOf(zoe, request, 'Harbour Bakery');
  const banner = page.getByRole('alert').filter({ hasText: 'You have access to Harbour Bakery until' });

  await signIn(page, zoe, `/partner/clients/${client}`);
  await page.getByRole('button', { name: 'Access account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Access to Harbour Bakery' });
  await dialog.getByRole('button', { name: 'Access account' }).click();
  await expect(dialog.getByText('This field is required.')).toBeVisible();
  await dialog.getByLabel('Reason').fill('Ole asked for help with the import.');
  await dialog.getByRole('button', { name: 'Access account' }).click();
  const opened = page.waitForEvent('popup');
  await dialog.getByRole('link', { name: 'Open account' }).click();
  const clientApplication = await opened;
  await expect(clientApplication.getByText(`${zoe.email} acts as client ${client} until`)).toBeVisible();

  await expect(banner).toBeVisible();
  await page.getByRole('link', { name: 'Team' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Team');
  await expect(banner).toBeVisible();
  await banner.getByRole('button', { name: 'End access' }).click();

  await expect(banner).toBeHidden();
  await page.goto(`/partner/clients/${client}?tab=access`);
  await expect(page.getByText('Ole asked for help with the import.')).toBeVisible();
  await expect(page.getByText('Ended', { exact: true })).toBeVisible();

  await page.goto('/partner/activity');
  const row = page.getByRole('listitem').filter({ hasText: 'ended access to the account of Harbour Bakery' });
  await row.getByRole('button', { name: 'Details' }).click();
  await expect(row).toContainText('Request ID');
  await expect(row).not.toContainText(/sessionId|partnerId|exchangedAt|someone else/); // only programs use it
});

test('the banner disappears when the access expires', async ({ page, request }) => {
  const zoe = await reseller(page, request, 'Bright Solutions');
  const client = await clientOf(zoe, request, 'Harbour Bakery');
  await askApi(
    request,
    'mutation ($id: ID!) { accessClientAccount(id: $id, reason: "Ole asked for it.") { expiresAt } }',
    { id: client },
    zoe.token,
  );
  await page.clock.install();
  await signIn(page, zoe, '/partner');
  const banner = page.getByText('You have access to Harbour Bakery until');
  await expect(banner).toBeVisible();

  await page.clock.fastForward('15:30');

  await expect(banner).toBeHidden();
});
